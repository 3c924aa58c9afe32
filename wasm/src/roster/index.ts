// Many people at once: a table of links in, one decision for each person out.
import type { Answer, Failure, RulesetAnswer } from '../answers.js';
import { withoutPlaces } from '../engine.js';
import { loadModule, type LoadOptions } from '../loader.js';
import { toJson } from '../to-json.js';
import type {
  Comparison,
  FinishedLinks,
  FinishedPerson,
  FinishedSkills,
  RosterRequest,
  RosterRow,
  RosterRows,
  SkillForecast,
  SkillQuestion,
  SkillRows,
  SkillRowsRequest,
  SkillsRequest,
  Sniffed,
  Viewed,
  ViewRequest,
} from './contract.js';
import createRosterCore, { type RosterCore, type Table } from './core.js';

export type * from './contract.js';
export { loadRosterWords } from './text.js';
export { mergeTotals } from './totals.js';
export { monthWords } from './month-words.js';
export { recognise, skillColumns, type Recognised, type TableColumn, type TableKind } from './recognise.js';
export { sampleTable, type SampleOptions } from './sample.js';
export { sampleSkills } from './sample-skills.js';
export { tableForm } from './table-form.js';
export { template } from './template.js';
export { yesNoWords } from './yes-no.js';

export type SniffAnswer = Answer<Sniffed>;
export type StartAnswer = Answer<object>;
/** At most 1,000 faults are listed, each with its line and column; `totals.faults` counts all. */
export type FinishAnswer = Answer<FinishedLinks>;
export type PersonAnswer = Answer<FinishedPerson>;
export type ComparedAnswer = Answer<Comparison>;
export type ViewAnswer = Answer<Viewed>;
export type RowsAnswer = Answer<RosterRows>;
export type SkillsAnswer = Answer<FinishedSkills>;
export type ForecastAnswer = Answer<SkillForecast>;
export type SkillRowsAnswer = Answer<SkillRows>;
export type ColumnsAnswer = Answer<{ status: Uint8Array; until: Int32Array }>;

/** What a decision can be, and `not_decided`: a row of the person could not be read. */
export type Outcome = RosterRow['status'];

/** A question about columns says nothing of a table. */
export type ColumnsRequest = Omit<RosterRequest, 'form' | 'columns' | 'shard' | 'person'>;

/** No link: what a column of starts holds where a person has fewer links than others. */
export const noDay = -(2 ** 31);

/**
 * One table at a time: `start`, `feed` its bytes in chunks of any size, `finish`. Then `compare`, `view` and `rows`, as
 * often as wanted, until the next `start`. Nothing is thrown for what a table or a question says.
 */
export interface Roster {
  /** The form of a table, from its first bytes (64 KB are plenty). `whole`: nothing follows. */
  sniff(beginning: Uint8Array, whole?: boolean): SniffAnswer;
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
  /** One for each person, in the order of their first rows: the index of the status in `statuses`. */
  statuses(): Uint8Array;
  /** Days since 1970-01-01; `noDay` unless deferred. */
  untils(): Int32Array;
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
   */
  decideColumns(request: ColumnsRequest | string, starts: Int32Array, perPerson: number): ColumnsAnswer;
  loadRuleset(ruleset: object | string): RulesetAnswer;
}

/** What the numbers of `statuses()` and of a column mean. */
export const statuses = ['denied', 'needs_info', 'deferred', 'allowed', 'not_decided'] as const;

const failed: Failure = {
  type: 'failure',
  errors: [{ code: 'engine.failed', path: '', message: 'error.engine.failed', help: 'error.engine.failed.help' }],
};

// As many bytes as a row may have at most, so that the memory of the core stays small.
const chunkSize = 1 << 20;
const peopleAtOnce = 1 << 16;

/** @throws LoadError as `load` does. */
export async function loadRoster(options: LoadOptions = {}): Promise<Roster> {
  const module = await loadModule(options, () => new URL('../partnercheck-roster.wasm', import.meta.url));
  return new LoadedRoster(() => createRosterCore(module), await createRosterCore(module));
}

class LoadedRoster implements Roster {
  #create: () => Promise<RosterCore>;
  /** Undefined after a trap, until a new one is there. */
  #core: RosterCore | undefined;
  #rulesets: string[] = [];
  /** What the bytes that are fed belong to. */
  #table: Table = 'links';

  constructor(create: () => Promise<RosterCore>, core: RosterCore) {
    this.#create = create;
    this.#core = core;
  }

  sniff(beginning: Uint8Array, whole = false): SniffAnswer {
    return this.#ask((core) => core.sniff(beginning, whole));
  }

  start(request: RosterRequest | string): StartAnswer {
    return this.#askWith(request, (core, text) => this.#begin('links', core, text));
  }

