// What to ask next.
import type { ActionRow, PartnerCheck as Core, Request } from 'partnercheck';
import type { Answers } from '../../library/answers/answers.js';
import { fieldHolding, type Field } from '../../library/catalogue/fields.js';
import type { Pointer } from '../../library/pointers.js';
import { isUsual } from './usual.js';

/** `usual` asks whether several facts are as nearly always; undefined when nothing is left that could change the answer. */
export type Page = { kind: 'usual' | 'questions'; fields: readonly Field[] } | undefined;

export interface Asked {
  core: Pick<Core, 'ask'>;
  action: ActionRow;
  fields: readonly Field[];
  request: Request;
  answers: Answers;
  /** What was asked already; a question that somebody could not answer is not asked again. */
  passed: ReadonlySet<Pointer>;
  /** How many questions there is room for. */
  most: number;
}

/** What people have in mind when they come, by kind of the action; the core would take its default for the day. */
const opening: Readonly<Record<string, readonly Pointer[]>> = {
  permission: ['/action/organization'],
  visibility: ['/action/on'],
};

/** The place of the page that asks for what is usual. */
export const usualPage: Pointer = '/usual';

export function nextPage({ core, action, fields, request, answers, passed, most }: Asked): Page {
  const missing = fields.find(
    ({ required, pattern }) =>
      answers.at(pattern).state === 'unanswered' &&
      (required || (!passed.has(pattern) && opening[action.kind]?.includes(pattern) === true)),
  );
  if (missing !== undefined) {
    return { kind: 'questions', fields: [missing] };
  }
  const open = openFields(core, fields, request).filter(({ pattern }) => !passed.has(pattern));
  const together = open.filter((field) => isUsual(field) && answers.at(field.pattern).state === 'unanswered');
  if (together.length > 1 && !passed.has(usualPage)) {
    return { kind: 'usual', fields: together };
  }
  return open.length === 0 ? undefined : { kind: 'questions', fields: open.slice(0, most) };
}

/** The questions that can still change the answer, the one that settles most first. */
function openFields(core: Pick<Core, 'ask'>, fields: readonly Field[], request: Request): Field[] {
  const answer = core.ask(request);
  const paths =
    answer.type === 'failure'
      ? answer.errors.map(({ path }) => path)
      : answer.settled
        ? []
        : answer.questions.map(({ path }) => path);
  const asked = paths.flatMap((path) => fieldHolding(fields, path) ?? []);
  return [...new Set(asked)];
}
