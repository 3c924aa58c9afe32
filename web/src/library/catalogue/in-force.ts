// An action as one ruleset knows it: the rules in force, and the facts that these read.
import type { ActionRow, Catalogue } from 'partnercheck';

export function actionInForce(catalogue: Catalogue, action: ActionRow, ruleset: string): ActionRow {
  const inForce = catalogue.rulesets.find((each) => each.id === ruleset)?.rules ?? {};
  const rules = action.rules.filter((rule) => Object.hasOwn(inForce, rule));
  const read = new Set(catalogue.rules.filter((rule) => rules.includes(rule.id)).flatMap((rule) => rule.facts));
  return { ...action, rules, facts: action.facts.filter((fact) => read.has(fact)) };
}
