// Puts dist/embed, as it is for pages without a bundler, into the npm package of the element: who has the package needs nothing
// else. embed.html, for frames, belongs to the site, and so do the scripts that only it asks for.
import { cpSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const from = fileURLToPath(new URL('../dist/embed/', import.meta.url));
const to = fileURLToPath(new URL('../../element/dist/plain/', import.meta.url));

rmSync(to, { recursive: true, force: true });
cpSync(from, to, { recursive: true, filter: (file) => !/^page-.*\.(js|css)$/.test(basename(file)) });
