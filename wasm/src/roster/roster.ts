// Many people at once: a table of links in, one decision for each person out.
import type { Answer, Failure, RulesetAnswer } from '../answers.js';
import { CoreInstance } from '../core-instance.js';
import type {
  FinishedLinks,
  FinishedPerson,
  FinishedSkills,
  RosterComparison,
  RosterCsvRequest,
  RosterRequest,
  RosterRow,
  RosterRows,
  SkillForecast,
  SkillQuestion,
  SkillRows,
  SkillRowsRequest,
  SkillsRequest,
  Sniffed,
  SniffRequest,
  Viewed,
  ViewRequest,
  WrittenRows,
} from './contract.js';
import { monthWords } from '../month-words.js';
import createRosterCore, { type RosterCore, type RosterKind } from './core.js';

export type SniffAnswer = Answer<Sniffed>;
export type StartAnswer = Answer<object>;
/** At most 1,000 faults are listed, each with its line and column; `totals.faults` counts all. */
export type FinishAnswer = Answer<FinishedLinks>;
export type PersonAnswer = Answer<FinishedPerson>;
export type ComparedAnswer = Answer<RosterComparison>;
export type ViewAnswer = Answer<Viewed>;
export type RowsAnswer = Answer<RosterRows>;
export type SkillsAnswer = Answer<FinishedSkills>;
export type ForecastAnswer = Answer<SkillForecast>;
export type SkillRowsAnswer = Answer<SkillRows>;
/** A status for each person, and the days as those of `untils`, `earliests` and `latests`. */
export type ColumnsAnswer = Answer<Record<'until' | 'earliest' | 'latest', Int32Array> & { status: Uint8Array }>;
/** CSV in UTF-8, its lines ended by CR LF; `rows`: how many they are, without the header. */
export type CsvAnswer = Answer<WrittenRows & { bytes: Uint8Array<ArrayBuffer> }>;

/** What a decision can be, and `not_decided`: a row of the person could not be read. */
export type Outcome = RosterRow['status'];

/** A question about columns says nothing of a table. */
export type ColumnsRequest = Omit<RosterRequest, 'form' | 'columns' | 'shard' | 'person'>;

/** What an empty cell holds is undefined. */
export type CsvCell = string | number | undefined;

/** No link: what a column of starts holds where a person has fewer links than others. */
export const noDay = -(2 ** 31);

/**
 * One table at a time: `start`, `feed` its bytes in chunks of any size, `finish`. Then `compare`, `view` and `rows`, as
 * often as wanted, until the next `start`. Nothing is thrown for what a table or a question says; a TypeError for bytes
 * or columns that are something else.
 */
export interface Roster {
  /**
   * The form of a table and what its columns hold, from its first bytes (64 KB are plenty for the form). `whole`: nothing
   * follows. `known`: what is known of it already.
   */
  sniff(beginning: Uint8Array, whole?: boolean, known?: SniffRequest): SniffAnswer;
  /**
   * The same of a whole table, in chunks of any size: then `sniffMore` as often as wanted, `finishSniffing`. It leaves a table
   * that is read meanwhile alone.
   */
  startSniffing(known?: SniffRequest): StartAnswer;
  sniffMore(chunk: Uint8Array): void;
  finishSniffing(whole?: boolean): SniffAnswer;
  start(request: RosterRequest | string): StartAnswer;
  feed(chunk: Uint8Array): void;
  /** So far: rows without the header, people, rows that could not be read. */
  readonly progress: { rows: number; people: number; faulty: number };
  finish(): FinishAnswer;
  /** In place of `finish` when the request names a `person`: the request of this person, to be given to `check`. */
  finishPerson(): PersonAnswer;
  compare(request: { ruleset: string }): ComparedAnswer;
  view(request: ViewRequest): ViewAnswer;
  rows(from: number, count: number): RowsAnswer;
  /** The same rows as CSV. A text that a spreadsheet would compute gets an apostrophe in front. */
  csv(request: RosterCsvRequest, from: number, count: number): CsvAnswer;
  /**
   * Rows of the host's own, written alike. `exact`: without apostrophes, for a program that reads them.
   * @throws RangeError when the delimiter is not one ASCII character.
   */
  csvOf(rows: readonly (readonly CsvCell[])[], form?: { delimiter?: string; exact?: boolean }): CsvAnswer;
  /** One for each person, in the order of their first rows: the index of the status in `statuses`. */
  statuses(): Uint8Array;
  /** The days of the decisions, in days since 1970-01-01; `noDay` for one that a decision does not have. */
  untils(): Int32Array;
  earliests(): Int32Array;
  latests(): Int32Array;
  /**
   * As `start`, for a skills report or an export of trainings; then `feed`, `finishSkills`, and as often as wanted
   * `forecast`, `viewSkills`, `skillRows`. A skill counts through the day on which it expires.
   */
  startSkills(request: SkillsRequest | string): StartAnswer;
  finishSkills(): SkillsAnswer;
  /** How many hold a skill from today on; what if people leave or join. */
  forecast(question: SkillQuestion): ForecastAnswer;
  viewSkills(request: SkillRowsRequest): ViewAnswer;
  skillRows(from: number, count: number): SkillRowsAnswer;
  /**
   * `starts`: `perPerson` days since 1970-01-01 for each person, in any order, `noDay` where there are fewer links.
   * Nothing is decided when one of them cannot be.
   * @throws RangeError when their number is no multiple of `perPerson`.
   */
  decideColumns(request: ColumnsRequest | string, starts: Int32Array, perPerson: number): ColumnsAnswer;
  loadRuleset(ruleset: object | string): RulesetAnswer;
}

