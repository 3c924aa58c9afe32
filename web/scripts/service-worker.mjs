// Makes dist/sw.js: the service worker with the list of all files that are built, each with its hash. One wrong or
// missing file and a browser keeps none of them, so that files of two builds never meet.
//   node web/scripts/service-worker.mjs [FOLDER]   another folder than dist
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { injectManifest } from 'workbox-build';
import { buildWorker } from './worker.mjs';

const web = new URL('../', import.meta.url);
const dist = process.argv[2] === undefined ? fileURLToPath(new URL('dist/', web)) : resolve(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), 'partner-check-worker-'));

try {
  await buildWorker({ outDir: folder });
  const { count, size, warnings } = await injectManifest({
    swSrc: join(folder, 'worker.js'),
    swDest: join(dist, 'sw.js'),
    globDirectory: dist,
    globPatterns: ['**/*'],
    // The pages in one file are for those who want to take it along, the embedded checker for the pages of others.
    globIgnores: [
      'sw.js',
      'partner-check.html',
      'partner-check-roster.html',
      'embed.html',
      'embed/**',
      '**/*.{gz,br,map}',
    ],
    // Their names hold their hash already.
    dontCacheBustURLsMatching: /^assets\//,
    manifestTransforms: [
      (entries) => ({
        manifest: entries.map((entry) => ({
          ...entry,
          integrity: `sha256-${createHash('sha256')
            .update(readFileSync(join(dist, entry.url)))
            .digest('base64')}`,
        })),
      }),
    ],
  });
  if (warnings.length > 0) {
    throw new Error(warnings.join('\n'));
  }
  console.log(`sw.js keeps ${count} files, ${Math.round(size / 1024)} KB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
