// A small static server for the built page, under a folder of its own as on a shared host.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

export const built = fileURLToPath(new URL('../../web/dist/', import.meta.url));
export const folder = '/tools/partner-check/';

export const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Answers with the address of the page and a way to stop. `root` is a folder like web/dist, `gzip` compresses,
 * `headers` go with every answer. What browsers report about a policy is in `reports`.
 */
export async function serve({ root = built, gzip = false, headers = {} } = {}) {
  const reports = [];
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') {
      reports.push((await request.toArray()).join(''));
      response.writeHead(204).end();
      return;
    }
    const { pathname } = new URL(request.url, 'http://localhost');
    const path = pathname === folder ? `${folder}index.html` : pathname;
    const file = normalize(join(root, path.slice(folder.length)));
    try {
      if (!path.startsWith(folder) || !file.startsWith(root)) {
        throw new Error('outside the folder');
      }
      const body = await readFile(file);
      response.setHeaders(new Map(Object.entries(headers)));
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
      if (gzip) {
        response.setHeader('content-encoding', 'gzip');
      }
      response.end(gzip ? gzipSync(body, { level: 9 }) : body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    reports,
    url: `http://127.0.0.1:${server.address().port}${folder}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
