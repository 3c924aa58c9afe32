// What to ask next.
import type { Answers } from '../../library/answers/answers.js';
import { fieldHolding, type Field } from '../../library/catalogue/fields.js';
import type { Pointer } from '../../library/pointers.js';
import type { AskingNow } from './asking.js';
import { isUsual } from './usual.js';

/** `usual` asks whether several facts are as nearly always; undefined when nothing is left that could change the answer. */
export type Page = { kind: 'usual' | 'questions'; fields: readonly Field[] } | undefined;

export interface Asked extends AskingNow {
  answers: Answers;
  /** What was asked already; a question that somebody could not answer is not asked again. */
  passed: ReadonlySet<Pointer>;
  /** How many questions there is room for. */
  most: number;
}

/** The place of the page that asks for what is usual. */
export const usualPage: Pointer = '/usual';

export function nextPage({ fields, opening, open, answers, passed, most }: Asked): Page {
  const missing = fields.find(
    ({ required, pattern }) =>
      answers.at(pattern).state === 'unanswered' && (required || (!passed.has(pattern) && opening.includes(pattern))),
  );
  if (missing !== undefined) {
    return { kind: 'questions', fields: [missing] };
  }
  const left = openFields(fields, open()).filter(({ pattern }) => !passed.has(pattern));
  const together = left.filter((field) => isUsual(field) && answers.at(field.pattern).state === 'unanswered');
  const asksMuch = together.length > 1 || together.some(({ kind }) => kind === 'group');
  if (asksMuch && !passed.has(usualPage)) {
    return { kind: 'usual', fields: together };
  }
  return left.length === 0 ? undefined : { kind: 'questions', fields: left.slice(0, most) };
}

function openFields(fields: readonly Field[], open: readonly Pointer[]): Field[] {
  return [...new Set(open.flatMap((path) => fieldHolding(fields, path) ?? []))];
}
