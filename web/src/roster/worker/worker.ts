// The worker of the roster: what takes long is done here, so that the page never waits.
import { newWorker } from '../new-worker.js';
import type { Greeting, Order } from '../worker-messages.js';
import { answering } from './calls.js';

declare const self: DedicatedWorkerGlobalScope;

const answer = answering((report, moved) => self.postMessage(report, moved), {
  pause: 80,
  turn: () => undefined,
  // This very script once more, wherever whoever bundled it put it.
  startHelper: () => newWorker(self.location.href),
});

self.addEventListener('message', ({ data }: MessageEvent<Order>) => answer(data));
self.postMessage({ type: 'ready' } satisfies Greeting);