/** What the numbers of `statuses()` and of a column mean. */
export const statuses = ['denied', 'needs_info', 'deferred', 'allowed', 'not_decided'] as const;

// As many bytes as a row may have at most, so that the memory of the core stays small.
const chunkSize = 1 << 20;
const peopleAtOnce = 1 << 16;

/** Starts a compiled core. */
export async function start(module: WebAssembly.Module): Promise<Roster> {
  const instance = new CoreInstance(() => createRosterCore(module));
  await instance.start();
  return new LoadedRoster(instance);
}

/** With a trap the table is lost: until the next `start`, whatever is asked of it fails. */
class LoadedRoster implements Roster {
  readonly #instance: CoreInstance<RosterCore>;
  /** What the bytes that are fed belong to. */
  #kind: RosterKind = 'links';

  constructor(instance: CoreInstance<RosterCore>) {
    this.#instance = instance;
  }

  sniff(beginning: Uint8Array, whole = false, known: SniffRequest = {}): SniffAnswer {
    const bytes = bytesOf(beginning);
    const accepted = this.startSniffing(known);
    if (accepted.type === 'failure') {
      return accepted;
    }
    this.sniffMore(bytes);
    return this.finishSniffing(whole);
  }

  startSniffing(known: SniffRequest = {}): StartAnswer {
    const request = { month_words: monthWords(), ...known };
    return this.#instance.ask(request, (core, text) => core.sniff_start(text));
  }

  sniffMore(chunk: Uint8Array): void {
    this.#feed('sniff', chunk);
  }

  finishSniffing(whole = true): SniffAnswer {
    return this.#instance.answer((core) => core.sniff_finish(whole));
  }

  start(request: RosterRequest | string): StartAnswer {
    return this.#start('links', request);
  }

  feed(chunk: Uint8Array): void {
    this.#feed(this.#kind, chunk);
  }

