// The table in the page itself, a few milliseconds at a time, where there can be no worker.
import { nextTask } from '../library/next-task.js';
import { answering } from './worker/calls.js';
import { RosterError, type OpenLine } from './worker-messages.js';

/** Shorter than a frame, so that the page is drawn and hears people in between. */
const pause = 10;

export const pageLine: OpenLine = ({ hear }) => {
  let hasEnded = false;
  const turn = async (): Promise<void> => {
    await nextTask();
    if (hasEnded) {
      throw new RosterError('cancelled');
    }
  };
  const send = answering((report) => hasEnded || hear(report), { pause, turn });
  return {
    send,
    end: () => {
      hasEnded = true;
    },
  };
};
