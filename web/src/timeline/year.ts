// The answer to the same question on every day of a year, worked out while the page has nothing else to do.
import type { PartnerCheck as Core, Request } from 'partnercheck';
import { addDays, addMonths, daysBetween } from '../library/reading/civil.js';

export type Status = 'allowed' | 'deferred' | 'denied' | 'needs_info';

/** Both days included. */
export interface Run {
  status: Status;
  from: string;
  until: string;
}

/** From the day of the question on, the same day a year later not included. */
export function yearOf({ today }: Request, last: string): { from: string; until: string } {
  const until = addDays(addMonths(today, 12), -1);
  return { from: today, until: until < last ? until : last };
}

/** One after the other, in pieces of a few milliseconds. Gives the stretches of days with the same status, or nothing when it was stopped. */
export async function runsOf(
  check: Core['check'],
  request: Request,
  last: string,
  signal: AbortSignal,
): Promise<Run[] | undefined> {
  const { from, until } = yearOf(request, last);
  const days = daysBetween(from, until) + 1;
  const runs: Run[] = [];
  let day = from;
  for (let done = 0; done < days; ) {
    await idle();
    if (signal.aborted) {
      return undefined;
    }
    for (const end = performance.now() + piece; done < days && performance.now() < end; done += 1) {
      const status = statusOn(check, request, day);
      const run = runs.at(-1);
      if (status !== undefined && run?.status === status) {
        run.until = day;
      } else if (status !== undefined) {
        runs.push({ status, from: day, until: day });
      }
      day = addDays(day, 1);
    }
  }
  return runs;
}

function statusOn(check: Core['check'], request: Request, day: string): Status | undefined {
  const answer = check({ ...request, today: day });
  return answer.type === 'success' ? answer.decision.status : undefined;
}

/** In milliseconds. */
const piece = 8;

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) {
      requestIdleCallback(() => resolve(), { timeout: 200 });
    } else {
      setTimeout(resolve, 1);
    }
  });
}
