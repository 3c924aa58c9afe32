// The shared vectors, as JavaScript sees them.
import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('./vectors/', import.meta.url);

export const vectors = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .flatMap((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')).map((vector) => ({ file, ...vector })));
