// The table in a worker, so that the page never waits.
import { lineTo } from './line-to.js';
import { startWorker } from './start-worker.js';

export const workerLine = lineTo(startWorker);
