// What must hold for every question, tried on random ones.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'partnercheck';
import { answersOf, dayAfter, setAt } from '../oracle/facts.mjs';
import { random, randomRequest } from '../oracle/random.mjs';

const rules = await load();
const catalogue = rules.describe();
const candidates = answersOf(catalogue);
const decisionOf = (request) => {
  const answer = rules.check(request);
  assert.equal(answer.type, 'success', JSON.stringify({ request, answer }));
  return answer.decision;
};
const clone = (request) => structuredClone(request);

function* requests(count, seed) {
  const next = random(seed);
  for (let i = 0; i < count; ++i) {
    yield randomRequest(next);
  }
}

test('the order of keys, roles and links does not matter', () => {
  const reversed = (value) =>
    Array.isArray(value)
      ? [...value].reverse().map(reversed)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, inner]) => [key, reversed(inner)]),
          )
        : value;
  const essence = ({ status, until, dates, findings }) => ({
    status,
    until,
    dates,
    findings: findings.map(({ rule, outcome, until: day, message }) => [rule, outcome, day, message]),
  });
  for (const request of requests(5_000, 1)) {
    assert.deepEqual(essence(decisionOf(reversed(request))), essence(decisionOf(request)));
  }
});

test('`until` is allowed and the day before is not', () => {
  let seen = 0;
  for (const request of requests(20_000, 2)) {
    const { status, until } = decisionOf(request);
    if (status !== 'deferred') {
      continue;
    }
    ++seen;
    assert.ok(until > request.today);
    // The day of the event stays what it was; only the question is asked later.
    const on = request.action.on ?? request.today;
    const takesDay = catalogue.actions.find(({ type }) => type === request.action.type).parameters.includes('on');
    const asked = (today) =>
      decisionOf({ ...clone(request), today, action: { ...request.action, ...(takesDay ? { on } : {}) } });
    assert.equal(asked(until).status, 'allowed', JSON.stringify(request));
    assert.notEqual(asked(dayAfter(until, -1)).status, 'allowed', JSON.stringify(request));
  }
  assert.ok(seen > 500);
});

test('a bar that is definite stays, whatever becomes known', () => {
  let seen = 0;
  for (const request of requests(6_000, 3)) {
    const decision = decisionOf(request);
    if (decision.status !== 'denied') {
      continue;
    }
    for (const pointer of new Set(decision.findings.flatMap(({ missing }) => missing ?? []))) {
      for (const value of candidates(pointer, request)) {
        ++seen;
        const known = setAt(clone(request), pointer, value);
        const answer = rules.check(known);
        assert.ok(
          answer.type === 'failure' || answer.decision.status === 'denied',
          JSON.stringify({ request, pointer, value }),
        );
      }
    }
  }
  assert.ok(seen > 500);
});

const detailOfLetter =
  /^\/action\/(month|year|omlp_type|purchase_unit|invoice_number|kpi_value|revenue_value|name|country)$/;

// The days between which a decision comes to allow, as texts; no day is certain: after every day.
const never = '9999-12-31';
const boundsOf = ({ status, earliest, latest }, today) => ({
  from: earliest ?? today,
  by: latest ?? (status === 'allowed' ? today : never),
});

test('a day later nothing is possible earlier, and nothing certain later', () => {
  let seen = 0;
  for (const request of requests(20_000, 8)) {
    // The day of the event stays where it was.
    const today = setAt(clone(request), '/action/on', request.action.on ?? request.today);
    const tomorrow = { ...clone(today), today: dayAfter(request.today) };
    const [now, then] = [today, tomorrow].map((each) => rules.check(each).decision);
    if (now === undefined || then === undefined || [now.status, then.status].includes('denied')) {
      continue;
    }
    seen += 1;
    const [one, other] = [boundsOf(now, today.today), boundsOf(then, tomorrow.today)];
    assert.ok(other.from >= one.from, JSON.stringify({ today, one, other }));
    assert.ok(other.by <= (one.by > tomorrow.today ? one.by : tomorrow.today), JSON.stringify({ today, one, other }));
  }
  assert.ok(seen > 2_000, `${seen} compared`);
});

