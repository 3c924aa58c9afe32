// What is asked of a table, and what comes of it.
import type { Fault } from '../contract.js';
import type { LinksTable, Roster, SkillsTable } from '../roster/index.js';
import type { Words } from '../text.js';
import type { Values } from './command.js';
import type { Succeeded } from './faults.js';
import type { Sheets } from './roster-rows.js';
import type { Form } from './roster-table.js';

export interface Asking {
  roster: Roster;
  words: Words;
  values: Values;
  succeeded: Succeeded;
  /** The table. */
  name: string;
  form: Form;
}

/** Starts to read the table. */
export type Asked<T extends LinksTable | SkillsTable = LinksTable | SkillsTable> = () => {
  table: T;
  /** After the last row. */
  finish(): Found;
};

export interface Found {
  /** One or, for each ruleset, several; the first counts the faults. */
  totals: readonly [{ faults: Record<string, number> }, ...object[]];
  faults: readonly Fault[];
  /** Rows that are nobody's. */
  leftOut: readonly Fault[];
  /** What the rows do not say, for standard error. */
  notes: readonly string[];
  exitCode: number;
  /** The table, where one roster has read it all. */
  links?: LinksTable;
  skills?: SkillsTable;
  /** A message for each person, as CSV, where there are any. */
  mails?: Iterable<Uint8Array>;
  sheets: Sheets;
}
