// Workers that read ranges of a big table for this one.
import type { LoadOptions } from 'partnercheck';
import { lineTo } from '../line-to.js';
import { WorkerClient } from '../worker-client.js';

/** What each one takes in is taken over one after the other: a further one would gain less than a tenth, and takes some 20 MB. */
const most = 2;

export class Helpers {
  readonly #ready = new Set<WorkerClient>();
  #isStarted = false;

  /** `start` makes a worker such as this one; `source`: from where the engine comes. */
  constructor(
    private readonly start: () => Worker,
    private readonly source: () => LoadOptions,
  ) {}

  /**
   * One for each processor that is left by this worker and by the browser, which reads the file meanwhile. On two processors two workers
   * take a fifth longer than one.
   */
  call(): void {
    const count = this.#isStarted ? 0 : Math.min(most, navigator.hardwareConcurrency - 2);
    this.#isStarted = true;
    for (let i = 0; i < count; i += 1) {
      const helper = new WorkerClient(lineTo(this.start), this.source);
      helper.onCrash = () => this.#ready.delete(helper);
      helper.ask('prepare', []).then(
        () => this.#ready.add(helper),
        () => helper.cancel(),
      );
    }
  }

  /** Those that are there. Nobody waits for one that never comes. */
  get ready(): WorkerClient[] {
    return [...this.#ready];
  }
}
