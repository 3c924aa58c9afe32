// What the sheets (the contents of the dialog) need from the element that holds them.
import type { Asked, KeepView } from './bar.js';
import type { Case } from './case.js';
import type { KeepSay } from './words.js';

export interface Sheet {
  readonly view: KeepView;
  readonly asked: Asked | undefined;
  /** The question of the shown answer, with its ruleset. */
  readonly request: Case | undefined;
  readonly say: KeepSay;
  /** What was done last, in words. */
  readonly status: string;
  report(status: string): void;
  copy(text: string, done: string): void;
  open(request: Case): void;
  changed(): void;
  /** For when what had the focus is gone. */
  focusOn(id: string): void;
}

/** Offers a file for download. */
export function download(name: string, type: string, content: string): void {
  downloadFile(name, new Blob([content], { type }));
}

export function downloadFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
