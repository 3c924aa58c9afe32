// The table in a worker, so that the page never waits.
import { startWorker } from './start-worker.js';
import type { OpenLine, Report } from './worker-messages.js';

export const workerLine: OpenLine = ({ hear, crashed }) => {
  const worker = startWorker();
  worker.addEventListener('message', ({ data }: MessageEvent<Report>) => hear(data));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    crashed();
  });
  return { send: (order) => worker.postMessage(order), end: () => worker.terminate() };
};
