import Engine from 'publicodes';
import { rows, rules } from '../outcomes.mjs';
import { decisionOf, factsOf } from '../plain.mjs';

const nameOf = (fact) => fact.replaceAll('_', ' ');
const literal = (value) => (typeof value === 'string' ? `'${value}'` : `${value}`);
const condition = ([fact, sign, value]) => `${nameOf(fact)} ${sign === '==' ? '=' : sign} ${literal(value)}`;
const ruleName = (index) => `rule ${index}`;

const engine = new Engine({
  // The type of a fact is that of its default.
  ...Object.fromEntries(
    rows.flatMap(([, , all]) => all.map(([fact, , value]) => [nameOf(fact), { 'par défaut': literal(value) }])),
  ),
  ...Object.fromEntries(
    rules.map((rule, index) => [
      ruleName(index),
      {
        variations: [
          ...rows
            .filter(([of]) => of === rule)
            .map(([, outcome, all]) => ({
              si: { 'toutes ces conditions': all.map(condition) },
              alors: literal(outcome),
            })),
          { sinon: literal('met') },
        ],
      },
    ]),
  ),
});

export function decide(request) {
  const { days, today, ...facts } = factsOf(request);
  engine.setSituation(Object.fromEntries(Object.entries(facts).map(([fact, value]) => [nameOf(fact), literal(value)])));
  const outcomes = rules.map((rule, index) => [rule, engine.evaluate(ruleName(index)).nodeValue]);
  return decisionOf(Object.fromEntries(outcomes), { days, today });
}
