// What the parts of the form need from the element that holds them.
import type { Fault } from 'partnercheck';
import type { Answers } from '../answers/answers.js';
import type { Entry } from '../answers/entry.js';
import type { Pointer } from '../pointers.js';
import type { DateReader } from '../reading/dates.js';
import type { Messages } from '../messages.js';

export interface FormHost {
  readonly core: DateReader;
  readonly messages: Messages;
  readonly answers: Answers;
  readonly faults: readonly Fault[];
  /** Whether "I do not know" is a choice of each question. */
  readonly asksUnknown: boolean;
  change(pointer: Pointer, change: Partial<Entry>): void;
  addRow(list: Pointer): void;
  removeRow(list: Pointer, index: number): void;
}
