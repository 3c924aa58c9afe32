// A ruleset of one's own while it is being written: numbers that differ from a built-in one, each with its source. As the file
// that `loadRuleset` takes, so that there is one form of it.
import type { Catalogue, Ruleset } from 'partnercheck';
import type { NumberEntry } from '../../library/numbers/number.js';

export interface Draft {
  id: string;
  based_on: string;
  parameters: Record<string, { value: NumberEntry['value']; source: string }>;
  /** Rules that were taken in or out by whoever wrote the file. They are kept as they are. */
  rules?: unknown;
}

export function newDraft(ruleset: Ruleset): Draft {
  return { id: `my-${ruleset.id}`, based_on: ruleset.id, parameters: {} };
}

/** Of whatever the core took for a ruleset: members that were left out have their defaults. */
export function draftOf(taken: object, { default_ruleset: standard }: Catalogue): Draft {
  const { id, based_on = standard, parameters = {}, ...rest } = taken as Partial<Draft> & { id: string };
  return { id, based_on, parameters, ...rest };
}

/** With a number changed; undefined: as it is in the built-in one. */
export function withNumber(draft: Draft, name: string, number: Draft['parameters'][string] | undefined): Draft {
  const { [name]: _, ...others } = draft.parameters;
  return { ...draft, parameters: number === undefined ? others : { ...others, [name]: number } };
}

/** What stands in place of a number, so that it can be asked for. */
export type Shape =
  | { kind: 'number'; unit: string }
  | { kind: 'date' }
  | { kind: 'choice'; values: string[] }
  | { kind: 'list'; values: readonly string[] };

/** Where the documents of one ruleset do not state a number, those of another do. */
export function shapeOf({ rulesets, roles, competencies, facts }: Catalogue, name: string): Shape {
  const entries = rulesets.flatMap(({ parameters }) => parameters[name] ?? []);
  const { value, unit } = entries.find((entry) => entry.value !== null) ?? {
    value: null,
    unit: entries[0]?.unit ?? '',
  };
  if (Array.isArray(value)) {
    const evidence = facts.find(({ path }) => path === '/action/evidence')?.values ?? [];
    const lists: readonly (readonly string[])[] = [roles, evidence, competencies];
    return { kind: 'list', values: lists.find((list) => value.every((each) => list.includes(each))) ?? value };
  }
  if (unit.includes('|')) {
    return { kind: 'choice', values: unit.split('|') };
  }
  return typeof value === 'string' ? { kind: 'date' } : { kind: 'number', unit };
}

/** What somebody typed, for the core to judge: a text that is no number stays one. */
export function valueTyped(shape: Shape, text: string): NumberEntry['value'] {
  const plain = text.trim();
  if (plain === '') {
    return null;
  }
  return shape.kind === 'number' && /^-?\d{1,15}$/.test(plain) ? Number(plain) : plain;
}
