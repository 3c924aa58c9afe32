// A portal on an origin of its own: files from several folders, in which the example addresses become the real ones.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { types } from './server.mjs';

/** `places` maps the beginning of a path to a folder; `names` what stands in the files to what it is here. */
export async function host(places, names) {
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const [place, folder] = Object.entries(places).find(([start]) => pathname.startsWith(start)) ?? [];
    try {
      if (folder === undefined || pathname.includes('..')) {
        throw new Error('not one of ours');
      }
      const file = join(folder, pathname.slice(place.length) || 'index.html');
      let body = await readFile(file);
      if (/\.(html|js)$/.test(file)) {
        body = Object.entries(names(origin)).reduce(
          (text, [name, address]) => text.replaceAll(name, address),
          body.toString(),
        );
      }
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${server.address().port}`;
  return {
    origin,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
