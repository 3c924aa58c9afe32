// Many people at once: a table of links in, one decision for each person out.
import type { Answer, Failure, RulesetAnswer } from '../answers.js';
import { CoreInstance } from '../core-instance.js';
import type {
  BothRows,
  BothRowsRequest,
  Brought,
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
import { failure } from '../failure.js';
import type { FaultText } from '../loader.js';
import { monthWords } from '../month-words.js';
import { chunksOf, type ByteSource } from './byte-source.js';
import createRosterCore, { type RosterCore, type RosterKind } from './core.js';

export type SniffAnswer = Answer<Sniffed>;
export type StartAnswer = Answer<{ table: LinksTable }>;
export type SkillsStartAnswer = Answer<{ table: SkillsTable }>;
export type SniffStartAnswer = Answer<{ sniffing: Sniffing }>;
export type FeedAnswer = Answer<object>;
/** At most 1,000 faults are listed, each with its line and column; `totals.faults` counts all. */
export type FinishAnswer = Answer<FinishedLinks>;
export type PersonAnswer = Answer<FinishedPerson>;
export type ComparedAnswer = Answer<RosterComparison>;
export type ViewAnswer = Answer<Viewed>;
export type RowsAnswer = Answer<RosterRows>;
export type SkillsAnswer = Answer<FinishedSkills>;
export type ForecastAnswer = Answer<SkillForecast>;
export type SkillRowsAnswer = Answer<SkillRows>;
export type BroughtAnswer = Answer<Brought & { both: BothTables }>;
export type BothRowsAnswer = Answer<BothRows>;
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
 * What is read in chunks of any size, until another of its kind is started on the same roster: then everything that it
 * is asked is the failure `roster.stale`. Nothing is thrown for what a table or a question says, but a TypeError for bytes
 * that are something else.
 */
interface Reading {
  /** A failure when it is read to its end already, and when there is no memory for more. */
  feed(chunk: Uint8Array): FeedAnswer;
  /**
   * All of it, from a file or whatever else gives bytes. `timeout`: how long one chunk may keep it waiting, in milliseconds;
   * by default a minute.
   * @throws LoadError when the source fails, is ended by `signal`, or gives nothing for too long.
   */
  feedFrom(source: ByteSource, options?: { signal?: AbortSignal; timeout?: number }): Promise<FeedAnswer>;
}

interface RosterTable extends Reading {
  /** So far: rows without the header, people, rows that could not be read. */
  readonly progress: { rows: number; people: number; faulty: number };
}

/** A table of links: `feed` it, `finish`; then `compare`, `view` and `rows`, as often as wanted. */
export interface LinksTable extends RosterTable {
  finish(): FinishAnswer;
  /**
   * A table of links can be read in parts, each by a roster of its own (in a worker, say) that is started with the same request and has the
   * same rulesets: one reads from the beginning on, each other one a range that begins where a row does, and the first takes what they have read, in
   * order. Then it answers as one that has read all; where that cannot be, it says so, and the table is to be started anew and read as one.
   * Before the first bytes of a range: `beginning` is that of the table, behind the names of the columns at least. False where it does not reach
   * so far, where the table has no names, and where the request names a `person`.
   */
  beginPart(beginning: Uint8Array): boolean;
  /**
   * What was read of a range, for `join` and nothing else: another version of this package does not understand it. `last`: the
   * range ends with the table. Undefined where the range does not end with a row.
   */
  part(last: boolean): Uint8Array<ArrayBuffer> | undefined;
  /**
   * Takes what was read of the range behind the bytes so far. False where these do not end with a row, where rows here and there
   * contradict each other, and where there is no room for so many people. Then the table is read no more.
   */
  join(part: Uint8Array): boolean;
  /** In place of `finish` when the request names a `person`: the request of this person, to be given to `check`. */
  finishPerson(): PersonAnswer;
  compare(request: { ruleset: string }): ComparedAnswer;
  view(request: ViewRequest): ViewAnswer;
  rows(from: number, count: number): RowsAnswer;
  /** The same rows as CSV. A text that a spreadsheet would compute gets an apostrophe in front. */
  csv(request: RosterCsvRequest, from: number, count: number): CsvAnswer;
  /** One for each person, in the order of their first rows: the index of the status in `statuses`. Of a stale table there are none. */
  statuses(): Uint8Array;
  /** The days of the decisions, in days since 1970-01-01; `noDay` for one that a decision does not have. */
  untils(): Int32Array;
  earliests(): Int32Array;
  latests(): Int32Array;
  /**
   * A whole number for each person, of what tells them apart alone: where a table is read in parts, these show whether somebody
   * stands in more than one of them.
   */
  marks(): Float64Array;
}

/** A skills report: `feed` it, `finish`; then `forecast`, `view` and `rows`, as often as wanted. */
export interface SkillsTable extends RosterTable {
  finish(): SkillsAnswer;
  /** How many hold a skill from today on; what if people leave or join. */
  forecast(question: SkillQuestion): ForecastAnswer;
  view(request: SkillRowsRequest): ViewAnswer;
  rows(from: number, count: number): SkillRowsAnswer;
}

/** The people of two tables, until one of these is started anew, or they are brought together anew: then it is stale. */
export interface BothTables {
  view(request: BothRowsRequest): ViewAnswer;
  rows(from: number, count: number): BothRowsAnswer;
}

/** A table of which only the form is wanted: `feed` it, `finish`. */
export interface Sniffing extends Reading {
  /** `whole`: nothing follows. */
  finish(whole?: boolean): SniffAnswer;
}

/** One table of links at a time, one of skills, and one that is sniffed. Each start gives a handle, which all is asked of. */
export interface Roster {
  /**
   * The form of a table and what its columns hold, from its first bytes (64 KB are plenty for the form). `whole`: nothing
   * follows. `known`: what is known of it already. What `startSniffing` gave before is stale then.
   */
  sniff(beginning: Uint8Array, whole?: boolean, known?: SniffRequest): SniffAnswer;
  /** The same of a whole table, in chunks of any size. It leaves the tables that are read meanwhile alone. */
  startSniffing(known?: SniffRequest): SniffStartAnswer;
  start(request: RosterRequest | string): StartAnswer;
  /** As `start`, for a skills report or an export of trainings. A skill counts through the day on which it expires. */
  startSkills(request: SkillsRequest | string): SkillsStartAnswer;
  /**
   * Brings the people of two tables of this roster together, which are finished: by their numbers, else by their email
   * addresses, never by a name.
   */
  bringTogether(links: LinksTable, skills: SkillsTable): BroughtAnswer;
  /**
   * Rows of the host's own, as `csv` writes them. `exact`: without apostrophes, for a program that reads them.
   * @throws RangeError when the delimiter is not one ASCII character.
   */
  csvOf(rows: readonly (readonly CsvCell[])[], form?: { delimiter?: string; exact?: boolean }): CsvAnswer;
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
export async function start(module: WebAssembly.Module, faultText?: FaultText): Promise<Roster> {
  const instance = new CoreInstance(() => createRosterCore(module), { faultText });
  await instance.start();
  return new LoadedRoster(instance);
}

type ReaderKind = RosterKind | 'sniff';
type HandleKind = ReaderKind | 'both';

/** The handles that hold: the last one of each kind. */
type Present = Partial<Record<HandleKind, object>>;

/** With a trap the table is lost: until the next start, whatever is asked of it fails. */
class Handle<Kind extends HandleKind> {
  constructor(
    protected readonly instance: CoreInstance<RosterCore>,
    protected readonly present: Present,
    readonly kind: Kind,
  ) {}

  /** Why this is not what the core holds. */
  #stale(): Failure | undefined {
    return this.present[this.kind] === this ? undefined : this.instance.told(failure('roster.stale'));
  }

  protected ask<A>(request: object, use: (core: RosterCore, text: string) => string): A | Failure {
    return this.#stale() ?? this.instance.ask<A>(request, use);
  }

  protected answer<A>(use: (core: RosterCore) => string | NoInfer<A>): A | Failure {
    return this.#stale() ?? this.instance.answer<A>(use);
  }

  protected call<R>(use: (core: RosterCore) => R): R | undefined {
    return this.#stale() === undefined ? this.instance.call(use) : undefined;
  }
}

class LoadedReading<Kind extends ReaderKind> extends Handle<Kind> implements Reading {
  feed(chunk: Uint8Array): FeedAnswer {
    const bytes = bytesOf(chunk);
    const kind: ReaderKind = this.kind;
    return this.answer<FeedAnswer>((core) => {
      for (let at = 0; at < bytes.length; at += chunkSize) {
        const part = bytes.subarray(at, at + chunkSize);
        const room = core[`${kind}_prepare`](part.length);
        if (room === undefined) {
          return failure('roster.out_of_order');
        }
        room.set(part);
        core[`${kind}_commit`](part.length);
      }
      return { type: 'success' };
    });
  }

  async feedFrom(
    source: ByteSource,
    { signal, timeout }: { signal?: AbortSignal; timeout?: number } = {},
  ): Promise<FeedAnswer> {
    for await (const chunk of chunksOf(source, signal, timeout)) {
      const answer = this.feed(chunk);
      if (answer.type === 'failure') {
        return answer;
      }
    }
    return { type: 'success' };
  }
}

class LoadedSniffing extends LoadedReading<'sniff'> implements Sniffing {
  finish(whole = true): SniffAnswer {
    return this.answer((core) => core.sniff_finish(whole));
  }
}

class LoadedTable<Kind extends RosterKind> extends LoadedReading<Kind> implements RosterTable {
  get progress(): { rows: number; people: number; faulty: number } {
    const kind: RosterKind = this.kind;
    const progress = this.call((core) => ({
      rows: core[`${kind}_rows_read`](),
      people: core[`${kind}_people_read`](),
      faulty: core[`${kind}_rows_faulty`](),
    }));
    return progress ?? { rows: 0, people: 0, faulty: 0 };
  }
}

class LoadedLinks extends LoadedTable<'links'> implements LinksTable {
  beginPart(beginning: Uint8Array): boolean {
    return this.#give(beginning, (core) => core.links_begin_part());
  }

  part(last: boolean): Uint8Array<ArrayBuffer> | undefined {
    const isLast = Boolean(last);
    return this.call((core) => (core.links_part(isLast) ? core.links_part_view().slice() : undefined));
  }

  join(part: Uint8Array): boolean {
    return this.#give(part, (core) => core.links_join());
  }

  finish(): FinishAnswer {
    return this.answer((core) => core.links_finish());
  }

  finishPerson(): PersonAnswer {
    return this.answer((core) => core.links_finish());
  }

  compare(request: { ruleset: string }): ComparedAnswer {
    return this.ask(request, (core, text) => core.links_compare(text));
  }

  view(request: ViewRequest): ViewAnswer {
    return this.ask(request, (core, text) => core.links_view(text));
  }

  rows(from: number, count: number): RowsAnswer {
    const [first, most] = numbers(from, count);
    return this.answer((core) => core.links_rows(first, most));
  }

  csv(request: RosterCsvRequest, from: number, count: number): CsvAnswer {
    const [first, most] = numbers(from, count);
    let bytes = new Uint8Array();
    const answer = this.ask<Answer<WrittenRows>>(request, (core, text) => {
      const said = core.links_csv(text, first, most);
      bytes = core.csv_bytes().slice();
      return said;
    });
    return answer.type === 'failure' ? answer : { ...answer, bytes };
  }

  statuses(): Uint8Array {
    return this.call((core) => core.links_statuses().slice()) ?? new Uint8Array();
  }

  untils(): Int32Array {
    return this.call((core) => core.links_untils().slice()) ?? new Int32Array();
  }

  earliests(): Int32Array {
    return this.call((core) => core.links_earliests().slice()) ?? new Int32Array();
  }

  latests(): Int32Array {
    return this.call((core) => core.links_latests().slice()) ?? new Int32Array();
  }

  marks(): Float64Array {
    return this.call((core) => core.links_marks().slice()) ?? new Float64Array();
  }

  #give(given: Uint8Array, use: (core: RosterCore) => boolean): boolean {
    const bytes = bytesOf(given);
    const isTaken = this.call((core) => {
      core.links_part_prepare(bytes.length).set(bytes);
      return use(core);
    });
    return isTaken === true;
  }
}

