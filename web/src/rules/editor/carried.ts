// What an address of the editor carries: the id of a ruleset to start from, or a draft and a case, packed by `share/edit-fragment.ts`.
import type { Catalogue, PartnerCheck as Core } from 'partnercheck';
import { readCase, type Case } from '../../share/case.js';
import { fromFragment } from '../../share/fragment.js';
import { draftOf, newDraft, type Draft } from './draft.js';

export interface Carried {
  draft: Draft;
  /** Over which both rulesets are compared. */
  request?: Case;
}

/** Undefined where it is neither, or holds what the core refuses. */
export async function unpack(id: string, catalogue: Catalogue, core: Core): Promise<Carried | undefined> {
  const ruleset = catalogue.rulesets.find((each) => each.id === id);
  if (ruleset !== undefined) {
    return { draft: newDraft(ruleset) };
  }
  try {
    const { draft, request } = JSON.parse(await fromFragment(id)) as { draft?: object; request?: unknown };
    const asked = request === undefined ? {} : { request: readCase(request, catalogue, core) };
    const base = catalogue.rulesets.find((each) => each.id === (asked.request?.ruleset ?? catalogue.default_ruleset));
    if (draft === undefined) {
      return base === undefined ? undefined : { draft: newDraft(base), ...asked };
    }
    return core.loadRuleset(draft).type === 'failure' ? undefined : { draft: draftOf(draft, catalogue), ...asked };
  } catch {
    // Whatever is wrong with it: it cannot be opened, which is said.
    return undefined;
  }
}
