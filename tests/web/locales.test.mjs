// The page's own texts are complete in every language, with the same parameters, and each of them is used.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { load } from 'partnercheck';

const source = new URL('../../web/src/', import.meta.url);
const files = readdirSync(source, { recursive: true }).filter((name) => name.endsWith('.ts'));
const code = files.map((name) => readFileSync(new URL(name, source), 'utf8')).join('\n');
const parameters = (text) => [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name))].sort();

// The texts of the page, and those that come with its tools; and which of their keys are made from parts.
for (const [place, madeFromParts] of [
  ['library/locales/', /^(load|group|situation|guide\.usual|plan|question\.goal)\./],
  ['share/locales/', /^(check|notice|check\.core)\.\w+$|^request\.(json|typescript|shell|cpp|answer)$|^\w+\.heading$/],
  ['check/situations/locales/', /^\w+$/],
  ['check/plan/locales/', /^$/],
  ['page/about/locales/', /^sources\./],
  ['library/numbers/locales/', /^(parameter|unit)\./],
  ['rules/locales/', /^(kind|change)\./],
  ['rules/statements/locales/', /^[ABC]\d\d$|^section\./],
  ['timeline/locales/', /^$/],
  ['embed/frame/locales/', /^$/],
  [
    'roster/locales/',
    new RegExp(
      '^(trouble|column|row|encoding|order|subject|read|ground)\\.[\\w.-]+$|^both\\.(hint|in|what)\\.\\w+$|^(skills|competencies)\\.' +
        '(choose|count|found|heading|needed|needed_of_each|newcomer|none_short|now|only_short|people|search|short|totals|what_if\\.hint)$',
    ),
  ],
]) {
  const folder = new URL(place, source);
  const read = (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  const english = read('en-US.json');

  for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
    test(`${place}${name}`, () => {
      const texts = read(name);
      assert.deepEqual(Object.keys(texts).sort(), Object.keys(english).sort());
      for (const [key, text] of Object.entries(texts)) {
        assert.notEqual(text.trim(), '', key);
        assert.deepEqual(parameters(text), parameters(english[key]), key);
      }
    });
  }

  test(`every text of ${place} is used`, () => {
    const unused = Object.keys(english).filter((key) => !madeFromParts.test(key) && !code.includes(`'${key}'`));
    assert.deepEqual(unused, []);
  });
}

test('every action of the catalogue is a situation, with words to find it by', async () => {
  const { actions: rows, plans } = (await load()).describe();
  const actions = rows.map(({ type }) => type);
  const keys = (path) => Object.keys(JSON.parse(readFileSync(new URL(path, source), 'utf8')));
  const situations = keys('library/locales/en-US.json').filter((key) => key.startsWith('situation.'));
  assert.deepEqual(
    situations.sort(),
    actions.flatMap((type) => [`situation.${type}`, `situation.${type}.ready`]).sort(),
  );
  assert.deepEqual(
    keys('library/locales/en-US.json')
      .filter((key) => key.startsWith('plan.'))
      .sort(),
    [...plans.map(({ goal }) => `plan.${goal}`), 'plan.tag'].sort(),
  );
  assert.deepEqual(keys('check/situations/locales/en-US.json').sort(), [...actions, 'idle'].sort());
});

test('every number of the rulesets has a name, and every unit its words', async () => {
  const { rulesets } = (await load()).describe();
  const entries = rulesets.flatMap(({ parameters }) => Object.entries(parameters));
  const keys = Object.keys(JSON.parse(readFileSync(new URL('library/numbers/locales/en-US.json', source), 'utf8')));
  const made = (start) => keys.filter((key) => key.startsWith(start)).sort();
  assert.deepEqual(made('parameter.'), [...new Set(entries.map(([name]) => `parameter.${name}`))].sort());
  const units = entries.filter(([, { value }]) => typeof value === 'number').map(([, { unit }]) => unit);
  assert.deepEqual(made('unit.'), [...new Set(units.map((unit) => `unit.${unit.replaceAll(' ', '_')}`))].sort());
});

test('no text has a format of the kind that the page leaves out: {day, date, ::yMMMd}', () => {
  for (const place of [source, new URL('../../wasm/locales/', import.meta.url)]) {
    for (const name of readdirSync(place, { recursive: true }).filter((each) => each.endsWith('.json'))) {
      assert.doesNotMatch(readFileSync(new URL(name, place), 'utf8'), /\{\s*\w+\s*,\s*\w+\s*,\s*::/, name);
    }
  }
});
