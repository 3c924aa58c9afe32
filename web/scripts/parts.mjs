// What the pages have in common stands once, in src/page/parts, and comes in where a page names it.
import { readFileSync } from 'node:fs';

const folder = new URL('../src/page/parts/', import.meta.url);

/** @param {string} html */
export function withParts(html) {
  return html.replace(/<!-- part: ([\w-]+) -->/g, (_, name) => readFileSync(new URL(`${name}.html`, folder), 'utf8'));
}
