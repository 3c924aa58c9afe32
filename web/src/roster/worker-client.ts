// Calls to the worker of the page. One that crashed or was sent away is replaced by the next call.
import { RosterError, type CallName, type Calls, type Order, type Progress, type Report } from './worker-messages.js';
import workerAddress from './worker/worker.ts?worker&url';

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(input: string): string };
}

/** The only script address that this page makes beside that of its service worker. */
const trusted = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('partner-check-roster', {
  createScriptURL: () => workerAddress,
});

/** How long a worker may take to be there, in milliseconds. */
const patience = 60_000;

interface Waiting {
  resolve(result: unknown): void;
  reject(error: RosterError): void;
  onProgress: ((progress: Progress) => void) | undefined;
}

export class WorkerClient {
  private worker: Worker | undefined;
  /** The worker is gone, with everything that it held. */
  onCrash: () => void = () => {};

  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  /** Whether there is somebody who knows the table that was opened last. */
  get isRunning(): boolean {
    return this.worker !== undefined;
  }

  /** @throws RosterError */
  ask<C extends CallName>(
    call: C,
    args: Parameters<Calls[C]>,
    onProgress?: (progress: Progress) => void,
  ): Promise<ReturnType<Calls[C]>> {
    this.last += 1;
    const id = this.last;
    return new Promise((resolve, reject) => {
      try {
        this.worker ??= this.start();
        this.worker.postMessage({ id, call, args } satisfies Order);
        this.waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, onProgress });
      } catch (cause) {
        reject(new RosterError(this.worker === undefined ? 'not_loaded' : 'failed', { cause }));
      }
    });
  }

  /** Ends whatever is under way, at once. What the worker knew is gone. */
  cancel(): void {
    this.dismiss(new RosterError('cancelled'));
  }

  private start(): Worker {
    const worker = new Worker(trusted?.createScriptURL('') ?? workerAddress, { type: 'module' });
    // A script that never comes would be waited for without end.
    const late = setTimeout(() => {
      if (this.worker === worker) {
        this.dismiss(new RosterError('not_loaded'));
      }
    }, patience);
    const crash = (event: Event): void => {
      event.preventDefault();
      clearTimeout(late);
      this.dismiss(new RosterError('crashed'));
      this.onCrash();
    };
    worker.addEventListener('message', ({ data }: MessageEvent<Report>) => {
      clearTimeout(late);
      this.hear(data);
    });
    worker.addEventListener('error', crash);
    worker.addEventListener('messageerror', crash);
    return worker;
  }

  private hear(report: Report): void {
    if (report.type === 'ready') {
      return;
    }
    const waiting = this.waiting.get(report.id);
    if (report.type === 'progress') {
      waiting?.onProgress?.(report.progress);
      return;
    }
    this.waiting.delete(report.id);
    if (report.type === 'result') {
      waiting?.resolve(report.result);
    } else {
      waiting?.reject(new RosterError(report.code));
    }
  }

  private dismiss(error: RosterError): void {
    this.worker?.terminate();
    this.worker = undefined;
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    waiting.forEach(({ reject }) => reject(error));
  }
}