class LoadedSkills extends LoadedTable<'skills'> implements SkillsTable {
  finish(): SkillsAnswer {
    return this.answer((core) => core.skills_finish());
  }

  forecast(question: SkillQuestion): ForecastAnswer {
    return this.ask(question, (core, text) => core.skills_forecast(text));
  }

  view(request: SkillRowsRequest): ViewAnswer {
    return this.ask(request, (core, text) => core.skills_view(text));
  }

  rows(from: number, count: number): SkillRowsAnswer {
    const [first, most] = numbers(from, count);
    return this.answer((core) => core.skills_rows(first, most));
  }
}

class LoadedBoth extends Handle<'both'> implements BothTables {
  view(request: BothRowsRequest): ViewAnswer {
    return this.ask(request, (core, text) => core.both_view(text));
  }

  rows(from: number, count: number): BothRowsAnswer {
    const [first, most] = numbers(from, count);
    return this.answer((core) => core.both_rows(first, most));
  }
}

class LoadedRoster implements Roster {
  readonly #instance: CoreInstance<RosterCore>;
  readonly #present: Present = {};

  constructor(instance: CoreInstance<RosterCore>) {
    this.#instance = instance;
  }

  sniff(beginning: Uint8Array, whole = false, known: SniffRequest = {}): SniffAnswer {
    const bytes = bytesOf(beginning);
    const started = this.startSniffing(known);
    if (started.type === 'failure') {
      return started;
    }
    const { sniffing } = started;
    const read = sniffing.feed(bytes);
    return read.type === 'failure' ? read : sniffing.finish(whole);
  }

