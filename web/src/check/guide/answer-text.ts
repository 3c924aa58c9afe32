// An answer in one line, whatever its kind.
import type { Answers } from '../../library/answers/answers.js';
import { valueOfField } from '../../library/answers/request.js';
import type { Field } from '../../library/catalogue/fields.js';
import { lastKeyOf } from '../../library/pointers.js';
import type { Messages } from '../../library/messages.js';

/** Undefined for a question that nobody has answered. */
export function answerText(messages: Messages, field: Field, answers: Answers): string | undefined {
  const { state } = answers.at(field.pattern);
  const value = valueOfField(field, field.pattern, answers);
  return value !== undefined
    ? textOf(messages, field, value)
    : state === 'unanswered'
      ? undefined
      : messages.t('guide.left_open');
}

function textOf(messages: Messages, field: Field, value: unknown): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) {
    return messages.none(field);
  }
  if (field.kind === 'rows') {
    return (value as Record<string, unknown>[]).map((row) => membersText(messages, field, row)).join('; ');
  }
  if (field.kind === 'object' || field.kind === 'group') {
    const members = membersText(messages, field, value as Record<string, unknown>);
    return members === '' ? messages.words.text('choice.yes') : members;
  }
  return messages.value(field, value);
}

function membersText(messages: Messages, { members }: Field, object: Record<string, unknown>): string {
  const parts = members.flatMap((member) => {
    const value = object[lastKeyOf(member.pattern)];
    return value === undefined ? [] : [textOf(messages, member, value)];
  });
  return parts.join(', ');
}
