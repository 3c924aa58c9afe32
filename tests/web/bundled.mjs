// Modules of the page, for tests without a browser.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** All that these modules export, as named in web/src. `external` is not bundled; `plugins` are Vite's. */
export async function bundled(names, { external, plugins } = {}) {
  // Inside the tests, so that what is not bundled is found from there.
  const folder = mkdtempSync(fileURLToPath(new URL('.bundled-', import.meta.url)));
  after(() => rmSync(folder, { recursive: true }));
  const { output } = await build({
    configFile: false,
    logLevel: 'error',
    plugins,
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      rolldownOptions: {
        input: Object.fromEntries(
          names.map((name) => [basename(name), fileURLToPath(new URL(`../../web/src/${name}.ts`, import.meta.url))]),
        ),
        external,
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  });
  for (const { fileName, code } of output) {
    writeFileSync(`${folder}/${fileName}`, code);
  }
  const modules = await Promise.all(names.map((name) => import(`${folder}/${basename(name)}.mjs`)));
  return Object.assign({}, ...modules);
}
