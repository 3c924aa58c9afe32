// What a person has answered to one question, in no language.

export interface Entry {
  /** `unanswered` and `unknown` are both left out of the request; only the second was said. */
  state: 'unanswered' | 'unknown' | 'none' | 'given';
  /** As it was typed. It is kept whatever becomes of it. */
  text: string;
  /** What was understood, in the language in which it was typed; undefined when nothing was. */
  value: string | number | boolean | readonly string[] | undefined;
  /** How many rows a list has. */
  rows: number;
}

export const unanswered: Entry = Object.freeze({ state: 'unanswered', text: '', value: undefined, rows: 0 });

export function typed(text: string, value: Entry['value']): Entry {
  return { state: text.trim() === '' ? 'unanswered' : 'given', text, value, rows: 0 };
}

export function chosen(value: Entry['value']): Entry {
  return { state: 'given', text: '', value, rows: 0 };
}