// Facts that are used where they are known and not asked for where they are not: a date in the profile stands above what
// counted, nothing says that an account is gone or a password expired, and a link without an end still stands.
const notAskedFor =
  /^\/facts\/(person\/(next_association_date|account_deleted_on|associations\/\d+\/ended)|sign_in\/issued)$/;

test('a fact that becomes known never leaves the bounds', () => {
  const next = random(9);
  const leavesOf = (value, path) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.entries(value).flatMap(([key, each]) => leavesOf(each, `${path}/${key}`))
      : path.endsWith('/associations') && Array.isArray(value)
        ? value.flatMap((link, index) => leavesOf(link, `${path}/${index}`))
        : [path];
  let seen = 0;
  for (const known of requests(20_000, 9)) {
    const leaves = [...leavesOf(known.facts ?? {}, '/facts'), ...leavesOf(known.actor ?? {}, '/actor')].filter(
      (path) => !notAskedFor.test(path),
    );
    const path = leaves[Math.floor(next() * leaves.length)];
    if (path === undefined) {
      continue;
    }
    const unknown = setAt(clone(known), path, undefined);
    const less = rules.check(JSON.stringify(unknown)).decision;
    const more = rules.check(known).decision;
    if (less === undefined || more === undefined) {
      continue;
    }
    const what = JSON.stringify({ known, path, less: less.status, more: more.status });
    if (less.status === 'denied') {
      assert.equal(more.status, 'denied', what);
    } else if (more.status === 'denied') {
      assert.equal(less.latest, undefined, what);
      assert.notEqual(less.status, 'allowed', what);
    } else {
      const [wide, narrow] = [boundsOf(less, known.today), boundsOf(more, known.today)];
      assert.ok(narrow.from >= wide.from && narrow.by <= wide.by, what);
    }
    seen += less.status === more.status ? 0 : 1;
  }
  assert.ok(seen > 1_000, `${seen} changed`);
});

test('what is listed as missing can change the answer', () => {
  let seen = 0;
  // What is asked next belongs to the answer.
  const essence = ({ status, until, dates, missing }) => JSON.stringify({ status, until, dates, missing });
  for (const request of requests(4_000, 4)) {
    const decision = decisionOf(request);
    if (decision.status !== 'needs_info' || decision.missing.length === 0 || decision.missing.length > 4) {
      continue;
    }
    // Every way to answer some or all of what is missing.
    let answered = [{ request: clone(request), values: [] }];
    for (const pointer of decision.missing) {
      answered = answered.flatMap(({ request: half, values }) => [
        { request: half, values: [...values, 'left unknown'] },
        ...candidates(pointer, request).map((value) => ({
          request: setAt(clone(half), pointer, value),
          values: [...values, value],
        })),
      ]);
    }
    const results = answered
      .map(({ request: whole, values }) => ({ values, answer: rules.check(whole) }))
      .filter(({ answer }) => answer.type === 'success')
      .map(({ values, answer }) => ({ values, result: essence(answer.decision) }));
    for (const [index, pointer] of decision.missing.entries()) {
      const others = new Map();
      let differs = false;
      for (const { values, result } of results.filter(({ values: all }) => all[index] !== 'left unknown')) {
        const key = JSON.stringify(values.filter((_, at) => at !== index));
        differs ||= others.has(key) && others.get(key) !== result;
        others.set(key, result);
      }
      // Of the details of a request to support any value will do, but there must be one.
      differs ||= detailOfLetter.test(pointer);
      assert.ok(differs, `${pointer} changes nothing in ${JSON.stringify(request)}`);
      ++seen;
    }
  }
  assert.ok(seen > 500);
});

