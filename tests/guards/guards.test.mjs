// What keeps the house in order: each rule and action tested and sourced, no number of a document in the code.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { load } from 'partnercheck';
import { errors, file as errorsFile } from '../errors.mjs';
import { file, situations } from '../situations.mjs';
import { vectors } from '../vectors.mjs';

const rules = await load();
const catalogue = rules.describe();
const project = new URL('../../', import.meta.url);
const answers = vectors.map((vector) => ({ vector, answer: rules[vector.call ?? 'check'](vector.request) }));

const findings = answers.flatMap(({ vector, answer }) =>
  [answer.decision, ...(answer.decisions ?? [])].flatMap((decision) =>
    (decision?.findings ?? []).map((finding) => ({ vector, finding })),
  ),
);

test('every reason of every rule is reached by a vector that expects it', () => {
  const expected = new Set(
    vectors
      .flatMap(({ expect }) => [expect, ...(expect.decisions ?? [])])
      .flatMap(({ findings: wanted = {} }) => Object.entries(wanted).map(([rule, { reason }]) => `${rule}.${reason}`)),
  );
  const reached = new Set(findings.map(({ finding }) => finding.message));
  // Only a host's ruleset can leave these numbers out.
  const onlyByHost = (message) => message.endsWith('.not_stated') && !reached.has(message);
  const missing = catalogue.rules
    .flatMap(({ messages }) => messages)
    .filter((message) => !expected.has(message) && !onlyByHost(message));
  assert.deepEqual(missing, []);
});

test('every rule is met, missed and unknown in the vectors, as far as it can be', () => {
  const outcomes = new Map();
  for (const { finding } of findings) {
    outcomes.set(finding.rule, (outcomes.get(finding.rule) ?? new Set()).add(finding.outcome));
  }
  for (const { id, messages } of catalogue.rules) {
    for (const outcome of ['met', 'not_met', 'unknown']) {
      if (messages.includes(`${id}.${outcome}`)) {
        assert.ok(outcomes.get(id)?.has(outcome), `${id} is never ${outcome}`);
      }
    }
  }
});

test('a number that a host leaves unstated never lets an action pass by counting as met', () => {
  const parameters = Object.fromEntries(
    Object.entries(catalogue.rulesets.find(({ id }) => id === '2023-10-23').parameters)
      .filter(([, { value }]) => typeof value === 'number')
      .map(([name]) => [name, { value: null, source: 'a test' }]),
  );
  assert.equal(rules.loadRuleset({ id: 'unstated', based_on: '2023-10-23', parameters }).type, 'success');
  for (const { call, request } of vectors.filter(({ call = 'check' }) => call === 'check' || call === 'preview')) {
    const answer = rules[call ?? 'check']({ ...request, ruleset: 'unstated' });
    for (const { rule, outcome, message } of answer.decision?.findings ?? []) {
      const limits = catalogue.rules.find(({ id }) => id === rule)?.messages.includes(`${rule}.not_met`);
      assert.ok(!message.endsWith('.not_stated') || !limits || outcome === 'unknown', message);
    }
  }
});

test('every action has a vector, and a case of the documents', () => {
  const asked = new Set(vectors.map(({ request }) => request.action?.type));
  const cases = new Set(vectors.filter((vector) => vector.case).map(({ request }) => request.action?.type));
  for (const { type } of catalogue.actions) {
    assert.ok(asked.has(type), `${type} has no vector`);
    assert.ok(cases.has(type), `${type} answers no case of the documents`);
  }
});

test('every rule in force has a source that is described, with the day it was last verified', () => {
  const sources = new Set(catalogue.sources.map(({ id }) => id));
  for (const ruleset of catalogue.rulesets.filter(({ based_on: base }) => base === undefined)) {
    for (const entry of [...Object.values(ruleset.rules), ...Object.values(ruleset.parameters)]) {
      assert.ok(sources.has(entry.source.split('#')[0]), entry.source);
      assert.match(entry.verified, /^\d{4}-\d\d-\d\d$/);
    }
  }
});

test('titles of vectors are unique', () => {
  const titles = vectors.map(({ title }) => title);
  assert.deepEqual(
    titles.filter((title, index) => titles.indexOf(title) !== index),
    [],
  );
});

test('no number of a document stands in the rules', () => {
  // 0, 1 and -1 count; 7, 8 and 9 are sizes of arrays; 23 and 24 turn hours into days.
  const allowed = new Set(['0', '1', '7', '8', '9', '23', '24']);
  const folder = new URL('core/src/rules/', project);
  for (const file of readdirSync(folder)) {
    const code = readFileSync(new URL(file, folder), 'utf8')
      .replace(/\/\/.*$/gm, '')
      .replace(/"(?:[^"\\]|\\.)*"/g, '""')
      .replace(/#include.*$/gm, '');
    const numbers = [...code.matchAll(/(?<![\w.])\d[\d'.]*(?!\w)/g)].map(([number]) => number);
    assert.deepEqual(
      numbers.filter((number) => !allowed.has(number)),
      [],
      file,
    );
  }
});

test('nothing runs when packages are installed, neither here nor where ours are used', () => {
  const files = execFileSync('git', ['ls-files', '*package.json'], { cwd: project, encoding: 'utf8' });
  for (const file of files.trim().split('\n')) {
    const { scripts = {} } = JSON.parse(readFileSync(new URL(file, project), 'utf8'));
    for (const name of Object.keys(scripts)) {
      assert.doesNotMatch(name, /^(pre|post)|^(install|prepare|dependencies)$/, `${file}: ${name}`);
    }
  }
  assert.match(readFileSync(new URL('.npmrc', project), 'utf8'), /^ignore-scripts=true$/m);
  const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', project), 'utf8'));
  for (const [name, { dev, hasInstallScript }] of Object.entries(packages)) {
    assert.ok(dev === true || hasInstallScript !== true, name);
  }
});

test('no host of a package registry is named, and the lock file holds no addresses', () => {
  const hosts = ['registry.npm' + 'js', 'npm' + 'js.org', 'deb.deb' + 'ian', 'security.deb' + 'ian'];
  const files = execFileSync('git', ['ls-files'], { cwd: project, encoding: 'utf8' }).trim().split('\n');
  for (const file of files.filter((name) => !/\.(png|wasm|ico)$/.test(name))) {
    const text = readFileSync(new URL(file, project), 'utf8');
    for (const host of hosts) {
      assert.ok(!text.includes(host), `${file} names ${host}`);
    }
  }
});

test('the table of situations is the one that the vectors make', async () => {
  assert.equal(readFileSync(file, 'utf8'), await situations(), 'run node tests/situations.mjs');
});

test('the table of errors is the one that the texts make', () => {
  assert.equal(readFileSync(errorsFile, 'utf8'), errors(), 'run node tests/errors.mjs');
});
