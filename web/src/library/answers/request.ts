// Answers to a request, and a request back to answers. What nobody answered is left out: absent means unknown.
import type { Field } from '../catalogue/fields.js';
import { lastKeyOf, setAt, valueAt, type Pointer } from '../pointers.js';
import type { Answers } from './answers.js';
import { chosen, typed, type Entry } from './entry.js';

/** `undefined` stands for "left out". A text that could not be understood is passed on, so that the core judges it. */
export function valueOfField(field: Field, pointer: Pointer, answers: Answers): unknown {
  if (field.kind === 'group') {
    const members = objectOf(field, pointer, answers);
    return Object.keys(members).length === 0 ? undefined : members;
  }
  const entry = answers.at(pointer);
  switch (entry.state) {
    case 'unanswered':
    case 'unknown':
      return undefined;
    case 'none':
      return field.kind === 'rows' || field.kind === 'choices' ? [] : null;
    case 'given':
      return givenValue(field, pointer, answers, entry);
  }
}

function givenValue(field: Field, pointer: Pointer, answers: Answers, entry: Entry): unknown {
  switch (field.kind) {
    case 'object':
      return objectOf(field, pointer, answers);
    case 'rows':
      return Array.from({ length: entry.rows }, (_, index) => objectOf(field, `${pointer}/${index}`, answers));
    case 'text':
    case 'number':
    case 'date': {
      const text = entry.text.trim();
      return entry.value ?? (text === '' ? undefined : text);
    }
    default:
      return entry.value;
  }
}

function objectOf(field: Field, pointer: Pointer, answers: Answers): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const member of field.members) {
    const key = lastKeyOf(member.pattern);
    const value = valueOfField(member, `${pointer}/${key}`, answers);
    if (value !== undefined) {
      object[key] = value;
    }
  }
  return object;
}

export interface Question {
  action: string;
  ruleset: string;
  fields: readonly Field[];
  answers: Answers;
}

export function requestOf({ action, ruleset, fields, answers }: Question): object {
  const today = answers.at('/today');
  const request: Record<string, unknown> = { ruleset, action: { type: action } };
  if (today.state === 'given') {
    request.today = today.value ?? today.text.trim();
  }
  for (const field of fields) {
    const value = valueOfField(field, field.pattern, answers);
    if (value !== undefined) {
      setAt(request, field.pattern, value);
    }
  }
  return request;
}

/** The answers that make a request. Questions that the request leaves open stay as they are in `answers`. */
export function answersOf(request: object, fields: readonly Field[], answers: Answers): Answers {
  return fields.reduce((all, field) => withValue(all, field, field.pattern, valueAt(request, field.pattern)), answers);
}

function withValue(answers: Answers, field: Field, pointer: Pointer, value: unknown): Answers {
  if (value === undefined) {
    return answers;
  }
  if (value === null) {
    return answers.with(pointer, { state: 'none' });
  }
  if (Array.isArray(value) && value.length === 0) {
    return answers.with(pointer, { state: 'none', rows: 0 });
  }
  switch (field.kind) {
    case 'rows': {
      const rows = value as unknown[];
      const counted = answers.with(pointer, { state: 'given', rows: rows.length });
      return rows.reduce<Answers>((all, row, index) => withMembers(all, field, `${pointer}/${index}`, row), counted);
    }
    case 'object':
      return withMembers(answers.with(pointer, { state: 'given' }), field, pointer, value);
    case 'group':
      return withMembers(answers, field, pointer, value);
    case 'text':
    case 'number':
    case 'date':
      return answers.with(pointer, typed(String(value), value as Entry['value']));
    default:
      return answers.with(pointer, chosen(value as Entry['value']));
  }
}

function withMembers(answers: Answers, field: Field, pointer: Pointer, object: unknown): Answers {
  return field.members.reduce((all, member) => {
    const key = lastKeyOf(member.pattern);
    return withValue(all, member, `${pointer}/${key}`, (object as Record<string, unknown>)[key]);
  }, answers);
}
