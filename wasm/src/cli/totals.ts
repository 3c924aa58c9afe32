// What is counted, as one line for each ruleset.
import type { Outcome, Totals } from '../roster/index.js';
import { exitCodes } from './command.js';

export function totalLines(totals: readonly object[]): string {
  return totals.map((one) => `${JSON.stringify(one)}\n`).join('');
}

export function exitCodeOf(
  { faults, statuses }: Pick<Totals, 'faults'> & Partial<Totals>,
  failOn: readonly Outcome[] = [],
): number {
  if (Object.keys(faults).length > 0) {
    return exitCodes.partly;
  }
  return failOn.some((outcome) => (statuses?.[outcome] ?? 0) > 0) ? exitCodes.decidedOtherwise : exitCodes.done;
}
