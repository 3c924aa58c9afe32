// A case is a request that names its ruleset and can be answered.
import type { Catalogue, Fault, PartnerCheck as Core, Request } from 'partnercheck';
import { everyField } from '../library/catalogue/every-field.js';
import type { Field } from '../library/catalogue/fields.js';
import { lastKeyOf, valueAt } from '../library/pointers.js';
import type { Messages } from '../library/messages.js';
import { Misfit, copyAs } from './copy-as.js';

export type Case = Request & { ruleset: string };

/** Why something is no case. */
export class CaseError extends Error {
  override name = 'CaseError';
  constructor(
    readonly code: 'misfit' | 'unknown_ruleset' | 'refused',
    readonly detail: { misfit?: Misfit; ruleset?: string; fault?: Fault | undefined },
  ) {
    super(code);
  }
}

/** Copies a case out of anything at all. @throws CaseError */
export function readCase(value: unknown, catalogue: Catalogue, core: Core, path = ''): Case {
  try {
    const request = copyAs<Request>('Request', value, catalogue, path);
    if (request.ruleset === undefined) {
      throw new Misfit('missing_field', `${path}/ruleset`);
    }
    if (!catalogue.rulesets.some(({ id }) => id === request.ruleset)) {
      throw new CaseError('unknown_ruleset', { ruleset: request.ruleset.slice(0, 40) });
    }
    // Lengths, days that do not exist, actions that are not there: the core knows best.
    const answer = core.check(request);
    if (answer.type === 'failure') {
      throw new CaseError('refused', { fault: answer.errors[0] });
    }
    return request as Case;
  } catch (failure) {
    throw failure instanceof Misfit ? new CaseError('misfit', { misfit: failure }) : failure;
  }
}

export interface Line {
  label: string;
  value: string;
}

/** Everything that a case says, in words. */
export function linesOf(request: Case, catalogue: Catalogue, messages: Messages): Line[] {
  const { words } = messages;
  const action = catalogue.actions.find(({ type }) => type === request.action.type);
  const ruleset = catalogue.rulesets.find(({ id }) => id === request.ruleset);
  const lines = [
    {
      label: words.text('question.action.type'),
      value: action === undefined ? request.action.type : words.text(action.title),
    },
    {
      label: words.text('question.ruleset'),
      value: ruleset === undefined ? request.ruleset : messages.ruleset(ruleset, catalogue.default_ruleset),
    },
  ];
  const add = (field: Field, value: unknown, prefix: string): void => {
    if (value === undefined || /^\/(ruleset|action\/type)$/.test(field.pattern)) {
      return;
    }
    const label = `${prefix}${messages.question(field)}`;
    const addMembers = (object: unknown, before: string): void =>
      field.members.forEach((member) => add(member, valueAt(object, `/${lastKeyOf(member.pattern)}`), before));
    if (field.kind === 'rows' && Array.isArray(value) && value.length > 0) {
      value.forEach((row, index) => addMembers(row, `${prefix}${messages.t('list.entry', { number: index + 1 })} – `));
      return;
    }
    if (field.kind !== 'group') {
      lines.push({ label, value: messages.value(field, value) });
    }
    if (value !== null) {
      addMembers(value, prefix);
    }
  };
  for (const field of everyField(catalogue, request.action.type)) {
    add(field, valueAt(request, field.pattern), '');
  }
  return lines;
}
