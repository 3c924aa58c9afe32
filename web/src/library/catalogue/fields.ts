// The questions of an action, as a tree, made from the catalogue alone.
import type { ActionRow, Catalogue, FactRow } from 'partnercheck';
import { parentOf, patternOf, type Pointer } from '../pointers.js';

export type FieldKind = 'text' | 'number' | 'date' | 'yes_no' | 'choice' | 'choices' | 'object' | 'rows' | 'group';

export interface Field {
  /** With `*` for the place in a list. */
  pattern: Pointer;
  kind: FieldKind;
  /** The key of the question's text; `.hint` behind it is its hint. */
  question: string;
  /** The action that asks; empty for what every action asks. */
  action: string;
  /** "None" is an answer, and a different one from "I do not know". */
  nullable: boolean;
  required: boolean;
  values: readonly string[];
  longest: number | undefined;
  /** The questions inside an object, or inside each row of a list. */
  members: Field[];
}

/** Whatever asks: an action, or a goal. */
export type AskingRow = Pick<ActionRow, 'parameters' | 'required' | 'facts'> & { type: string };

const kinds: Record<FactRow['type'], FieldKind> = {
  boolean: 'yes_no',
  integer: 'number',
  number: 'number',
  date: 'date',
  choice: 'choice',
  string: 'text',
  object: 'object',
};

function kindOf(row: FactRow): FieldKind {
  if (row.list) {
    return row.type === 'object' ? 'rows' : 'choices';
  }
  return kinds[row.type];
}

/** What the action is, who asks, what is known: in this order. Members stand inside their object or list. */
export function fieldsOf(catalogue: Catalogue, action: AskingRow): Field[] {
  const parameters = action.parameters.map((name) => `/action/${name}`);
  const asked = new Set([...parameters, ...action.facts]);
  const rows = catalogue.facts.filter(
    (row) => asked.has(row.path) || parameters.includes(parentOf(row.path)) || belongsToAskedList(row.path, asked),
  );
  const fields: Field[] = [];
  const byPattern = new Map<Pointer, Field>();
  for (const row of rows) {
    const field: Field = {
      pattern: row.path,
      kind: kindOf(row),
      question: row.question,
      action: action.type,
      nullable: row.nullable,
      required: action.required.some((name) => row.path === `/action/${name}`),
      values: row.values ?? [],
      longest: row.type === 'string' ? row.longest : undefined,
      members: [],
    };
    byPattern.set(row.path, field);
    const holder = holderOf(row.path, byPattern) ?? groupOf(row.path, parameters, byPattern, fields);
    (holder?.members ?? fields).push(field);
  }
  return fields;
}

/** The question, of those that stand by themselves, that asks for what a pointer names. */
export function fieldHolding(fields: readonly Field[], pointer: Pointer): Field | undefined {
  const asked = patternOf(pointer);
  return fields.find(({ pattern }) => asked === pattern || asked.startsWith(`${pattern}/`));
}

export function fieldOfToday(catalogue: Catalogue): Field {
  const row = catalogue.facts.find((fact) => fact.path === '/today');
  return {
    pattern: '/today',
    kind: 'date',
    question: row?.question ?? 'question.today',
    action: '',
    nullable: false,
    required: true,
    values: [],
    longest: undefined,
    members: [],
  };
}

/** Whoever asks for a list asks for its rows whole. */
function belongsToAskedList(path: Pointer, asked: ReadonlySet<Pointer>): boolean {
  const star = path.indexOf('/*/');
  return star >= 0 && asked.has(path.slice(0, star));
}

function holderOf(path: Pointer, byPattern: ReadonlyMap<Pointer, Field>): Field | undefined {
  return byPattern.get(parentOf(path).replace(/\/\*$/, ''));
}

/** A parameter that is an object without a row of its own, e.g. `page`: its members stand together. */
function groupOf(
  path: Pointer,
  parameters: string[],
  byPattern: Map<Pointer, Field>,
  fields: Field[],
): Field | undefined {
  const pattern = parentOf(path);
  if (!parameters.includes(pattern)) {
    return undefined;
  }
  const group: Field = {
    pattern,
    kind: 'group',
    question: `question${pattern.replaceAll('/', '.')}`,
    action: '',
    nullable: false,
    required: false,
    values: [],
    longest: undefined,
    members: [],
  };
  byPattern.set(pattern, group);
  fields.push(group);
  return group;
}
