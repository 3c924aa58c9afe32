// A second implementation, slow and obvious, agrees on random requests over all actions and rulesets.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'partnercheck';
import { decide } from '../oracle/oracle.mjs';
import { actions, random, randomRequest } from '../oracle/random.mjs';

const count = Number(process.env.ORACLE_REQUESTS ?? 100_000);
const sorted = (entries) => Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));

test(`${count} random requests are decided alike`, async () => {
  const rules = await load();
  const next = random(20_211);
  const seen = new Set();
  const { rulesets } = rules.describe();
  for (let i = 0; i < count; ++i) {
    const request = randomRequest(next);
    const answer = rules.check(request);
    assert.equal(answer.type, 'success', JSON.stringify({ request, answer }));
    const { status, until, earliest, latest, dates, findings, later = [] } = answer.decision;
    const found = findings.map(({ rule, outcome, until: day }) => [rule, day ? { outcome, until: day } : { outcome }]);
    const expected = decide(request);
    assert.deepEqual(
      { status, until, earliest, latest, dates: sorted(Object.entries(dates)), rules: sorted(found) },
      {
        status: expected.status,
        until: expected.until,
        earliest: expected.earliest,
        latest: expected.latest,
        dates: sorted(Object.entries(expected.dates ?? {})),
        rules: sorted(Object.entries(expected.rules)),
      },
      JSON.stringify(request),
    );
    assert.deepEqual(rules.decide(request).decision, {
      status,
      ...(until && { until }),
      ...(earliest && { earliest }),
      ...(latest && { latest }),
      outcomes: Object.fromEntries(findings.map(({ rule, outcome }) => [rule, outcome])),
    });
    const newer = rulesets.filter(({ as_of }) => as_of > (request.ruleset ?? '2021-04-27') && as_of <= request.today);
    const others = newer
      .map(({ id }) => ({ id, ...decide({ ...request, ruleset: id }) }))
      .filter((other) => other.status !== status || other.until !== until);
    assert.deepEqual(
      later.map((one) => [one.ruleset, one.status, one.until]),
      others.map((other) => [other.id, other.status, other.until]),
      JSON.stringify(request),
    );
    seen.add(`${request.action.type} ${status}`);
  }
  for (const action of actions) {
    assert.ok(
      [...seen].some((pair) => pair.startsWith(`${action} `)),
      `${action} was never asked`,
    );
  }
});
