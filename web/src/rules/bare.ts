// The requests that say no more than an action requires: what the rules answer to them is what they ask for.
import type { ActionRow, Catalogue, Request, Ruleset } from 'partnercheck';

/** One, or one for each choice that is required. On the day of the ruleset, so that no later one has its say. */
export function bareRequests(catalogue: Catalogue, { type, required }: ActionRow, ruleset: Ruleset): Request[] {
  const members = required.reduce<Record<string, string>[]>(
    (all, name) => {
      const values = catalogue.facts.find(({ path }) => path === `/action/${name}`)?.values ?? [anyName];
      return all.flatMap((before) => values.map((value) => ({ ...before, [name]: value })));
    },
    [{}],
  );
  return members.map(
    (given) => ({ ruleset: ruleset.id, today: ruleset.as_of, action: { type, ...given } }) as unknown as Request,
  );
}

/** In no language. */
const anyName = '…';
