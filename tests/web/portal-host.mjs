// A portal on an origin of its own: files from several folders, in which the example addresses become the real ones.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { built, types } from './server.mjs';

const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** What the addresses of examples and frames are here. */
export const namesOf = (checker) => (portal) => ({
  'https://portal.example': portal,
  'https://checker.example/': checker,
  'https://checker.example': new URL(checker).origin,
});

/** A portal that frames the checker, and a stranger: frames what it likes, and puts others into its own frame. */
export async function portalAndStranger(checker) {
  const names = namesOf(checker);
  const both = { '/partner-check/': `${built}embed`, '/penpal/': path('node_modules/penpal/dist') };
  const frames = path('tests/web/frames');
  const portal = await host({ ...both, '/frames/': frames, '/': path('examples/plain') }, names);
  const stranger = await host({ ...both, '/': frames }, (origin) => ({
    ...names(portal.origin),
    'https://stranger.example': origin,
  }));
  return { portal, stranger };
}

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
