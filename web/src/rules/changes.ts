// What changed from one ruleset to another: the rules as the core compares them, and the numbers.
import type { Catalogue, CompareRequest, Difference, PartnerCheck as Core, Ruleset } from 'partnercheck';
import type { NumberEntry } from '../library/numbers/number.js';
import { bareRequests } from './bare.js';

export interface NumberChange {
  name: string;
  before: NumberEntry | undefined;
  after: NumberEntry | undefined;
}

export interface Changes {
  rules: Difference[];
  numbers: NumberChange[];
}

export function changesBetween(core: Core, catalogue: Catalogue, before: Ruleset, after: Ruleset): Changes {
  return { rules: ruleChanges(core, catalogue, before, after), numbers: numberChanges(before, after) };
}

/** In the order of the catalogue, each rule once, whatever the action. */
function ruleChanges(core: Core, catalogue: Catalogue, before: Ruleset, after: Ruleset): Difference[] {
  const found = new Map<string, Difference>();
  for (const action of catalogue.actions) {
    for (const { ruleset: _, ...request } of bareRequests(catalogue, action, after)) {
      const answer = core.compare({ ...request, rulesets: [before.id, after.id] } as CompareRequest);
      for (const difference of answer.type === 'success' ? answer.differences : []) {
        found.set(difference.rule, found.get(difference.rule) ?? difference);
      }
    }
  }
  return catalogue.rules.flatMap(({ id }) => found.get(id) ?? []);
}

export function numberChanges(before: Ruleset, after: Ruleset): NumberChange[] {
  const names = [...new Set([...Object.keys(before.parameters), ...Object.keys(after.parameters)])].sort();
  return names
    .map((name) => ({ name, before: before.parameters[name], after: after.parameters[name] }))
    .filter((change) => JSON.stringify(change.before?.value) !== JSON.stringify(change.after?.value));
}
