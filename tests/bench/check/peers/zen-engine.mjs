import { ZenEngine } from '@gorules/zen-engine';
import { choices } from '../outcomes.mjs';
import { decisionOf, factsOf } from '../plain.mjs';

const expressions = choices(([fact, sign, value]) => `${fact} ${sign} ${JSON.stringify(value)}`);
const node = (id, type, content = {}) => ({ id, name: id, type, position: { x: 0, y: 0 }, content });

const decision = new ZenEngine().createDecision({
  nodes: [
    node('asked', 'inputNode'),
    node('rules', 'expressionNode', {
      expressions: expressions.map(([, value], index) => ({
        id: `${index}`,
        key: `rule${index}`,
        value: value.replaceAll('&&', 'and'),
      })),
    }),
    node('answered', 'outputNode'),
  ],
  edges: [
    { id: 'in', sourceId: 'asked', targetId: 'rules', type: 'edge' },
    { id: 'out', sourceId: 'rules', targetId: 'answered', type: 'edge' },
  ],
});

export async function decide(request) {
  const { days, today, ...facts } = factsOf(request);
  const { result } = await decision.evaluate(facts);
  return decisionOf(Object.fromEntries(expressions.map(([rule], index) => [rule, result[`rule${index}`]])), {
    days,
    today,
  });
}
