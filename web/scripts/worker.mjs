// Builds the script of the service worker; `options` as in Vite's `build`.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const web = new URL('../', import.meta.url);

export const buildWorker = (options) =>
  build({
    root: fileURLToPath(web),
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      emptyOutDir: false,
      target: 'es2022',
      license: { fileName: 'licenses.json' },
      rolldownOptions: {
        input: fileURLToPath(new URL('src/offline/worker/worker.ts', web)),
        output: { format: 'iife', codeSplitting: false, entryFileNames: 'worker.js' },
      },
      ...options,
    },
  });
