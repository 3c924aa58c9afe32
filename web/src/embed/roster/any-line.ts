// The table in a worker; in the page itself where the browser, a policy or another origin lets none start.
import type { Line, OpenLine, Order } from '../../roster/worker-messages.js';
import { workerLine } from '../../roster/worker-line.js';

export const anyLine: OpenLine = (listener) => {
  /** Until the worker has said something. */
  let sent: Order[] | undefined = [];
  let hasEnded = false;
  let line: Line | undefined;

  const goOnInPage = (why: string): void => {
    console.warn(`Partner Check reads tables in the page itself, for no worker could be started${why}`);
    import('../../roster/page-line.js').then(
      ({ pageLine }) => {
        if (!hasEnded) {
          line = pageLine(listener);
          sent?.forEach(line.send);
          sent = undefined;
        }
      },
      () => listener.lost('not_loaded'),
    );
  };

  try {
    line = workerLine({
      hear: (report) => {
        sent = undefined;
        listener.hear(report);
      },
      lost: (code) => {
        if (sent === undefined) {
          listener.lost(code);
        } else {
          line?.end();
          line = undefined;
          goOnInPage('');
        }
      },
    });
  } catch (refused) {
    goOnInPage(`: ${refused instanceof Error ? refused.message : String(refused)}`);
  }
  return {
    send: (order) => {
      sent?.push(order);
      line?.send(order);
    },
    end: () => {
      hasEnded = true;
      line?.end();
    },
  };
};
