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

export type SniffAnswer = Answer<Sniffed>;
export type StartAnswer = Answer<object>;
/** At most 1,000 faults are listed, each with its line and column; `totals.faults` counts all. */
export type FinishAnswer = Answer<{ totals: Totals; faults: Fault[] }>;
export type PersonAnswer = Answer<{ request: Request; faults: Fault[] }>;
export type ComparedAnswer = Answer<{ totals: Totals; changes: { before: Outcome; after: Outcome; people: number }[] }>;
export type ViewAnswer = Answer<{ people: number }>;
export type RowsAnswer = Answer<{ rows: RosterRow[] }>;
export type ColumnsAnswer = Answer<{ status: Uint8Array; until: Int32Array }>;
