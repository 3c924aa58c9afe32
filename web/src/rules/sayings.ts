// What each rule says, in each ruleset, while nothing is known about a case.
import type { Catalogue, Finding, PartnerCheck as Core, RuleRow } from 'partnercheck';
import { bareRequests } from './bare.js';

/** By ruleset. Where a ruleset does not have the rule, there is none. */
export type Sayings = ReadonlyMap<string, Finding>;

export function sayingsOf(core: Core, catalogue: Catalogue, rule: RuleRow): Sayings {
  const actions = catalogue.actions.filter(({ type }) => rule.actions.includes(type));
  const sayings = new Map<string, Finding>();
  for (const ruleset of catalogue.rulesets) {
    const findings = actions.flatMap((action) =>
      bareRequests(catalogue, action, ruleset).flatMap((request) => {
        const answer = core.check(request);
        return answer.type === 'success' ? answer.decision.findings.filter((finding) => finding.rule === rule.id) : [];
      }),
    );
    // That it does not apply says the least about it.
    const saying = findings.find(({ outcome }) => outcome !== 'not_applicable') ?? findings[0];
    if (saying !== undefined) {
      sayings.set(ruleset.id, saying);
    }
  }
  return sayings;
}
