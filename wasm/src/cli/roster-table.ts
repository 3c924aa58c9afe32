// A table goes in: what it is about, how it is written and which column holds what is said by the options, otherwise by
// the table.
import {
  dayOrderShown,
  recogniseTable,
  skillColumns,
  tableForm,
  type DayOrderShown,
  type LinksTable,
  type RecognisedTable,
  type Roster,
  type RosterColumns,
  type SkillColumns,
  type SkillsTable,
  type Sniffed,
  type SniffRequest,
  type TableForm,
  type TableKind,
} from '../roster/index.js';
import { headers } from '../roster/headers.js';
import { keyOf } from '../roster/recognise.js';
import { Failed, numberOf, oneOf, UsageError, type Values } from './command.js';
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
  /** What it shows of itself that is worth saying. */
  notes: readonly string[];
  pieces: AsyncIterable<Buffer>;
  /** Its bytes are fed as they stand in a file, and a byte that ends a line is nothing else. */
  hasLines: boolean;
};

export const columnNames = {
  links: ['person', 'name', ...(Object.keys(headers.associations).slice(1) as (keyof RosterColumns)[])],
  skills: ['person', 'name', 'email', 'skill', 'expires', 'pmc', 'pc'],
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

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'big5'] as const;
/** Of what cannot be read twice so much is held to know it by. */
const beginningSize = 1 << 16;

/** @throws Failed that names the table. */
export async function openTable(roster: Roster, input: Input, values: Values, succeeded: Succeeded): Promise<Table> {
  const { name } = input;
  const told = {
    encoding: oneOf('encoding', values.encoding, encodings),
    delimiter: delimiterOf(values.delimiter),
    dayOrder: oneOf('day-order', values['day-order'], ['day_month', 'month_day']),
    shortYears: oneOf('short-years', values['short-years'], ['first', 'last']),
    rowsAbove: numberOf('rows-above', values['rows-above']),
  };
  const sniff = async (pieces: AsyncIterable<Buffer>, encoding: SniffRequest['encoding']) => {
    const { sniffing } = succeeded(roster.startSniffing(known({ encoding, delimiter: told.delimiter })));
    for await (const piece of pieces) {
      succeeded(sniffing.feed(piece));
    }
    return succeeded(sniffing.finish(isWhole));
  };
  const { first, rest, pieces, isWhole } = await held(input);
  if (['504b0304', 'd0cf11e0'].includes(first.toString('hex', 0, 4))) {
    throw new Failed(`${name} is a workbook: save its sheet as CSV, or give it to the page, which reads .xlsx`);
  }
  let sniffed = await sniff(pieces(), told.encoding === 'big5' ? undefined : told.encoding);
  const encoding = told.encoding ?? sniffed.encoding;
  const decoded = (from: AsyncIterable<Buffer>, fatal: boolean): AsyncIterable<Buffer> =>
    encoding === 'big5' ? inUtf8(from, new TextDecoder(encoding, { fatal }), name) : from;
  if (encoding === 'big5') {
    // A beginning can end within a character.
    sniffed = await sniff(decoded(pieces(), isWhole), 'utf-8');
  }
  if (sniffed.rows.length === 0) {
    throw new Failed(`${name}: the table is empty`);
  }
  const table = recogniseTable(sniffed, {
    rowsAbove: told.rowsAbove,
    hasHeader: values['no-header'] === true ? false : undefined,
  });
  const look = lookOf(table, values.columns, name);
  const shown = dayOrderShown(sniffed, placesOfDays(look.columns));
  const dayOrder = told.dayOrder ?? shown.order;
  return {
    ...look,
    name,
    form: tableForm(sniffed, table.hasHeader, { dayOrder, shortYears: told.shortYears, rowsAbove: table.rowsAbove }),
    notes: [
      ...(encoding === 'utf-8' ? [] : [encodingNote(encoding, told.encoding === undefined ? sniffed : undefined)]),
      ...aboveNotes(table),
      ...guessNotes(table, look.columns),
      ...orderNotes(shown, told.dayOrder),
      ...(shown.shortYear === undefined || told.shortYears !== undefined
        ? []
        : [
            `days such as ${shown.shortYear.value} in line ${shown.shortYear.line} have a year of two digits; say --short-years first or last`,
          ]),
    ],
    pieces: decoded(rest(), true),
    hasLines: input.again !== undefined && (encoding === 'utf-8' || encoding === 'windows-1252'),
  };
}

/** Gives it the whole table. */
export async function feed(
  started: LinksTable | SkillsTable,
  { pieces }: Table,
  progress: Progress,
  succeeded: Succeeded,
): Promise<void> {
  let size = 0;
  for await (const piece of pieces) {
    succeeded(started.feed(piece));
    size += piece.length;
    const { rows, people } = started.progress;
    progress.reading(rows, people, size);
  }
}

interface Held {
  first: Buffer;
  /** Of the whole table, or of its beginning where it comes only once. */
  pieces(): AsyncIterable<Buffer>;
  isWhole: boolean;
  /** The whole table, for the last time. */
  rest(): AsyncIterable<Buffer>;
}

async function held(input: Input): Promise<Held> {
  const coming = input.pieces[Symbol.asyncIterator]();
  const parts: Buffer[] = [];
  const { again } = input;
  let isWhole = again !== undefined;
  let size = 0;
  while (size < (again === undefined ? beginningSize : 1)) {
    const { value, done } = await coming.next();
    if (done === true) {
      isWhole = true;
      break;
    }
    parts.push(value as Buffer);
    size += (value as Buffer).length;
  }
  async function* all(): AsyncGenerator<Buffer> {
    yield* parts;
    for (let piece = await coming.next(); piece.done !== true; piece = await coming.next()) {
      yield piece.value;
    }
  }
  async function* anew(): AsyncGenerator<Buffer> {
    yield* (await (again as () => Promise<Input>)()).pieces;
  }
  async function* beginning(): AsyncGenerator<Buffer> {
    yield* parts;
  }
  const [first = Buffer.alloc(0)] = parts;
  return again === undefined
    ? { first, pieces: beginning, rest: all, isWhole }
    : { first, pieces: all, rest: anew, isWhole };
}

