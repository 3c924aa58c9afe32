// What the sheets (the contents of the dialog) need from the element that holds them.
import type { Asked, KeepView } from './bar.js';
import type { Case } from './case.js';
import type { ShareTranslate } from './texts.js';

export interface Sheet {
  readonly view: KeepView;
  readonly asked: Asked | undefined;
  /** The question of the shown answer, with its ruleset. */
  readonly request: Case | undefined;
  readonly t: ShareTranslate;
  /** What was done last, in words. */
  readonly status: string;
  report(status: string): void;
  copy(text: string, done: string): void;
  open(request: Case): void;
  changed(): void;
  /** For when what had the focus is gone. */
  focusOn(id: string): void;
}
