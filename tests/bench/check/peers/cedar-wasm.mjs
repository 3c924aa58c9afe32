import { setFlagsFromString } from 'node:v8';
import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import { rows } from '../outcomes.mjs';
import { decisionOf, factsOf } from '../plain.mjs';

// Node.js 20 ends with a fatal error when it throws away optimized code in which a call that returns an external
// reference, as those of this package do, was inlined.
setFlagsFromString('--no-turbo-inline-js-wasm-calls');

// Each row is a policy that forbids; the reasons of the answer are the rows that hold.
const condition = ([fact, sign, value]) => `context.${fact} ${sign} ${JSON.stringify(value)}`;
const policies = rows.map(
  ([, , all]) => `forbid(principal, action, resource) when { ${all.map(condition).join(' && ')} };`,
);
const read = preparsePolicySet('link_mcid', {
  staticPolicies: Object.fromEntries(
    [...policies, 'permit(principal, action, resource);'].map((policy, index) => [`${index}`, policy]),
  ),
});
if (read.type !== 'success') {
  throw new Error(JSON.stringify(read));
}

export function decide(request) {
  const { days, today, ...context } = factsOf(request);
  const answer = statefulIsAuthorized({
    principal: { type: 'Person', id: 'owner' },
    action: { type: 'Action', id: 'link_mcid' },
    resource: { type: 'Organization', id: 'wanted' },
    context,
    preparsedPolicySetId: 'link_mcid',
    entities: [],
  });
  const { decision, diagnostics } = answer.response;
  const held = decision === 'allow' ? [] : diagnostics.reason.map((index) => rows[index]);
  return decisionOf(Object.fromEntries(held), { days, today });
}