  feed(chunk: Uint8Array): void {
    this.#try((core) => {
      for (let at = 0; at < chunk.length; at += chunkSize) {
        const part = chunk.subarray(at, at + chunkSize);
        core[`${this.#table}_prepare`](part.length)?.set(part);
        core[`${this.#table}_commit`](part.length);
      }
    });
  }

  get progress(): { rows: number; people: number; faulty: number } {
    const table = this.#table;
    const progress = this.#try((core) => ({
      rows: core[`${table}_rows_read`](),
      people: core[`${table}_people_read`](),
      faulty: core[`${table}_rows_faulty`](),
    }));
    return progress ?? { rows: 0, people: 0, faulty: 0 };
  }

  finish(): FinishAnswer {
    return this.#ask((core) => core.links_finish());
  }

  finishPerson(): PersonAnswer {
    return this.#ask((core) => core.links_finish());
  }

  compare(request: { ruleset: string }): ComparedAnswer {
    return this.#askWith(request, (core, text) => core.links_compare(text));
  }

  view(request: ViewRequest): ViewAnswer {
    return this.#askWith(request, (core, text) => core.links_view(text));
  }

  rows(from: number, count: number): RowsAnswer {
    return this.#ask((core) => core.links_rows(from, count));
  }

  statuses(): Uint8Array {
    return this.#try((core) => core.links_statuses().slice()) ?? new Uint8Array();
  }

  untils(): Int32Array {
    return this.#try((core) => core.links_untils().slice()) ?? new Int32Array();
  }

  startSkills(request: SkillsRequest | string): StartAnswer {
    return this.#askWith(request, (core, text) => this.#begin('skills', core, text));
  }

  finishSkills(): SkillsAnswer {
    return this.#ask((core) => core.skills_finish());
  }

  forecast(question: SkillQuestion): ForecastAnswer {
    return this.#askWith(question, (core, text) => core.skills_forecast(text));
  }

  viewSkills(request: SkillRowsRequest): ViewAnswer {
    return this.#askWith(request, (core, text) => core.skills_view(text));
  }

  skillRows(from: number, count: number): SkillRowsAnswer {
    return this.#ask((core) => core.skills_rows(from, count));
  }

  decideColumns(request: ColumnsRequest | string, starts: Int32Array, perPerson: number): ColumnsAnswer {
    const people = perPerson > 0 ? starts.length / perPerson : 0;
    if (!Number.isInteger(perPerson) || !Number.isInteger(people) || (perPerson === 0 && starts.length > 0)) {
      throw new RangeError(`${starts.length} starts are not ${perPerson} for each person`);
    }
    const status = new Uint8Array(people);
    const until = new Int32Array(people);
    for (let from = 0; from < people || from === 0; from += peopleAtOnce) {
      const end = Math.min(people, from + peopleAtOnce);
      const answer = this.#askWith<ColumnsAnswer>(request, (core, text) => {
        core.columns_prepare(end - from, perPerson).set(starts.subarray(from * perPerson, end * perPerson));
        const said = core.decide_columns(text, perPerson);
        status.set(core.statuses_of_columns(), from);
        until.set(core.untils_of_columns(), from);
        return said;
      });
      if (answer.type === 'failure') {
        return movedBy(answer, from * perPerson);
      }
    }
    return { type: 'success', status, until };
  }

  loadRuleset(ruleset: object | string): RulesetAnswer {
    const answer = this.#askWith<RulesetAnswer>(ruleset, (core, text) => core.load_ruleset(text));
    if (answer.type === 'success') {
      this.#rulesets.push(toJson(ruleset) as string);
    }
    return answer;
  }

  #begin(table: Table, core: RosterCore, text: string): string {
    this.#table = table;
    return core[`${table}_start`](text);
  }

  #askWith<T>(request: object | string, call: (core: RosterCore, text: string) => string): T | Failure {
    const text = toJson(request);
    if (typeof text !== 'string') {
      return text;
    }
    const answer = this.#ask<T>((core) => call(core, text));
    return typeof request === 'string' ? answer : withoutPlaces(answer);
  }

  #ask<T>(call: (core: RosterCore) => string): T | Failure {
    const text = this.#try(call);
    return text === undefined ? failed : (JSON.parse(text) as T | Failure);
  }

  /** Undefined when the core trapped: then the table is lost, and a new core is on its way. */
  #try<T>(call: (core: RosterCore) => T): T | undefined {
    if (this.#core === undefined) {
      return undefined;
    }
    try {
      return call(this.#core);
    } catch {
      this.#core = undefined;
      void this.#create().then((core) => {
        this.#rulesets.forEach((ruleset) => core.load_ruleset(ruleset));
        this.#core = core;
      });
      return undefined;
    }
  }
}

/** The pointer of a start counts from the first of all. */
function movedBy(answer: Failure, starts: number): Failure {
  const errors = answer.errors.map((error) => {
    const [, index] = /^\/starts\/(\d+)$/.exec(error.path) ?? [];
    return index === undefined ? error : { ...error, path: `/starts/${Number(index) + starts}` };
  });
  return { ...answer, errors };
}

export type { Answer };
