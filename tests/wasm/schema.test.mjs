// The schema that editors read says of a question what the core says of its shape.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { load } from 'partnercheck';
import schema from 'partnercheck/schema.json' with { type: 'json' };
import { vectors } from '../vectors.mjs';

const rules = await load();
const catalogue = rules.describe();
const ajv = new Ajv({ allowUnionTypes: true });
addFormats.default(ajv);
const fits = ajv.compile(schema);
const asked = vectors
  .filter(({ call }) => call !== 'read_date')
  .map(({ title, call = 'check', request }) => ({ title, request, answer: rules[call](request) }));

test('every question that is answered fits', () => {
  for (const { title, request, answer } of asked) {
    if (answer.type === 'success') {
      assert.ok(fits(request), `${title}: ${ajv.errorsText(fits.errors)}`);
    }
  }
});

test('what is unknown, missing or of another type fits neither here nor there', () => {
  const shapes = ['action.unknown', 'key.unknown', 'key.missing', 'type.wrong', 'value.unknown_name'];
  const base = { today: '2021-05-20', action: { type: 'link_mcid', organization: 'Fabrikam' } };
  const bent = [
    { ...base, action: { type: 'link_mcdi' } },
    { ...base, action: { type: 'link_mcid' } },
    { ...base, action: { type: 'view_kpi', organization: 'Fabrikam' } },
    { ...base, actor: { roles: ['boss'] } },
    { ...base, facts: { person: { associations: {} } } },
    { ...base, today: 7 },
    { action: base.action },
    { ...base, surprise: 1 },
  ].map((request) => ({ title: JSON.stringify(request), request, answer: rules.check(request) }));
  const refused = [...asked, ...bent].filter(({ answer }) =>
    (answer.errors ?? []).some(({ code }) => shapes.includes(code)),
  );
  assert.ok(refused.length > bent.length);
  for (const { title, request } of refused) {
    assert.ok(!fits(request), title);
  }
});

test('every action, goal, fact, rule and day is explained in it', () => {
  const { definitions } = schema;
  for (const union of ['Action', 'Goal']) {
    for (const { $ref } of definitions[union].anyOf) {
      assert.ok(definitions[$ref.split('/').at(-1)].description, $ref);
    }
  }
  for (const name of ['Person', 'CertificationProfile', 'Association', 'Learning', 'Dates', 'Outcomes']) {
    for (const [property, { description, $ref, items }] of Object.entries(definitions[name].properties)) {
      assert.ok(description || $ref || items, `${name}.${property}`);
    }
  }
  assert.match(definitions.Association.properties.started.description, /Source: .* https:/);
  assert.deepEqual(Object.keys(definitions.Outcomes.properties), [...catalogue.rules.map(({ id }) => id)]);
});
