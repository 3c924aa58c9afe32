import { LogicEngine } from 'json-logic-engine';
import { rows, rules } from '../outcomes.mjs';
import { decisionOf, factsOf } from '../plain.mjs';

const condition = ([fact, sign, value]) => ({
  [sign === '==' ? '===' : sign === '!=' ? '!==' : sign]: [{ var: fact }, value],
});

// Built once: the engine compiles the rules to JavaScript.
const outcomesOf = new LogicEngine().build(
  rules.map((rule) => ({
    if: [
      ...rows.filter(([of]) => of === rule).flatMap(([, outcome, all]) => [{ and: all.map(condition) }, outcome]),
      'met',
    ],
  })),
);

export function decide(request) {
  const facts = factsOf(request);
  const outcomes = outcomesOf(facts);
  return decisionOf(Object.fromEntries(rules.map((rule, index) => [rule, outcomes[index]])), facts);
}
