// The questions that cannot change an answer any more.
import type { ActionRow, Catalogue, Decision, PartnerCheck as Core, Request } from 'partnercheck';
import { setAt, type Pointer } from '../library/pointers.js';
import type { Field } from '../library/catalogue/fields.js';

export interface Settling {
  catalogue: Catalogue;
  /** As the ruleset knows it. */
  action: ActionRow;
  fields: readonly Field[];
  request: Request;
  decision: Decision;
  check: Core['check'];
}

/**
 * The questions whose rules all found nothing to look at. A rule may do so only because of the answer to the very
 * question; so each is answered otherwise, to see that its rules stay out of it. What the action is stays open.
 */
export function settledFields({ catalogue, action, fields, request, decision, check }: Settling): ReadonlySet<Pointer> {
  const rules = catalogue.rules.filter((rule) => action.rules.includes(rule.id));
  const settled = fields.filter(({ pattern, ...field }) => {
    if (pattern.startsWith('/action/')) {
      return false;
    }
    const readers = rules
      .filter((rule) => rule.facts.some((fact) => fact === pattern || fact.startsWith(`${pattern}/`)))
      .map((rule) => rule.id);
    const isOut = ({ findings }: Decision): boolean =>
      readers.every((reader) => findings.find(({ rule }) => rule === reader)?.outcome === 'not_applicable');
    return (
      readers.length > 0 &&
      isOut(decision) &&
      otherValues(field, request.today).every((value) => {
        const answer = check(withValue(request, pattern, value));
        return answer.type === 'success' && isOut(answer.decision);
      })
    );
  });
  return new Set(settled.map((field) => field.pattern));
}

/** Enough of them to tell; undefined is no answer. */
function otherValues({ kind, values, nullable }: Omit<Field, 'pattern'>, today: string): unknown[] {
  const given: Record<Field['kind'], unknown[]> = {
    yes_no: [true, false],
    choice: [...values],
    choices: [[], ...values.map((value) => [value])],
    number: [0, 1],
    date: [today],
    text: ['?'],
    object: [{}],
    rows: [[], [{}]],
    group: [{}],
  };
  return [undefined, ...(nullable && kind !== 'rows' && kind !== 'choices' ? [null] : []), ...given[kind]];
}

function withValue(request: Request, pattern: Pointer, value: unknown): Request {
  const changed = structuredClone(request);
  setAt(changed as unknown as Record<string, unknown>, pattern, value);
  return changed;
}