  #feed(reader: RosterKind | 'sniff', chunk: Uint8Array): void {
    const bytes = bytesOf(chunk);
    this.#instance.call((core) => {
      for (let at = 0; at < bytes.length; at += chunkSize) {
        const part = bytes.subarray(at, at + chunkSize);
        core[`${reader}_prepare`](part.length)?.set(part);
        core[`${reader}_commit`](part.length);
      }
    });
  }

  get progress(): { rows: number; people: number; faulty: number } {
    const progress = this.#instance.call((core) => ({
      rows: core[`${this.#kind}_rows_read`](),
      people: core[`${this.#kind}_people_read`](),
      faulty: core[`${this.#kind}_rows_faulty`](),
    }));
    return progress ?? { rows: 0, people: 0, faulty: 0 };
  }

  finish(): FinishAnswer {
    return this.#instance.answer((core) => core.links_finish());
  }

  finishPerson(): PersonAnswer {
    return this.#instance.answer((core) => core.links_finish());
  }

  compare(request: { ruleset: string }): ComparedAnswer {
    return this.#instance.ask(request, (core, text) => core.links_compare(text));
  }

  view(request: ViewRequest): ViewAnswer {
    return this.#instance.ask(request, (core, text) => core.links_view(text));
  }

  rows(from: number, count: number): RowsAnswer {
    return this.#rows('links', from, count);
  }

  csv(request: RosterCsvRequest, from: number, count: number): CsvAnswer {
    const [first, most] = [Number(from), Number(count)];
    let bytes = new Uint8Array();
    const answer = this.#instance.ask<Answer<WrittenRows>>(request, (core, text) => {
      const said = core.links_csv(text, first, most);
      bytes = core.csv_bytes().slice();
      return said;
    });
    return answer.type === 'failure' ? answer : { ...answer, bytes };
  }

  csvOf(
    rows: readonly (readonly CsvCell[])[],
    { delimiter = ',', exact = false }: { delimiter?: string; exact?: boolean } = {},
  ): CsvAnswer {
    if (!isAscii(delimiter)) {
      throw new RangeError(`${JSON.stringify(delimiter)} is not one ASCII character`);
    }
    const table = rows.map((row) =>
      row.map((cell) => ({
        write: typeof cell === 'string' && !exact ? ('csv_text' as const) : ('csv_raw' as const),
        // Half a character is none.
        text: String(cell ?? '').replace(/\p{Surrogate}/gu, '\ufffd'),
      })),
    );
    let bytes = new Uint8Array();
    const answer = this.#instance.answer<StartAnswer>((core) => {
      core.csv_start(delimiter);
      for (const row of table) {
        for (const { write, text } of row) {
          core[write](text);
        }
        core.csv_end_row();
      }
      core.csv_finish();
      bytes = core.csv_bytes().slice();
      return '{"type":"success"}';
    });
    return answer.type === 'failure' ? answer : { ...answer, rows: table.length, bytes };
  }

  statuses(): Uint8Array {
    return this.#instance.call((core) => core.links_statuses().slice()) ?? new Uint8Array();
  }

  untils(): Int32Array {
    return this.#instance.call((core) => core.links_untils().slice()) ?? new Int32Array();
  }

  earliests(): Int32Array {
    return this.#instance.call((core) => core.links_earliests().slice()) ?? new Int32Array();
  }

  latests(): Int32Array {
    return this.#instance.call((core) => core.links_latests().slice()) ?? new Int32Array();
  }

  startSkills(request: SkillsRequest | string): StartAnswer {
    return this.#start('skills', request);
  }

  finishSkills(): SkillsAnswer {
    return this.#instance.answer((core) => core.skills_finish());
  }

  forecast(question: SkillQuestion): ForecastAnswer {
    return this.#instance.ask(question, (core, text) => core.skills_forecast(text));
  }

  viewSkills(request: SkillRowsRequest): ViewAnswer {
    return this.#instance.ask(request, (core, text) => core.skills_view(text));
  }

  skillRows(from: number, count: number): SkillRowsAnswer {
    return this.#rows('skills', from, count);
  }

  decideColumns(request: ColumnsRequest | string, starts: Int32Array, perPerson: number): ColumnsAnswer {
    if (!ArrayBuffer.isView(starts) || starts[Symbol.toStringTag] !== 'Int32Array') {
      throw new TypeError('starts are an Int32Array');
    }
    const people = perPerson > 0 ? starts.length / perPerson : 0;
    if (!Number.isInteger(perPerson) || !Number.isInteger(people) || (perPerson === 0 && starts.length > 0)) {
      throw new RangeError(`${starts.length} starts are not ${perPerson} for each person`);
    }
    const status = new Uint8Array(people);
    const until = new Int32Array(people);
    const earliest = new Int32Array(people);
    const latest = new Int32Array(people);
    for (let from = 0; from < people || from === 0; from += peopleAtOnce) {
      const end = Math.min(people, from + peopleAtOnce);
      const part = new Int32Array(starts.buffer, starts.byteOffset + from * perPerson * 4, (end - from) * perPerson);
      const answer = this.#instance.ask<ColumnsAnswer>(request, (core, text) => {
        core.columns_prepare(end - from, perPerson).set(part);
        const said = core.decide_columns(text, perPerson);
        status.set(core.statuses_of_columns(), from);
        until.set(core.untils_of_columns(), from);
        earliest.set(core.earliests_of_columns(), from);
        latest.set(core.latests_of_columns(), from);
        return said;
      });
      if (answer.type === 'failure') {
        return movedBy(answer, from * perPerson);
      }
    }
    return { type: 'success', status, until, earliest, latest };
  }

  loadRuleset(ruleset: object | string): RulesetAnswer {
    return this.#instance.loadRuleset(ruleset);
  }

  #start(kind: RosterKind, request: object | string): StartAnswer {
    return this.#instance.ask(request, (core, text) => {
      this.#kind = kind;
      return core[`${kind}_start`](text);
    });
  }

  #rows<A>(kind: RosterKind, from: number, count: number): A | Failure {
    // Numbers already here: what an object of the host's does when it becomes one is no trap.
    const [first, most] = [Number(from), Number(count)];
    return this.#instance.answer((core) => core[`${kind}_rows`](first, most));
  }
}

/** A view of nobody else's making. @throws TypeError when these are no bytes. */
function bytesOf(bytes: Uint8Array): Uint8Array {
  if (!ArrayBuffer.isView(bytes)) {
    throw new TypeError('the bytes of a table are a Uint8Array');
  }
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function isAscii(sign: string): boolean {
  return sign.length === 1 && sign.charCodeAt(0) < 0x80;
}

/** The pointer of a start counts from the first of all. */
function movedBy(answer: Failure, starts: number): Failure {
  const errors = answer.errors.map((error) => {
    const [, index] = /^\/starts\/(\d+)$/.exec(error.path) ?? [];
    return index === undefined ? error : { ...error, path: `/starts/${Number(index) + starts}` };
  });
  return { ...answer, errors };
}
