// What a table is about and what its columns hold: by what they are called and by what stands in their cells.
import type { SeenCell, SkillColumns, Sniffed, SniffedColumn, TableForm } from './contract.js';
import { accountWords, yesNoWords } from './cell-words.js';
import { headers } from './headers.js';

type Headers = typeof headers;
export type TableKind = keyof Headers;
export type TableColumn<K extends TableKind> = keyof Headers[K] & string;

/**
 * Why a column is taken for what it is: its name, its name without what is added in brackets and the like, a name with one
 * slip of the pen, a part of its name, or its cells alone.
 */
export type Ground = 'name' | 'short_name' | 'slip' | 'part' | 'cells';

export interface Guess {
  index: number;
  ground: Ground;
  /** The name that was known, or a cell. */
  seen: string;
  /** Somebody should look where it is not. */
  sure: boolean;
}

/** Index of each column that is known; the names of the others, which are kept as they are. */
export type Recognised =
  | RecognisedAs<TableKind>
  | { kind: undefined; columns: Record<string, never>; unknown: string[] };
type RecognisedAs<K extends TableKind> = K extends TableKind
  ? { kind: K; columns: Partial<Record<TableColumn<K>, number>>; unknown: string[] }
  : never;

/** A whole table: also where its header is, and why each column is taken for what it is. */
export type RecognisedTable = Recognised & {
  guesses: Readonly<Record<string, Guess>>;
  /** Titles and the like, in front of the header. */
  rowsAbove: number;
  hasHeader: boolean;
  /** The names of all columns; where two rows hold them, both. */
  header: string[];
  /** A column that names people beside the one that tells them apart. */
  name: number | undefined;
};

/** A table without these is not of the kind. */
const needed: { [K in TableKind]: (has: (column: TableColumn<K>) => boolean) => boolean } = {
  associations: (has) => has('person') && (has('organization') || has('started') || has('next_association_date')),
  skills_report: (has) =>
    has('person') && (has('pmc') || has('pc') || has('skill') || has('relevant') || has('expires')),
  training: (has) => has('person') && has('skill'),
  learn: (has) => has('person') && has('skill'),
  competencies: (has) => has('competency') && (has('status') || has('ended')),
};

/** The kind of which most columns are there. A column that stands twice counts once, the first. */
export function recognise(header: readonly string[]): Recognised {
  return known(header, found(namesOfHeader(header), []));
}

const headersLookedAt = 10;

/** Where the header is, when somebody says it. */
export interface HeaderSaid {
  hasHeader?: boolean | undefined;
  rowsAbove?: number | undefined;
}

/** By the header, wherever it is, and by the cells under it. */
export function recogniseTable(sniffed: Pick<Sniffed, 'rows' | 'columns'>, said: HeaderSaid = {}): RecognisedTable {
  const places = headerPlaces(sniffed.rows).filter(
    ({ rowsAbove }) => said.rowsAbove === undefined || rowsAbove === said.rowsAbove,
  );
  if (places.length === 0) {
    const rowsAbove = said.rowsAbove ?? 0;
    places.push({ names: namesOfHeader(sniffed.rows[rowsAbove] ?? []), rowsAbove });
  }
  const tried = places.map(({ names, rowsAbove }) => ({
    names,
    rowsAbove,
    hasHeader: true,
    found: found(names, cellsUnder(sniffed, rowsAbove + 1)),
  }));
  const best = tried.reduce((one, other) => (other.found.named > one.found.named ? other : one));
  const looksLikeHeader = best.found.named > 0 || !holdsValues(sniffed.rows[best.rowsAbove] ?? []);
  const { rowsAbove } = best;
  const {
    names,
    hasHeader,
    found: guessed,
  } = (said.hasHeader ?? looksLikeHeader)
    ? best
    : { names: [], hasHeader: false, found: found([], cellsUnder(sniffed, rowsAbove)) };
  const header = names.map((each) => each.at(-1) ?? '');
  const recognised = known(header, guessed);
  return { ...recognised, guesses: guessed.guesses, rowsAbove, hasHeader, header, name: nameColumn(recognised, names) };
}

/** What the days of these columns show of the order of day and month. */
export interface DayOrderShown {
  /** Undefined where nothing shows it, or where cells show both. */
  order: NonNullable<TableForm['day_order']> | undefined;
  /** The cells that show it. */
  proofs: SeenCell[];
  /** A day that can be read both ways. */
  either: SeenCell | undefined;
  /** A day whose year has two digits; nothing shows where it stands. */
  shortYear: SeenCell | undefined;
}

