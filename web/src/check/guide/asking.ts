// What the guide needs to know of what it asks for.
import type { Fault } from 'partnercheck';
import type { Answers } from '../../library/answers/answers.js';
import type { Field } from '../../library/catalogue/fields.js';
import type { Pointer } from '../../library/pointers.js';

export interface Asking {
  readonly answers: Answers;
  /** Undefined before there is a core. */
  readonly now: AskingNow | undefined;
  set(change: { answers?: Answers; faults?: readonly Fault[] }): void;
  addRow(list: Pointer): void;
  withoutEmptyRows(fields: readonly Field[]): void;
  /** Asks the core; what is wrong. */
  ask(): readonly Fault[];
}

export interface AskingNow {
  readonly fields: readonly Field[];
  /** What people have in mind when they come: asked before all that the core would ask. */
  readonly opening: readonly Pointer[];
  /** The one that it is about. */
  readonly organization: string | undefined;
  /** The facts that can still change the answer, the one that settles most first. */
  open(): readonly Pointer[];
}
