// A line to a worker.
import type { Greeting, OpenLine, Report } from './worker-messages.js';

/** How long a worker may take to be there, in milliseconds. */
const patience = 60_000;

export const lineTo =
  (startWorker: () => Worker): OpenLine =>
  ({ hear, lost }) => {
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
