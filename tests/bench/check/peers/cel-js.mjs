import { Environment } from '@marcbachmann/cel-js';
import { choices } from '../outcomes.mjs';
import { decisionOf, factsOf } from '../plain.mjs';

// A number of JavaScript is a double of CEL.
const literal = (value) => (typeof value === 'number' ? `${value}.0` : JSON.stringify(value));
const expressions = choices(([fact, sign, value]) => `${fact} ${sign} ${literal(value)}`);
const outcomesOf = new Environment({ unlistedVariablesAreDyn: true }).parse(
  `[${expressions.map(([, text]) => `(${text})`).join(', ')}]`,
);

export function decide(request) {
  const facts = factsOf(request);
  const outcomes = outcomesOf(facts);
  return decisionOf(Object.fromEntries(expressions.map(([rule], index) => [rule, outcomes[index]])), facts);
}
