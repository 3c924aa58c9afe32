// The open questions come in an order that settles the status soon.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'partnercheck';
import { answersOf, setAt } from '../oracle/facts.mjs';
import { random, randomRequest } from '../oracle/random.mjs';

const rules = await load();
const catalogue = rules.describe();
const answersTo = answersOf(catalogue);
const succeeded = (answer, request) => {
  assert.equal(answer.type, 'success', JSON.stringify({ request, answer }));
  return answer;
};

test('asks for what a check misses, in the same order and in words of the catalogue', () => {
  const next = random(21);
  const rows = new Map(catalogue.facts.map((row) => [row.path, row]));
  let open = 0;
  for (let i = 0; i < 4_000; ++i) {
    const request = randomRequest(next);
    const { status, until, earliest, latest, missing } = succeeded(rules.check(request), request).decision;
    const { type, questions, settled, ...outlook } = succeeded(rules.ask(request), request);
    assert.deepEqual(outlook, {
      status,
      ...(until && { until }),
      ...(earliest && { earliest }),
      ...(latest && { latest }),
    });
    assert.deepEqual([type, settled], ['success', missing.length === 0]);
    assert.deepEqual(
      questions.map(({ path }) => path),
      missing,
    );
    for (const { path, settles: _, ...how } of questions) {
      const { path: __, ...row } = rows.get(path.replace(/\/\d+(?=\/|$)/g, '/*'));
      assert.deepEqual(how, row);
    }
    open += missing.length > 1 ? 1 : 0;
  }
  assert.ok(open > 150, `${open} with several questions`);
});

test('the last open question settles, and one that settles has an answer that does', () => {
  const next = random(22);
  let tried = 0;
  for (let i = 0; i < 8_000; ++i) {
    const request = randomRequest(next);
    const { status, questions } = succeeded(rules.ask(request), request);
    if (questions.length === 0 || questions.length > 4 || status !== 'needs_info') {
      continue;
    }
    for (const { path, settles } of questions) {
      const settled = answersTo(path, request).some((value) => {
        const { decision } = rules.check(setAt(structuredClone(request), path, value));
        return decision !== undefined && decision.status !== 'needs_info';
      });
      tried += 1;
      assert.ok(settles || !settled || questions.length > 1, JSON.stringify({ request, path, settles, settled }));
      if (settles && !/organization$|competency$|anniversary$|\/(month|year)$|expires$/.test(path)) {
        assert.ok(settled, JSON.stringify({ request, path }));
      }
    }
  }
  assert.ok(tried > 400, `${tried} tried`);
});

// A small case: a person of whom up to five facts are unknown, each of them one of a few values, all of these equally
// likely. Every person that this can turn out to be is one of the product.
const forgetMost = 5;
const valuesMost = 3;
const leaves = catalogue.facts.filter(
  ({ path }) => !path.includes('*') && !/^\/(today|ruleset|action\/type)|partner_center_account\//.test(path),
);

function smallCase(next) {
  const request = randomRequest(next);
  const { status, missing } = succeeded(rules.check(request), request).decision;
  if (status === 'denied' || missing.length > 0) {
    return undefined;
  }
  const at = (path) =>
    path
      .split('/')
      .slice(1)
      .reduce((value, part) => value?.[part], request);
  const { facts, required } = catalogue.actions.find(({ type }) => type === request.action.type);
  const known = leaves
    .map(({ path }) => path)
    .filter((path) => facts.includes(path) && at(path) !== undefined && !required.includes(path.split('/').at(-1)));
  const unknown = new Map();
  while (known.length > 0 && unknown.size < forgetMost) {
    const [path] = known.splice(Math.floor(next() * known.length), 1);
    const others = answersTo(path, request).filter((value) => JSON.stringify(value) !== JSON.stringify(at(path)));
    const values = [at(path)];
    while (others.length > 0 && values.length < valuesMost) {
      const [value] = others.splice(Math.floor(next() * others.length), 1);
      if (rules.check(setAt(structuredClone(request), path, value)).type === 'success') {
        values.push(value);
      }
    }
    unknown.set(path, values);
  }
  for (const path of unknown.keys()) {
    setAt(request, path, undefined);
  }
  const forgotten = JSON.parse(JSON.stringify(request));
  return unknown.size > 1 && rules.check(forgotten).type === 'success' ? { request: forgotten, unknown } : undefined;
}

/** The mean number of questions until the status is certain, where `choose` picks the next of those that are open. */
function meanOf({ request, unknown }, choose) {
  const means = new Map();
  const mean = (given) => {
    const key = JSON.stringify([...given].sort());
    if (!means.has(key)) {
      means.set(key, ask(given));
    }
    return means.get(key);
  };
  const ask = (given) => {
    const asked = structuredClone(request);
    for (const [path, value] of given) {
      setAt(asked, path, value);
    }
    const answer = rules.check(asked);
    const open =
      answer.decision?.missing.filter((path) => unknown.has(path) && !given.some(([each]) => each === path)) ?? [];
    if (answer.decision?.status !== 'needs_info' || open.length === 0) {
      return 0;
    }
    const after = (path) => {
      const values = unknown.get(path);
      return 1 + values.reduce((sum, value) => sum + mean([...given, [path, value]]), 0) / values.length;
    };
    return choose(open, after);
  };
  return mean([]);
}

test('comes within a tenth of the best possible order', () => {
  const next = random(23);
  const inCatalogue = catalogue.facts.map(({ path }) => path);
  const place = (path) => inCatalogue.indexOf(path);
  const policies = {
    asked: (open, after) => after(open[0]),
    catalogue: (open, after) => after(open.toSorted((a, b) => place(a) - place(b))[0]),
    best: (open, after) => Math.min(...open.map(after)),
  };
  const sums = { asked: 0, catalogue: 0, best: 0 };
  const actions = new Set();
  let cases = 0;
  for (let tries = 0; cases < 250; ++tries) {
    assert.ok(tries < 20_000);
    const small = smallCase(next);
    if (small === undefined) {
      continue;
    }
    const best = meanOf(small, policies.best);
    if (best === 0) {
      continue;
    }
    cases += 1;
    actions.add(small.request.action.type);
    for (const [name, choose] of Object.entries(policies)) {
      sums[name] += name === 'best' ? best : meanOf(small, choose);
    }
  }
  const of = (name) => (sums[name] / cases).toFixed(2);
  console.log(
    `questions until the status is certain, ${cases} cases of ${actions.size} actions: as asked ${of('asked')}, ` +
      `in the order of the catalogue ${of('catalogue')}, at best ${of('best')}`,
  );
  assert.ok(actions.size >= 15, `${actions.size} actions`);
  assert.ok(sums.asked <= 1.1 * sums.best, `${of('asked')} against ${of('best')}`);
});
