// The envelopes of the roster's answers.
import type { Answer } from '../answers.js';
import type { Decision, Fault, Request } from '../contract.js';

/** What a decision can be, and `not_decided`: a row of the person could not be read. */
export type Outcome = Decision['status'] | 'not_decided';

export interface Sniffed {
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** Whether the bytes are text in that encoding. */
  valid: boolean;
  delimiter: string;
  /** The first rows, the header among them; long cells are cut. */
  rows: string[][];
}

/** Adds up over the shards of a table (`mergeTotals`). */
export interface Totals {
  ruleset: string;
  today: string;
  rows: number;
  people: number;
  statuses: Record<Outcome, number>;
  /** Message of the deciding finding -> people. */
  reasons: Record<string, number>;
  /** First day on which they may be linked -> people. */
  days: Record<string, number>;
  /** Code of a fault -> how many. */
  faults: Record<string, number>;
  /** The first day on which all of them may be linked; absent while somebody may not, or not for certain. */
  all_on?: string;
}

export interface RosterRow {
  person: string;
  status: Outcome;
  until?: string;
  /** Message of the deciding finding. */
  reason?: string;
  links: number;
  last_started?: string;
  /** Where the latest link that stands leads. */
  organization?: string;
  /** By the ruleset compared with. */
  compared?: { status: Outcome; until?: string; reason?: string };
}

export interface SkillTotals {
  today: string;
  rows: number;
  people: number;
  skills: number;
  /** People who are linked in the old system and not in Partner Center. */
  old_system_only: number;
  /** The first day on which their skills no longer count; absent while the day of the move is not known. */
  old_system_ends?: string;
  faults: Record<string, number>;
}
export interface Skill {
  skill: string;
  /** People who hold it today. */
  holders: number;
  /** The first day on which one of them no longer counts. */
  next_loss?: string;
}
export interface SkillRow {
  person: string;
  /** Linked in the old system; absent where the table does not say. */
  pmc?: 'yes' | 'no';
  /** Linked in Partner Center. */
  pc?: 'yes' | 'no';
  /** How many skills the table names. */
  skills: number;
  /** Of the skill that was asked for. */
  holds?: boolean;
  /** The first day on which it no longer counts. */
  ends_on?: string;
}

export type SkillsAnswer = Answer<{ totals: SkillTotals; skills: Skill[]; faults: Fault[] }>;
/** `series`: today's number, then one for each day on which it changes. `lost_on`: the first day with fewer than needed. */
export type ForecastAnswer = Answer<{ series: { on: string; holders: number }[]; lost_on?: string }>;
export type SkillRowsAnswer = Answer<{ rows: SkillRow[] }>;

export type SniffAnswer = Answer<Sniffed>;
export type StartAnswer = Answer<object>;
/** At most 1,000 faults are listed, each with its line and column; `totals.faults` counts all. */
export type FinishAnswer = Answer<{ totals: Totals; faults: Fault[] }>;
export type PersonAnswer = Answer<{ request: Request; faults: Fault[] }>;
export type ComparedAnswer = Answer<{ totals: Totals; changes: { before: Outcome; after: Outcome; people: number }[] }>;
export type ViewAnswer = Answer<{ people: number }>;
export type RowsAnswer = Answer<{ rows: RosterRow[] }>;
export type ColumnsAnswer = Answer<{ status: Uint8Array; until: Int32Array }>;
