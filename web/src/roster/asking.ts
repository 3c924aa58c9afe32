// What a table came to, of which more is asked as somebody looks at it.
import type { WorkerClient } from './worker-client.js';

/** Where it is shown. */
export interface Shower {
  changed(): void;
  fail(failure: unknown): void;
  /** What went wrong last. */
  forgetError(): void;
}

export abstract class Asking {
  protected readonly changed: () => void;
  readonly fail: (failure: unknown) => void;

  constructor(
    readonly worker: WorkerClient,
    private readonly shower: Shower,
  ) {
    this.changed = shower.changed;
    this.fail = shower.fail;
  }

  /** Whatever becomes of it, it is shown. */
  async doing(act: () => Promise<void>): Promise<void> {
    this.shower.forgetError();
    try {
      await act();
    } catch (failure) {
      this.fail(failure);
    }
    this.changed();
  }
}
