import type { Pointer } from '../library/pointers.js';
import type { Page } from './guide/next.js';
import type { Draft } from './question-controller.js';

/** What to ask; one question at a time; or all of them at once. */
export type Step = 'start' | 'guide' | 'form';

/** What Back returns to. */
export interface HistoryEntry {
  /** Shared by all entries of one form, so that it is found again as it was left. */
  draft: Draft;
  action: string;
  /** What is planned for, if anything. */
  goal: string | undefined;
  isAnswered: boolean;
  step: Step;
  /** What the guide asks, and what it has asked. */
  page: Page;
  passed: ReadonlySet<Pointer>;
}
