// The days of a person's links are counted in one place, core/src/rules/link_date_rules.*; everybody else asks it.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { load } from 'partnercheck';

const core = fileURLToPath(new URL('../../core/', import.meta.url));
const sources = readdirSync(core, { recursive: true })
  .filter((name) => /\.(cpp|h)$/.test(name))
  .map((name) => ({ name, code: readFileSync(join(core, name), 'utf8') }));
const evaluator = sources.filter(({ name }) => name.startsWith('src/rules/link_date_rules.'));
const evaluated = [
  ...evaluator
    .map(({ code }) => code)
    .join('')
    .matchAll(/"(association\.\w+)"/g),
].map(([, id]) => id);

test('every rule that reads when a link began is one of the evaluator', async () => {
  const { rules } = (await load()).describe();
  const reading = rules.filter(({ facts }) => facts.includes('/facts/person/associations/*/started'));
  assert.deepEqual(
    reading.map(({ id }) => id).filter((id) => !evaluated.includes(id)),
    [],
    'let core/src/rules/link_date_rules.* decide it: rosters and columns ask there too',
  );
  assert.ok(reading.length > 0);
});

test('nobody but the evaluator reads the numbers by which links are counted', () => {
  const reads = /\.(number|text|date|list)\(\s*Parameter::association_/;
  assert.ok(evaluator.some(({ code }) => reads.test(code)));
  assert.deepEqual(
    sources.filter((source) => !evaluator.includes(source) && reads.test(source.code)).map(({ name }) => name),
    [],
  );
});
