// Writes what custom-elements.json says of the elements into docs/embedding.md:
//   node tests/embedding.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const page = new URL('../docs/embedding.md', import.meta.url);

/** As in the comments of the page around each. */
const tags = ['partner-check', 'partner-check-roster'];

function tables(tag) {
  const manifest = new URL('../element/dist/custom-elements.json', import.meta.url);
  const { attributes, events, slots, cssStates, cssProperties, cssParts } = JSON.parse(readFileSync(manifest, 'utf8'))
    .modules.flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === tag);
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
    table(`state, as in \`:state(${cssStates[0].name})\``, cssStates),
    table('custom property', cssProperties),
    table('part', cssParts),
  ].join('\n');
}

/** The page as it should be. */
export const withTables = () =>
  tags.reduce(
    (text, tag) =>
      text.replace(
        new RegExp(`(<!-- ${tag} -->\\n)[^]*(<!-- /${tag} -->)`),
        (_, start, end) => `${start}\n${tables(tag)}\n${end}`,
      ),
    readFileSync(page, 'utf8'),
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(page, withTables());
}