test('each alternative allows the action today, and no smaller part of it does', () => {
  let seen = 0;
  for (const request of requests(15_000, 5)) {
    const answer = rules.preview(request);
    assert.equal(answer.type, 'success');
    for (const { changes } of answer.alternatives) {
      ++seen;
      const apply = (list) => list.reduce((changed, { path, value }) => setAt(changed, path, value), clone(request));
      assert.equal(decisionOf(apply(changes)).status, 'allowed', JSON.stringify({ request, changes }));
      for (const left of changes) {
        const smaller = changes.filter((change) => change !== left);
        assert.notEqual(decisionOf(apply(smaller)).status, 'allowed', JSON.stringify({ request, changes, left }));
      }
    }
  }
  assert.ok(seen > 500);
});

test('the facts after an action make sense the next day', () => {
  let seen = 0;
  for (const request of requests(20_000, 6)) {
    const answer = rules.preview(request);
    assert.equal(answer.type, 'success');
    const { decision, effects, facts_after: facts } = answer;
    const first = decision.status === 'allowed' ? request.today : decision.until;
    if (first === undefined) {
      assert.deepEqual(effects, []);
      continue;
    }
    ++seen;
    assert.deepEqual(
      effects.map(({ on }) => on),
      effects.map(({ on }) => on).sort(),
    );
    const next = rules.check({ ...clone(request), today: dayAfter(first), facts });
    assert.equal(next.type, 'success', JSON.stringify({ request, next }));
    const finding = (rule) => next.decision.findings.find((one) => one.rule === rule);
    switch (request.action.type) {
      case 'link_mcid':
        if (decision.dates.next_association !== undefined) {
          assert.notEqual(next.decision.status, 'allowed');
          const later = { ...clone(request), today: decision.dates.next_association, facts };
          assert.equal(decisionOf(later).status, 'allowed', JSON.stringify(later));
        }
        break;
      case 'unlink_mcid':
        // Another link may still stand of which nobody knows the organization.
        assert.notEqual(finding('association.linked').outcome, 'met');
        break;
      case 'remove_partner_university':
        assert.equal(finding('association.partner_university').outcome, 'not_met');
        break;
      case 'remove_from_skills_report':
        assert.equal(finding('skills_report.still_listed').outcome, 'not_met');
        break;
      case 'upgrade_silver_to_gold':
        assert.equal(finding('learning_option.holds_silver').outcome, 'not_met');
        break;
      case 'verify_sign_in_email':
        assert.deepEqual(
          decisionOf({ ...clone(request), facts, action: { type: 'resend_sign_in' } })
            .findings.filter(({ outcome }) => outcome === 'not_met' || outcome === 'unknown')
            .map(({ rule }) => rule)
            // It may have expired meanwhile.
            .filter((rule) => rule !== 'membership.password_valid'),
          [],
        );
        break;
      default:
        // Nothing that the action changed stands in its own way.
        assert.notEqual(next.decision.findings.length, 0);
    }
  }
  assert.ok(seen > 2_000, `${seen} compared`);
});

test('only the facts that a rule lists can change what it finds', () => {
  for (const request of requests(1_500, 7)) {
    const before = decisionOf(request).findings;
    const action = catalogue.actions.find(({ type }) => type === request.action.type);
    for (const { path } of catalogue.facts) {
      if (path.includes('*') || /^\/(today|ruleset|action)/.test(path)) {
        continue;
      }
      const listed = action.rules.filter((id) => {
        const facts = catalogue.rules.find((rule) => rule.id === id).facts;
        return facts.some((fact) => fact === path || fact.startsWith(`${path}/`) || path.startsWith(`${fact}/`));
      });
      const value = candidates(path, request)[0];
      const answer = rules.check(setAtIfPossible(clone(request), path, value));
      if (answer.type === 'failure') {
        continue;
      }
      for (const [index, finding] of answer.decision.findings.entries()) {
        if (!listed.includes(finding.rule)) {
          assert.deepEqual(finding, before[index], `${finding.rule} reads ${path}`);
        }
      }
    }
  }
});

// An account that is known to be none has no members to set.
function setAtIfPossible(request, path, value) {
  const parent = path
    .split('/')
    .slice(1, -1)
    .reduce((target, part) => (target === undefined ? target : target?.[part]), request);
  return parent === null ? request : setAt(request, path, value);
}
