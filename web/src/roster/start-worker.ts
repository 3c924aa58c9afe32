// Starts the worker of the built page. The package for bundlers has a file of its own in place of this one.
import { newWorker } from './new-worker.js';
import workerAddress from './worker/worker.ts?worker&url';

export const startWorker = (): Worker => newWorker(workerAddress);
