// Calls to where the table is. A line that crashed or was ended is replaced by the next call.
import type { LoadOptions } from 'partnercheck';
import {
  RosterError,
  type CallName,
  type Calls,
  type Line,
  type OpenLine,
  type Progress,
  type Report,
} from './worker-messages.js';

interface Waiting {
  resolve(result: unknown): void;
  reject(error: RosterError): void;
  onProgress: ((progress: Progress) => void) | undefined;
}

export class WorkerClient {
  private line: Line | undefined;
  /** What was at the other end is gone, with everything that it held. */
  onCrash: () => void = () => {};

  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  /** `source`: from where the engine comes. */
  constructor(
    private readonly openLine: OpenLine,
    private readonly source: () => LoadOptions,
  ) {}

  /** Whether there is somebody who knows the table that was opened last. */
  get isRunning(): boolean {
    return this.line !== undefined;
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
        this.line ??= this.start();
        this.line.send({ id, call, args });
        this.waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, onProgress });
      } catch (cause) {
        reject(new RosterError(this.line === undefined ? 'not_loaded' : 'failed', { cause }));
      }
    });
  }

  /** Ends whatever is under way, at once. What was known there is gone. */
  cancel(): void {
    this.dismiss(new RosterError('cancelled'));
  }

  private start(): Line {
    const line = this.openLine({
      hear: (report) => this.hear(report),
      lost: (code) => {
        this.dismiss(new RosterError(code));
        if (code === 'crashed') {
          this.onCrash();
        }
      },
    });
    try {
      // Nobody waits for an answer to it.
      line.send({ id: 0, call: 'use', args: [this.source()] });
    } catch (cause) {
      line.end();
      throw cause;
    }
    return line;
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
    this.line?.end();
    this.line = undefined;
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    waiting.forEach(({ reject }) => reject(error));
  }
}
