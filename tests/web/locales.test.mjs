// The page's own texts are complete in every language, with the same parameters.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const folder = new URL('../../web/src/locales/', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const english = read('en-US.json');
const parameters = (text) => [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name))].sort();

for (const name of readdirSync(folder)) {
  test(name, () => {
    const texts = read(name);
    assert.deepEqual(Object.keys(texts).sort(), Object.keys(english).sort());
    for (const [key, text] of Object.entries(texts)) {
      assert.notEqual(text.trim(), '', key);
      assert.deepEqual(parameters(text), parameters(english[key]), key);
    }
  });
}

test('every text is used', () => {
  const source = new URL('../../web/src/', import.meta.url);
  const files = readdirSync(source, { recursive: true }).filter((name) => name.endsWith('.ts'));
  const code = files.map((name) => readFileSync(new URL(name, source), 'utf8')).join('\n');
  const madeFromParts = /^(load|footer\.sources)\./;
  const unused = Object.keys(english).filter((key) => !madeFromParts.test(key) && !code.includes(`'${key}'`));
  assert.deepEqual(unused, []);
});
