// Builds the pages into dist: that of the check, and that of the roster, which shares its scripts.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

await build({
  root: path('.'),
  build: { rolldownOptions: { input: ['index.html', 'roster.html'].map(path) } },
});
