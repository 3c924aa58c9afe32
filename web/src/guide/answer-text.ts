// An answer in one line, whatever its kind.
import type { Answers } from '../answers/answers.js';
import { valueOfField } from '../answers/request.js';
import type { Field } from '../catalogue/fields.js';
import { lastKeyOf } from '../pointers.js';
import type { Wording } from '../wording.js';

/** Undefined for a question that nobody has answered. */
export function answerText(wording: Wording, field: Field, answers: Answers): string | undefined {
  const { state } = answers.at(field.pattern);
  const value = valueOfField(field, field.pattern, answers);
  return value !== undefined
    ? textOf(wording, field, value)
    : state === 'unanswered'
      ? undefined
      : wording.say('guide.left_open');
}

function textOf(wording: Wording, field: Field, value: unknown): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) {
    return wording.none(field);
  }
  if (field.kind === 'rows') {
    return (value as Record<string, unknown>[]).map((row) => membersText(wording, field, row)).join('; ');
  }
  if (field.kind === 'object' || field.kind === 'group') {
    const members = membersText(wording, field, value as Record<string, unknown>);
    return members === '' ? wording.words.text('choice.yes') : members;
  }
  return wording.value(field, value);
}

function membersText(wording: Wording, { members }: Field, object: Record<string, unknown>): string {
  const parts = members.flatMap((member) => {
    const value = object[lastKeyOf(member.pattern)];
    return value === undefined ? [] : [textOf(wording, member, value)];
  });
  return parts.join(', ');
}