  startSniffing(known: SniffRequest = {}): SniffStartAnswer {
    const sniffing = new LoadedSniffing(this.#instance, this.#present, 'sniff');
    return withHandle(this.#start(sniffing, { month_words: monthWords(), ...known }), 'sniffing', sniffing);
  }

  start(request: RosterRequest | string): StartAnswer {
    const table = new LoadedLinks(this.#instance, this.#present, 'links');
    return withHandle(this.#start(table, request), 'table', table);
  }

  startSkills(request: SkillsRequest | string): SkillsStartAnswer {
    const table = new LoadedSkills(this.#instance, this.#present, 'skills');
    return withHandle(this.#start(table, request), 'table', table);
  }

  bringTogether(links: LinksTable, skills: SkillsTable): BroughtAnswer {
    if (links !== this.#present.links || skills !== this.#present.skills) {
      return this.#instance.told(failure('roster.stale'));
    }
    const both = new LoadedBoth(this.#instance, this.#present, 'both');
    const answer = this.#instance.answer<Answer<Brought>>((core) => {
      this.#present.both = both;
      return core.both_bring();
    });
    return withHandle(answer, 'both', both);
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
    const answer = this.#instance.answer<Answer<object>>((core) => {
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

  decideColumns(request: ColumnsRequest | string, starts: Int32Array, perPerson: number): ColumnsAnswer {
    if (!ArrayBuffer.isView(starts) || starts[Symbol.toStringTag] !== 'Int32Array') {
      throw new TypeError('starts are an Int32Array');
    }
    const people = perPerson > 0 ? starts.length / perPerson : 0;
    const isCount = Number.isInteger(perPerson) && perPerson >= 0;
    if (!isCount || !Number.isInteger(people) || people * perPerson !== starts.length) {
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

  #start(handle: Handle<ReaderKind>, request: object | string): Answer<object> {
    const { kind } = handle;
    return this.#instance.ask<Answer<object>>(request, (core, text) => {
      this.#present[kind] = handle;
      if (kind !== 'sniff') {
        delete this.#present.both;
      }
      return core[`${kind}_start`](text);
    });
  }
}

/** The answer itself stays data, which can be posted and printed: what gives the handle is not enumerable. */
function withHandle<A, N extends string, H>(answer: Answer<A>, name: N, handle: H): Answer<A & Record<N, H>> {
  return answer.type === 'failure'
    ? answer
    : Object.defineProperty(answer as typeof answer & Record<N, H>, name, { value: handle });
}

/** Numbers already here: what an object of the host's does when it becomes one is no trap. */
function numbers(from: number, count: number): [number, number] {
  return [Number(from), Number(count)];
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
