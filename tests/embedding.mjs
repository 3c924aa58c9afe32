// Writes what custom-elements.json says of the element into docs/embedding.md:
//   node tests/embedding.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const page = new URL('../docs/embedding.md', import.meta.url);

function tables() {
  const manifest = new URL('../element/dist/custom-elements.json', import.meta.url);
  const { attributes, events, slots, cssStates, cssProperties, cssParts } = JSON.parse(readFileSync(manifest, 'utf8'))
    .modules[0].declarations[0];
  const table = (title, rows) =>
    [
      `| ${title} | |`,
      '| --- | --- |',
      ...rows.map(({ name, description = '' }) => `| \`${name}\` | ${description.replaceAll('\n', ' ')} |`),
      '',
    ].join('\n');
  return [
    table('attribute', attributes),
    table('event', events),
    table('slot', slots),
    table('state, as in `:state(allowed)`', cssStates),
    table('custom property', cssProperties),
    table('part', cssParts),
  ].join('\n');
}

/** The page as it should be. */
export const withTables = () =>
  readFileSync(page, 'utf8').replace(
    /(<!-- element -->\n)[^]*(<!-- \/element -->)/,
    (_, start, end) => `${start}\n${tables()}\n${end}`,
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(page, withTables());
}
