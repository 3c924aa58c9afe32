// A table goes in: what it is about, how it is written and which column holds what is said by the options, otherwise by
// the table.
import {
  recognise,
  skillColumns,
  tableForm,
  type Roster,
  type RosterColumns,
  type SkillColumns,
  type TableForm,
  type TableKind,
} from '../roster/index.js';
import { headers } from '../roster/headers.js';
import { keyOf } from '../roster/recognise.js';
import { Failed, oneOf, UsageError, type Values } from './command.js';
import type { Succeeded } from './faults.js';
import type { Input } from './input.js';
import type { Progress } from './progress.js';

export type Form = TableForm & { delimiter: string };
type Look = { subject: 'links'; columns: RosterColumns } | { subject: 'skills'; columns: SkillColumns };
export type Table = Look & {
  name: string;
  /** In words. */
  kind: string;
  form: Form;
  /** What is read of it so far. */
  beginning: Buffer;
  rest: AsyncIterator<Buffer>;
};

export const columnNames = {
  links: Object.keys(headers.associations) as (keyof RosterColumns)[],
  skills: ['person', 'skill', 'expires', 'pmc', 'pc'],
} as const satisfies { links: (keyof RosterColumns)[]; skills: (keyof SkillColumns)[] };
type Subject = keyof typeof columnNames;
type Column = keyof RosterColumns | keyof SkillColumns;

const subjects: Record<Subject, string> = { links: 'a table of links', skills: 'a table of skills' };
const kinds: Record<TableKind, string> = {
  associations: subjects.links,
  skills_report: 'a skills report',
  training: 'an export of trainings',
  learn: 'an export of trainings on Microsoft Learn',
  competencies: 'a table of competencies',
};

export const encodings = ['utf-8', 'utf-16le', 'utf-16be'] as const;
/** Enough to know a table by. */
const beginningSize = 1 << 16;

/** @throws Failed that names the table. */
export async function openTable(roster: Roster, input: Input, values: Values, succeeded: Succeeded): Promise<Table> {
  const rest = input.pieces[Symbol.asyncIterator]();
  const parts: Buffer[] = [];
  let size = 0;
  let whole = false;
  while (size < beginningSize && !whole) {
    const { value, done } = await rest.next();
    whole = done === true;
    if (!whole) {
      parts.push(value as Buffer);
      size += (value as Buffer).length;
    }
  }
  const beginning = Buffer.concat(parts);
  if (['504b0304', 'd0cf11e0'].includes(beginning.toString('hex', 0, 4))) {
    throw new Failed(`${input.name} is a workbook: save its sheet as CSV, or give it to the page, which reads .xlsx`);
  }
  const { form, header } = formOf(roster, beginning, whole, { name: input.name, values, succeeded });
  return { ...lookOf(header, values.columns, input.name), name: input.name, form, beginning, rest };
}

/** Gives the roster, which is started, the whole table. */
export async function feed(roster: Roster, { beginning, rest }: Table, progress: Progress): Promise<void> {
  roster.feed(beginning);
  let size = beginning.length;
  for (let piece = await rest.next(); !piece.done; piece = await rest.next()) {
    roster.feed(piece.value);
    size += piece.value.length;
    const { rows, people } = roster.progress;
    progress.reading(rows, people, size);
  }
}

/** And the names of the columns: none where there are none. */
function formOf(
  roster: Roster,
  beginning: Buffer,
  whole: boolean,
  { name, values, succeeded }: { name: string; values: Values; succeeded: Succeeded },
): { form: Form; header: string[] } {
  const sniffed = succeeded(
    roster.sniff(beginning.subarray(0, beginningSize), whole && beginning.length <= beginningSize),
  );
  const encoding = oneOf('encoding', values.encoding, encodings) ?? sniffed.encoding;
  const delimiter = delimiterOf(values.delimiter) ?? sniffed.delimiter;
  const dayOrder = oneOf('day-order', values['day-order'], ['day_month', 'month_day']);
  const hasHeader = values['no-header'] !== true;
  let { rows } = sniffed;
  if (encoding !== sniffed.encoding || delimiter !== sniffed.delimiter) {
    rows = succeeded(roster.sniff(asTabs(beginning.subarray(0, beginningSize), encoding, delimiter), whole)).rows;
  }
  const [header] = rows;
  if (header === undefined) {
    throw new Failed(`${name}: the table is empty`);
  }
  return { form: tableForm({ encoding, delimiter }, hasHeader, dayOrder), header: hasHeader ? header : [] };
}