async function* inUtf8(pieces: AsyncIterable<Buffer>, decoder: TextDecoder, name: string): AsyncGenerator<Buffer> {
  try {
    for await (const piece of pieces) {
      yield Buffer.from(decoder.decode(piece, { stream: true }));
    }
    yield Buffer.from(decoder.decode());
  } catch (error) {
    throw error instanceof TypeError
      ? new Failed(`${name} is not written in ${decoder.encoding}`, { cause: error })
      : error;
  }
}

/** What is known, without what is not. */
function known<T extends object>(said: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as ReturnType<
    typeof known<T>
  >;
}

function delimiterOf(value: Values[string]): string | undefined {
  const sign = value === 'tab' ? '\t' : value;
  if (sign !== undefined && (String(sign).length !== 1 || /["\r\n]|[^\t -~]/.test(String(sign)))) {
    throw new UsageError(`--delimiter ${String(value)}: write one sign, such as ; or the word tab`);
  }
  return sign as string | undefined;
}

/** What the columns that are named say of the table goes before what it shows itself. */
function lookOf(table: RecognisedTable, given: Values[string], name: string): Look & { kind: string } {
  const { header } = table;
  const shown = table.name === undefined ? {} : { name: table.name };
  const links = table.kind === 'associations' ? table.columns : undefined;
  const skills = skillColumns(table);
  const named = namedColumns(header, given, name);
  const subject = subjectOf(Object.keys(named)) ?? (skills === undefined ? 'links' : 'skills');
  const isKnown = (subject === 'links' ? links : skills) !== undefined;
  const kind = isKnown && table.kind !== undefined ? kinds[table.kind] : subjects[subject];
  if (subject === 'skills') {
    const columns: SkillColumns = { ...shown, ...skills, ...named };
    if (columns.person !== undefined) {
      return { subject, kind, columns };
    }
  } else {
    const columns: RosterColumns = { ...shown, ...links, ...named };
    if (
      columns.person !== undefined &&
      (columns.organization ?? columns.started ?? columns.next_association_date) !== undefined
    ) {
      return { subject, kind, columns };
    }
  }
  throw new Failed(
    table.kind === 'competencies'
      ? `${name} is ${kinds.competencies}: it names no people, so nothing is worked out from it`
      : `${name} cannot be known as ${subjects.links} or of skills by its columns: ${header.join(', ')}
Say which column holds what: --columns person=…,started=… for links, person=…,skill=… for skills`,
  );
}

const placesOfDays = (columns: RosterColumns & SkillColumns): number[] =>
  [columns.started, columns.ended, columns.next_association_date, columns.expires].filter(
    (place) => place !== undefined,
  );

function encodingNote(encoding: string, sniffed: Sniffed | undefined): string {
  const seen = sniffed?.encoding_seen;
  return `read as ${encoding}${seen === undefined ? '' : `, such as “${seen.value}” in line ${seen.line}`}`;
}

function aboveNotes({ rowsAbove, hasHeader }: RecognisedTable): string[] {
  const rows = rowsAbove === 1 ? '1 row' : `${rowsAbove} rows`;
  return rowsAbove === 0
    ? []
    : [`${rows} in front of the ${hasHeader ? 'names of the columns' : 'first person'} left out (--rows-above)`];
}

/** What somebody should look at. */
function guessNotes({ guesses }: RecognisedTable, columns: RosterColumns & SkillColumns): string[] {
  return Object.entries(guesses)
    .filter(([column, { index, sure }]) => !sure && columns[column as Column] === index)
    .map(
      ([column, { index, seen, ground }]) =>
        `column ${index + 1} is taken for ${column} by ${ground === 'cells' ? 'its cells' : 'its name'}, such as “${seen}”; --columns ${column}=… if it is another`,
    );
}

function orderNotes({ order, proofs, either }: DayOrderShown, told: DayOrderShown['order']): string[] {
  const places = proofs.map(({ value, line }) => `${value} in line ${line}`).join(', ');
  if (told !== undefined || (order === undefined && either === undefined && proofs.length < 2)) {
    return [];
  }
  if (order !== undefined) {
    return [`in days the ${order === 'day_month' ? 'day' : 'month'} comes first (${places})`];
  }
  return [
    proofs.length === 2
      ? `some days have the day first and some the month (${places}); say --day-order, or write them alike`
      : `days such as ${either?.value} in line ${either?.line} can be read in two ways; say --day-order day_month or month_day`,
  ];
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

const ofBoth = ['person', 'name', 'email'];

/** What only one of them has. */
function subjectOf(columns: string[]): Subject | undefined {
  const ofOnly = (subject: Subject): string[] =>
    columns.filter(
      (column) => !ofBoth.includes(column) && (columnNames[subject] as readonly string[]).includes(column),
    );
  const links = ofOnly('links');
  const skills = ofOnly('skills');
  if (links.length > 0 && skills.length > 0) {
    throw new UsageError(
      `--columns: ${links.join(', ')} are of ${subjects.links}, ${skills.join(', ')} of ${subjects.skills}`,
    );
  }
  return links.length > 0 ? 'links' : skills.length > 0 ? 'skills' : undefined;
}
