// The table in a worker, so that the page never waits.
import { startWorker } from './start-worker.js';
import type { Greeting, OpenLine, Report } from './worker-messages.js';

/** How long a worker may take to be there, in milliseconds. */
const patience = 60_000;

export const workerLine: OpenLine = ({ hear, lost }) => {
  const worker = startWorker();
  // A script that never comes would be waited for without end.
  const late = setTimeout(() => lost('not_loaded'), patience);
  const crash = (event: Event): void => {
    event.preventDefault();
    lost('crashed');
  };
  worker.addEventListener('message', ({ data }: MessageEvent<Greeting | Report>) => {
    clearTimeout(late);
    if (data.type !== 'ready') {
      hear(data);
    }
  });
  worker.addEventListener('error', crash);
  worker.addEventListener('messageerror', crash);
  return {
    send: (order) => worker.postMessage(order),
    end: () => {
      clearTimeout(late);
      worker.terminate();
    },
  };
};
