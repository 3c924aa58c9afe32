// The hand-written JavaScript that the bench measures against decides what `check` decides.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'partnercheck';
import { decide } from '../bench/check/by-hand.mjs';
import { gist } from '../bench/check/gist.mjs';
import { example, randomRequests } from '../bench/check/requests.mjs';

test('questions about a link are decided by hand as check decides them', async () => {
  const rules = await load();
  const seen = new Set();
  for (const request of [example, ...randomRequests(2_000, 7)]) {
    const { decision } = rules.check(request);
    assert.deepEqual(gist(decide(request)), gist(decision), JSON.stringify(request));
    decision.findings.forEach(({ rule, outcome }) => seen.add(`${rule} ${outcome}`));
    seen.add(decision.status);
  }
  for (const what of [
    'allowed',
    'deferred',
    'needs_info',
    'denied',
    'association.yearly_limit not_met',
    'association.yearly_limit unknown',
    'association.cool_off unknown',
  ]) {
    assert.ok(seen.has(what), `never ${what}`);
  }
});