export function dayOrderShown({ columns }: Pick<Sniffed, 'columns'>, places: readonly number[]): DayOrderShown {
  const first = (cell: 'day_first' | 'month_first' | 'either_order' | 'short_year'): SeenCell | undefined =>
    places
      .map((place) => columns[place]?.[cell])
      .filter((seen) => seen !== undefined)
      .sort((a, b) => a.line - b.line)[0];
  const [dayFirst, monthFirst, either] = [first('day_first'), first('month_first'), first('either_order')];
  const order = dayFirst === undefined ? 'month_day' : 'day_month';
  return {
    order: (dayFirst === undefined) === (monthFirst === undefined) ? undefined : order,
    proofs: [dayFirst, monthFirst].filter((seen) => seen !== undefined),
    either,
    shortYear: first('short_year'),
  };
}

/** Of a table of skills: a report, or an export of trainings. A report without their names says for which programs they count. */
export function skillColumns(found: Recognised): SkillColumns | undefined {
  switch (found.kind) {
    case 'skills_report':
    case 'training':
    case 'learn': {
      const { person, email, skill, relevant, expires, pmc, pc }: SkillColumns & { relevant?: number } = found.columns;
      const columns = { person, email, skill: skill ?? relevant, expires, pmc, pc };
      return Object.fromEntries(Object.entries(columns).filter(([, place]) => place !== undefined));
    }
    default:
      return undefined;
  }
}

/** Two names with the same key are the same name: letters and digits, whatever their case, width and composition. */
export function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

// The names.

/** Of one column: as it is written in the header, and with what stands above it in a second row of names. */
type Names = string[];

const namesOfHeader = (header: readonly string[]): Names[] => header.map((name) => [name]);

function headerPlaces(rows: Sniffed['rows']): { names: Names[]; rowsAbove: number }[] {
  const places = [{ names: namesOfHeader(rows[0] ?? []), rowsAbove: 0 }];
  for (let row = 0; row < Math.min(rows.length, headersLookedAt); row += 1) {
    const [cells = [], below] = [rows[row], rows[row + 1]];
    if (!holdsValues(cells)) {
      places.push({ names: namesOfHeader(cells), rowsAbove: row });
      if (below?.some((cell) => cell.trim() !== '') && !holdsValues(below)) {
        places.push({ names: underEachOther(cells, below), rowsAbove: row + 1 });
      }
    }
  }
  return places;
}

/** A merged cell stands above the empty ones to its right. */
function underEachOther(above: readonly string[], below: readonly string[]): Names[] {
  let last = '';
  return Array.from({ length: Math.max(above.length, below.length) }, (_, index) => {
    const [upper = '', lower = ''] = [above[index]?.trim(), below[index]?.trim()];
    last = upper === '' ? last : upper;
    return lower === '' ? [upper] : [`${last} ${lower}`, lower];
  });
}

/** What stands in no header: numbers of people, days, addresses. */
function holdsValues(cells: readonly string[]): boolean {
  return cells.some((cell) =>
    /^[\s\d./:-]*\d{4,}[\s\d./:-]*$|^\d{1,2}[./-]\d{1,2}[./-]\d{4}|\S@\S+\.\S/.test(cell.trim()),
  );
}

interface NameMatch {
  score: number;
  ground: Ground;
}

const leastSlip = 5;
const knownKeys = new Map<string, readonly string[]>();

/** The keys under which a column is known, the likeliest first. */
function keysOf(kind: TableKind, column: string): readonly string[] {
  const id = `${kind}.${column}`;
  let keys = knownKeys.get(id);
  if (keys === undefined) {
    const names =
      (headers[kind] as Record<string, readonly string[] | Record<string, readonly string[]>>)[column] ?? [];
    const lists: (readonly string[])[] = Array.isArray(names) ? [names] : Object.values(names);
    const longest = Math.max(...lists.map((list) => list.length));
    keys = [...new Set(Array.from({ length: longest }, (_, at) => lists.map((list) => list[at])).flat())]
      .filter((name) => name !== undefined)
      .map(keyOf);
    knownKeys.set(id, keys);
  }
  return keys;
}

function matchOf(names: Names, keys: readonly string[]): NameMatch | undefined {
  return names
    .map((name) => matchOfName(name, keys))
    .filter((match) => match !== undefined)
    .sort((a, b) => b.score - a.score)[0];
}

