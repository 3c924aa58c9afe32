import { Engine } from 'json-rules-engine';
import { rows } from '../outcomes.mjs';
import { decisionOf, factsOf } from '../plain.mjs';

const operators = {
  '==': 'equal',
  '!=': 'notEqual',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
  '<': 'lessThan',
};

const engine = new Engine(
  rows.map(([rule, outcome, all]) => ({
    conditions: { all: all.map(([fact, sign, value]) => ({ fact, operator: operators[sign], value })) },
    event: { type: rule, params: { outcome } },
  })),
);

export async function decide(request) {
  const facts = factsOf(request);
  const { events } = await engine.run(facts);
  return decisionOf(Object.fromEntries(events.map(({ type, params }) => [type, params.outcome])), facts);
}
