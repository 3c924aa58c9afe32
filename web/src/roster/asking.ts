// What a table came to, of which more is asked as somebody looks at it.
import type { WorkerClient } from './worker-client.js';

export abstract class Asking {
  constructor(
    readonly worker: WorkerClient,
    protected readonly changed: () => void,
    readonly fail: (failure: unknown) => void,
  ) {}

  /** Whatever becomes of it, it is shown. */
  async doing(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (failure) {
      this.fail(failure);
    }
    this.changed();
  }
}
