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
    this.worker ??= this.start();
    const { worker } = this;
    this.last += 1;
    const id = this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, onProgress });
      worker.postMessage({ id, call, args } satisfies Order);
    });
  }

  /** Ends whatever is under way, at once. What the worker knew is gone. */
  cancel(): void {
    this.dismiss(new RosterError('cancelled'));
  }

  private start(): Worker {
    const worker = new Worker(trusted?.createScriptURL('') ?? workerAddress, { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Report>) => this.hear(data));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.dismiss(new RosterError('crashed'));
      this.onCrash();
    });
    return worker;
  }

  private hear(report: Report): void {
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