function matchOfName(name: string, keys: readonly string[]): NameMatch | undefined {
  const key = keyOf(name);
  const short = keyOf(withoutAdditions(name));
  if (key === '') {
    return undefined;
  }
  const rank = (at: number): number => at / (keys.length * 20);
  const exact = keys.indexOf(key);
  if (exact !== -1) {
    return { score: 1 - rank(exact), ground: 'name' };
  }
  const shortened = short === '' ? -1 : keys.indexOf(short);
  if (shortened !== -1) {
    return { score: 0.92 - rank(shortened), ground: 'short_name' };
  }
  const slipped = keys.findIndex(
    (known) => Math.max(known.length, short.length) >= leastSlip && isOneSlip(known, short),
  );
  if (slipped !== -1) {
    return { score: 0.82 - rank(slipped), ground: 'slip' };
  }
  const share = Math.max(0, ...keys.filter((known) => isPartOf(known, name)).map((known) => known.length / key.length));
  return share < 0.3 ? undefined : { score: 0.5 + 0.2 * Math.min(1, share), ground: 'part' };
}

/** Units and remarks in brackets, numbers of columns, stars. */
function withoutAdditions(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[([{<【「].*?(?:[)\]}>】」]|$)/gu, ' ')
    .replace(/^\s*\d+[.)]\s+/, '')
    .replace(/(?:[\s_-]|\b)(?:nr|no|number|nummer|號碼)\.?\s*$/iu, '');
}

/** Whole words in languages that part them; any letters in one that does not. */
function isPartOf(key: string, name: string): boolean {
  const words = name
    .normalize('NFKC')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  if (/\p{sc=Han}/u.test(key)) {
    return key.length > 1 && keyOf(name).includes(key);
  }
  if (key.length < 4 || words === null) {
    return false;
  }
  return words.some((_, from) => words.some((__, upTo) => words.slice(from, upTo + 1).join('') === key));
}

/** A letter too much, too little, another one, or two that changed places. */
function isOneSlip(a: string, b: string): boolean {
  const [long, short] = a.length < b.length ? [b, a] : [a, b];
  if (long === short || long.length - short.length > 1) {
    return false;
  }
  let at = 0;
  while (at < short.length && long[at] === short[at]) {
    at += 1;
  }
  const rest = long.slice(at + 1);
  return long.length > short.length
    ? rest === short.slice(at)
    : rest === short.slice(at + 1) ||
        (long[at] === short[at + 1] && long[at + 1] === short[at] && long.slice(at + 2) === short.slice(at + 2));
}

// The cells.

type Cells = SniffedColumn & { values: readonly string[] };

/** Of each column, without the rows of names. */
function cellsUnder({ rows, columns }: Pick<Sniffed, 'rows' | 'columns'>, from: number): Cells[] {
  return columns.map((column, index) => {
    const values = rows
      .slice(from)
      .map((row) => row[index]?.trim() ?? '')
      .filter((value) => value !== '');
    const above = rows.slice(0, from).filter((row) => (row[index]?.trim() ?? '') !== '').length;
    return { ...column, filled: column.filled - above, values };
  });
}

type Sort = 'day' | 'id' | 'mail' | 'count' | 'yes_no' | 'account' | 'text';

const yesNo = new Set([...yesNoWords.yes_words, ...yesNoWords.no_words].map((word) => word.toLowerCase()));
const accounts = new Set(
  [...accountWords.work_words, ...accountWords.personal_words, ...accountWords.none_words].map((word) =>
    word.toLowerCase(),
  ),
);

/** What most cells are; undefined where there are none. */
function sortOf(cells: Cells | undefined): Sort | undefined {
  if (cells === undefined || cells.filled <= 0) {
    return undefined;
  }
  const { filled, days, ids, mails, counts, values } = cells;
  const most = (count: number): boolean => count * 10 >= filled * 6;
  const areAll = (words: ReadonlySet<string>): boolean =>
    values.length > 0 && values.every((value) => words.has(value.toLowerCase()));
  return most(mails)
    ? 'mail'
    : most(ids)
      ? 'id'
      : most(days)
        ? 'day'
        : areAll(yesNo)
          ? 'yes_no'
          : areAll(accounts)
            ? 'account'
            : most(counts)
              ? 'count'
              : 'text';
}

/** What the cells of a column of this name may be; the first are those that speak for it. */
const sorts: Record<string, readonly [Sort[], Sort[]]> = {
  person: [
    ['id', 'mail'],
    ['text', 'count', 'yes_no'],
  ],
  organization: [['text'], ['account']],
  started: [['day'], []],
  ended: [['day'], ['account']],
  next_association_date: [['day'], ['account']],
  active_certifications: [['count'], ['yes_no']],
  account_organization: [['text'], ['account']],
  account_kind: [['account'], []],
  name: [['text'], []],
  email: [['mail'], []],
  pmc: [['yes_no'], []],
  pc: [['yes_no'], []],
  skill: [['text'], ['id', 'count']],
  relevant: [['text'], []],
  expires: [['day'], []],
  completed: [['day'], []],
};

