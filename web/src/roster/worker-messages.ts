// What the page and its worker say to each other.
import type { Answer, Fault, LoadOptions, Request } from 'partnercheck';
import type { CalendarDay } from '../share/calendar.js';
import type {
  BothRow,
  BothRowsRequest,
  Brought,
  ComparedAnswer,
  ForecastAnswer,
  PersonAnswer,
  RosterCsvRequest,
  RosterRequest,
  RosterRow,
  RowsAnswer,
  SkillQuestion,
  SkillRow,
  SkillRowsRequest,
  SkillsAnswer,
  SkillsRequest,
  Sniffed,
  Totals,
  ViewAnswer,
  ViewRequest,
} from 'partnercheck/roster';

export type Source =
  | { kind: 'file'; file: Blob }
  | { kind: 'sample'; rows: number; today: string }
  | { kind: 'skills_sample'; today: string };

/** What a file does not say of itself. */
export interface Reading {
  /** A label of the Encoding Standard; undefined: the one that the bytes show. */
  encoding?: string | undefined;
  /** Of a workbook; undefined: the one that holds the most of what is asked for. */
  sheet?: string | undefined;
}

export interface Hidden {
  sheets: string[];
  /** Numbers of rows of the sheet that is read. */
  rows: number[];
  /** Names of its columns, as a workbook gives them: A, B. */
  columns: string[];
}

export interface Opened {
  /** As the engine gets it: in UTF-8 where the page had to decode it. */
  sniffed: Sniffed;
  /** In which the file is. */
  encoding: string;
  /** Which of them was opened. */
  sheet: string | undefined;
  /** The names of all sheets, where the file is a workbook. */
  sheets: string[];
  hidden: Hidden | undefined;
}

export interface Progress {
  rows: number;
  /** How much of the table is read, from 0 to 1. */
  part: number;
  milliseconds: number;
}

/** What a cell held, where it stands when the mends before are made, and what it holds in truth. */
export interface Mend {
  line: number;
  /** From 1, in characters. */
  column: number;
  before: string;
  after: string;
}

/** How a table is written. */
export type Written = Pick<Sniffed, 'encoding' | 'delimiter'>;

export type MendedFormat = 'csv' | 'xlsx';

export interface CalendarWords {
  locale: string;
  request: Request & { ruleset: string };
  /** Of every day that has none of its own. */
  description: string;
  days: CalendarDay[];
}

/** In a workbook the place of a fault has a name, such as B7. */
export type RowFault = Fault & { cell?: string };
export type RunAnswer = Answer<{ totals: Totals; faults: RowFault[]; left_out?: Fault[] }>;

export interface Calls {
  /** From where the engine comes; before all else, where it is not beside the scripts. */
  use(source: LoadOptions): void;
  open(source: Source, reading: Reading): Opened;
  /** From now on the table is read so. */
  mend(mends: readonly Mend[], written: Written): void;
  writeMended(format: MendedFormat, delimiter: string): Blob;
  /** Loads the engine, for what follows. */
  prepare(): void;
  /** Of a big table whose first bytes are `beginning`: what was read of a range, for the table of another worker; undefined where that cannot be. */
  readPart(request: RosterRequest, beginning: Uint8Array, range: Blob, last: boolean): Uint8Array | undefined;
  run(request: RosterRequest): { answer: RunAnswer; progress: Progress };
  view(request: ViewRequest): ViewAnswer;
  rows(from: number, count: number): RowsAnswer;
  /** Of another view than the one that is shown. */
  rowsOf(view: ViewRequest, from: number, count: number): RosterRow[];
  /** `own`: the text of the ruleset, where it is no built-in one. */
  compare(request: { ruleset: string }, own: string | undefined): ComparedAnswer;
  /** Reads the table once more for one person. */
  person(name: string): PersonAnswer;
  writeCsv(request: RosterCsvRequest): Blob;
  writeJson(totals: Totals): Blob;
  /** Days as a calendar. */
  writeCalendar(words: CalendarWords): string;
  runSkills(request: SkillsRequest): { answer: SkillsAnswer; progress: Progress };
  forecast(question: SkillQuestion): ForecastAnswer;
  /** Of the skills that were asked for, those that fall short of what is needed, each with the first such day. */
  shortfalls(questions: readonly SkillQuestion[]): [skill: string, day: string][];
  /** How many people there are to `skillRows`. */
  viewSkills(request: SkillRowsRequest): ViewAnswer;
  skillRows(request: SkillRowsRequest, from: number, count: number): SkillRow[];
  /** Of the last table of links and the last one of skills that were run. */
  bringTogether(): Answer<Brought>;
  bothRows(request: BothRowsRequest, from: number, count: number): BothRow[];
  /** `words`: of the statuses. */
  writeBoth(request: BothRowsRequest, header: string[], words: Record<string, string>): Blob;
  /** The people of the old system, with the day on which that stops counting. */
  writeOldSystem(header: string[], ends: string): Blob;
  /** Rows of the page's own as CSV. */
  writeTable(rows: string[][]): Blob;
  /** More of them, for the end of such a file. */
  writeRows(rows: (string | undefined)[][]): Uint8Array<ArrayBuffer>;
}

export type CallName = keyof Calls;

/** What cannot be done, and whose fault it is. */
export type RosterErrorCode =
  | 'unreadable'
  | 'wrong_encoding'
  | 'old_workbook'
  | 'no_workbook'
  | 'no_sheet'
  | 'workbook_too_large'
  | 'not_mended'
  | 'not_loaded'
  | 'failed'
  | 'crashed'
  | 'cancelled';

export class RosterError extends Error {
  override name = 'RosterError';
  constructor(
    readonly code: RosterErrorCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

export interface Order {
  id: number;
  call: CallName;
  args: unknown[];
}

/** The first that a worker says: it is there. */
export interface Greeting {
  type: 'ready';
}

export type Report =
  | { id: number; type: 'result'; result: unknown }
  | { id: number; type: 'progress'; progress: Progress }
  | { id: number; type: 'error'; code: RosterErrorCode };

/** To where the table is held and the engine runs: a worker, or the page itself. */
export interface Line {
  send(order: Order): void;
  /** Whatever is under way comes to nothing. */
  end(): void;
}

export interface Listener {
  hear(report: Report): void;
  /** Nobody is there any more, or ever came. */
  lost(code: 'crashed' | 'not_loaded'): void;
}

export type OpenLine = (listener: Listener) => Line;
