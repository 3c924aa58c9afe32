// docs/errors.md, made from the texts: every code of a failure, what is wrong, and what to do.
//   node tests/errors.mjs     writes it
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const file = new URL('../docs/errors.md', import.meta.url);
const textsOf = (name) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));

/** Where a value comes in there is its name; of the forms of a plural, the last. */
const plain = (text) =>
  text
    .replaceAll(/\{(\w+), plural,.*?other \{([^{}]*)\}\}/g, (_, name, text) => text.replace('#', `*${name}*`))
    .replaceAll(/\{(\w+)(?:, \w+(?:, \w+)?)?\}/g, '*$1*')
    .replaceAll("''", "'")
    .replaceAll('|', '\\|');

/** The codes of the texts that begin so. */
function table(texts, prefix) {
  const rows = Object.keys(texts)
    .filter((key) => key.startsWith(prefix) && !key.endsWith('.help') && `${key}.help` in texts)
    .sort()
    .map((key) => `| \`${key.slice(prefix.length)}\` | ${plain(texts[key])} | ${plain(texts[`${key}.help`])} |`);
  return ['| code | what is wrong | what to do |', '| --- | --- | --- |', ...rows];
}

/** The text of the file as it should be. */
export function errors() {
  const page = textsOf('web/src/library/locales/en-US.json');
  const { code } =
    /readonly code:(?<code>[^,]+),/.exec(readFileSync(new URL('../wasm/src/load-error.ts', import.meta.url), 'utf8'))
      ?.groups ?? {};
  const loading = [...code.matchAll(/'(\w+)'/g)].map(([, each]) => each);
  return [
    '# Errors',
    '',
    'A “no” is a decision and no error. What is wrong with a question, a ruleset, a table or the place where the program runs has a code,',
    'which stays, and words in four languages: `words.error(error)` of `partnercheck/text` gives them with the values filled in. Made by',
    '`node tests/errors.mjs` from the English texts; a test fails when this page and they differ.',
    '',
    '## Of a question, a plan or a ruleset',
    '',
    'In `errors` of an answer with `"type": "failure"`; `path` is the JSON pointer of what is wrong.',
    '',
    ...table(textsOf('wasm/locales/en-US.json'), 'error.'),
    '',
    '## Of a table of people',
    '',
    'In the faults of a roster, with line and column.',
    '',
    ...table(textsOf('wasm/locales/roster/en-US.json'), 'error.'),
    '',
    '## Of loading',
    '',
    'The `code` of a `LoadError`, which `load()` throws and `partner-check-error` tells; its `message` says which address answered what.',
    '',
    '| code | what is wrong, and what to do |',
    '| --- | --- |',
    ...loading.map((each) => `| \`${each}\` | ${plain(page[`load.${each}`])} |`),
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(file, errors());
}
