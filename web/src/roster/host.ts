// What the views of the roster need from the element that holds them.
import type { Fault, LoadOptions, PartnerCheck as Core } from 'partnercheck';
import type { Called } from 'partnercheck/roster';
import type { Field } from '../library/catalogue/fields.js';
import type { FormHost } from '../library/form/form-host.js';
import type { Messages } from '../library/messages.js';
import type { Columns, DayOrder, ShortYears, Subject, TableLook } from './table-form.js';
import type { RosterMessages } from './texts.js';
import type { Mend, MendedFormat, Reading, Source } from './worker-messages.js';

export type Stage = 'empty' | 'opening' | 'opened' | 'running' | 'done';

export interface RosterHost extends FormHost {
  readonly core: Core;
  /** From where the core came. */
  readonly coreSource: LoadOptions;
  /** Whether the page of the check stands beside this one, so that links lead there. */
  readonly hasAddresses: boolean;
  readonly messages: Messages;
  readonly texts: RosterMessages;
  readonly stage: Stage;
  /** Whether a file is held over the page. */
  readonly dropping: boolean;
  readonly source: Source | undefined;
  /** As people know it: the name of a file, or in words what it is. */
  readonly name: string;
  readonly reading: Reading;
  readonly look: TableLook;
  readonly dayOrder: DayOrder | undefined;
  readonly shortYears: ShortYears | undefined;
  readonly rulesetId: string;
  /** Whether what is said of the table is kept for the next one of its shape. */
  readonly remembers: boolean;
  /** Whether the browser refused to keep it. */
  readonly isRefused: boolean;
  /** Whether it was said of another one. */
  readonly recalled: boolean;
  /** Rows that the last run did not take for anybody. */
  readonly leftOut: readonly Fault[];
  /** Whether everybody has what the one confirmation says. */
  readonly confirmed: boolean;
  /** What is asked about everybody. */
  readonly fields: readonly Field[];
  /** The first day of the last answer that can be read in two ways. */
  readonly ambiguousDay: string | undefined;
  open(source: Source, name: string, reading?: Reading): Promise<boolean>;
  openSample(rows: number): Promise<void>;
  openSkillsSample(): Promise<void>;
  run(): Promise<void>;
  setColumn(name: keyof Columns, index: number | undefined): void;
  setSubject(subject: Subject): void;
  setHeader(hasHeader: boolean): void;
  setDayOrder(order: DayOrder | undefined): void;
  setShortYears(years: ShortYears | undefined): void;
  setRuleset(id: string): void;
  confirm(confirmed: boolean): void;
  setRemembers(remembers: boolean): void;
  /** What was corrected in the table, in order. */
  readonly mends: readonly Mend[];
  /** Corrects a cell, or takes the last correction back; everybody is decided again. */
  mend(mend: Mend): Promise<void>;
  undoMend(): Promise<void>;
  saveMended(format: MendedFormat): Promise<void>;
  openPerson(person: Called): Promise<void>;
  /** A table of texts as a file for spreadsheets. */
  saveTable(name: string, rows: string[][]): Promise<void>;
  focusOn(selector: string): Promise<void>;
}