/** From 1, the cells speak for it, to -1, against it. */
function support(column: string, cells: Cells | undefined): number {
  const sort = sortOf(cells);
  const [likely, possible] = sorts[column] ?? [[], []];
  return sort === undefined || likely.length === 0 ? 0 : likely.includes(sort) ? 1 : possible.includes(sort) ? 0 : -1;
}

/** A column without a name that says anything. */
function byCells(kind: TableKind, column: string, cells: Cells[], index: number): number {
  const own = cells[index];
  if (own === undefined || own.filled < 2) {
    return 0;
  }
  switch (`${kind}.${column}`) {
    case 'associations.person':
    case 'skills_report.person':
      return sortOf(own) === 'id' ? 0.35 : sortOf(own) === 'mail' ? 0.3 : 0;
    case 'associations.started':
    case 'skills_report.expires':
      return sortOf(own) === 'day' ? 0.3 : 0;
    case 'associations.ended':
      return sortOf(own) === 'day' && sortOf(cells[index - 1]) === 'day' ? 0.29 : 0;
    case 'associations.organization':
      return sortOf(own) === 'text' && own.distinct * 2 <= own.filled ? 0.25 : 0;
    default:
      return 0;
  }
}

// Both.

interface Found {
  kind?: TableKind;
  guesses: Record<string, Guess>;
  /** How much of it the names say. */
  named: number;
}

function found(names: Names[], cells: Cells[]): Found {
  return (Object.keys(headers) as TableKind[])
    .map((kind) => foundAs(kind, names, cells))
    .filter(({ kind, guesses }) => needed[kind]((column) => column in guesses))
    .reduce<Found>((best, next) => (next.named > best.named + 1e-9 || best.kind === undefined ? next : best), {
      guesses: {},
      named: 0,
    });
}

function foundAs(kind: TableKind, names: Names[], cells: Cells[]): Found & { kind: TableKind } {
  const width = Math.max(names.length, cells.length);
  const candidates = Object.keys(headers[kind]).flatMap((column) =>
    Array.from({ length: width }, (_, index) => candidate(kind, column, names[index] ?? [], cells, index)).flat(),
  );
  // Without somebody to speak of there is no table: the other columns take what is left.
  candidates.sort(
    (a, b) => Number(b.column === 'person') - Number(a.column === 'person') || b.score - a.score || a.index - b.index,
  );
  const guesses: Record<string, Guess> = {};
  const taken = new Set<number>();
  let named = 0;
  for (const { column, index, score, ...guess } of candidates) {
    if (!(column in guesses) && !taken.has(index)) {
      guesses[column] = { index, ...guess };
      taken.add(index);
      named += guess.ground === 'cells' ? 0 : score;
    }
  }
  const inOrder = Object.keys(headers[kind]).flatMap((column) => {
    const guess = guesses[column];
    return guess === undefined ? [] : [[column, guess] as const];
  });
  return { kind, guesses: Object.fromEntries(inOrder), named };
}

type Candidate = Guess & { column: string; score: number };

function candidate(kind: TableKind, column: string, names: Names, cells: Cells[], index: number): Candidate[] {
  const match = matchOf(names, keysOf(kind, column));
  const speaks = support(column, cells[index]);
  if (match === undefined) {
    const score = byCells(kind, column, cells, index);
    const seen = cells[index]?.values[0] ?? '';
    return score === 0 ? [] : [{ column, index, score, ground: 'cells', seen, sure: false }];
  }
  const isName = match.ground === 'name' || match.ground === 'short_name';
  // A name is believed against its cells only where it is one; then somebody should look.
  const score = match.score + (speaks > 0 ? 0.1 : speaks < 0 ? -0.5 : 0);
  const sure = speaks >= 0 && (isName || speaks > 0);
  return score < 0.4 ? [] : [{ column, index, score, ground: match.ground, seen: names.at(-1)?.trim() ?? '', sure }];
}

function known(header: readonly string[], { kind, guesses }: Found): Recognised {
  const columns = Object.fromEntries(Object.entries(guesses).map(([column, { index }]) => [column, index]));
  const taken = new Set(Object.values(columns));
  const unknown = header.filter((name, index) => !taken.has(index) && name.trim() !== '');
  return { kind, columns, unknown } as Recognised;
}

function nameColumn({ kind, columns }: Recognised, names: Names[]): number | undefined {
  const taken = kind === 'associations' ? Object.values(columns) : [columns['person' as never]];
  const keys = keysOf('skills_report', 'name');
  const index = names.findIndex((each, at) => !taken.includes(at as never) && matchOf(each, keys)?.ground === 'name');
  return index === -1 ? undefined : index;
}
