// The worker of the roster: what takes long is done here, so that the page never waits.
import type { Greeting, Order } from '../worker-messages.js';
import { answering } from './calls.js';

declare const self: DedicatedWorkerGlobalScope;

const answer = answering((report) => self.postMessage(report), { pause: 80, turn: () => undefined });

self.addEventListener('message', ({ data }: MessageEvent<Order>) => answer(data));
self.postMessage({ type: 'ready' } satisfies Greeting);
