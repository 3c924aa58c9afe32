// Builds the pages into dist: the check, the roster, all rules, and where all comes from. They share their scripts.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

await build({
  root: path('.'),
  build: { rolldownOptions: { input: ['index.html', 'roster.html', 'rules.html', 'about.html'].map(path) } },
});