/** The same cells with a delimiter that is known by itself; in a header other signs do not matter. */
function asTabs(beginning: Buffer, encoding: string, delimiter: string): Buffer {
  const text = new TextDecoder(encoding).decode(beginning, { stream: true });
  return Buffer.from(text.replace(/[,;\t]/g, (sign) => (sign === delimiter ? sign : ' ')).replaceAll(delimiter, '\t'));
}

function delimiterOf(value: Values[string]): string | undefined {
  const sign = value === 'tab' ? '\t' : value;
  if (sign !== undefined && (String(sign).length !== 1 || /["\r\n]|[^\t -~]/.test(String(sign)))) {
    throw new UsageError(`--delimiter ${String(value)}: write one sign, such as ; or the word tab`);
  }
  return sign as string | undefined;
}

/** What the columns that are named say of the table goes before what their names say. */
function lookOf(header: string[], given: Values[string], name: string): Look & { kind: string } {
  const recognised = recognise(header);
  const links = recognised.kind === 'associations' ? recognised.columns : undefined;
  const skills = skillColumns(recognised);
  const named = namedColumns(header, given, name);
  const subject = subjectOf(Object.keys(named)) ?? (skills === undefined ? 'links' : 'skills');
  const isKnown = (subject === 'links' ? links : skills) !== undefined;
  const kind = isKnown && recognised.kind !== undefined ? kinds[recognised.kind] : subjects[subject];
  if (subject === 'skills') {
    const columns: SkillColumns = { ...skills, ...named };
    if (columns.person !== undefined) {
      return { subject, kind, columns };
    }
  } else {
    const columns: RosterColumns = { ...links, ...named };
    if (
      columns.person !== undefined &&
      (columns.organization ?? columns.started ?? columns.next_association_date) !== undefined
    ) {
      return { subject, kind, columns };
    }
  }
  throw new Failed(
    recognised.kind === 'competencies'
      ? `${name} is ${kinds.competencies}: it names no people, so nothing is worked out from it`
      : `${name} cannot be known as ${subjects.links} or of skills by its columns: ${header.join(', ')}
Say which column holds what: --columns person=…,started=… for links, person=…,skill=… for skills`,
  );
}

/** By name or, from 1, by number. */
function namedColumns(header: string[], given: Values[string], name: string): Partial<Record<Column, number>> {
  const all = [...new Set(Object.values(columnNames).flat())];
  const keys = header.map(keyOf);
  const pairs = (given === undefined ? [] : String(given).split(',')).map((pair) => {
    const [column = '', wanted = ''] = pair.split(/=(.*)/s).map((part) => part.trim());
    if (!all.includes(column as Column)) {
      throw new UsageError(`--columns ${pair}: there are ${all.join(', ')}`);
    }
    const index = keys.indexOf(keyOf(wanted));
    if (index === -1 && !/^[1-9]\d{0,3}$/.test(wanted)) {
      throw new UsageError(
        `--columns ${pair}: ${name} has no such column${header.length === 0 ? '; without a header write its number' : `, only ${header.join(', ')}`}`,
      );
    }
    return [column, index === -1 ? Number(wanted) - 1 : index];
  });
  return Object.fromEntries(pairs);
}

/** What only one of them has. */
function subjectOf(columns: string[]): Subject | undefined {
  const ofOnly = (subject: Subject): string[] =>
    columns.filter((column) => column !== 'person' && (columnNames[subject] as readonly string[]).includes(column));
  const links = ofOnly('links');
  const skills = ofOnly('skills');
  if (links.length > 0 && skills.length > 0) {
    throw new UsageError(
      `--columns: ${links.join(', ')} are of ${subjects.links}, ${skills.join(', ')} of ${subjects.skills}`,
    );
  }
  return links.length > 0 ? 'links' : skills.length > 0 ? 'skills' : undefined;
}
