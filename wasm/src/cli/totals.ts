// What is counted, as one line for each ruleset.
import type { Outcome, Totals } from '../roster/index.js';
import { exitCodes } from './command.js';

export function totalLines(totals: readonly Totals[]): string {
  return totals.map((one) => `${JSON.stringify(one)}\n`).join('');
}

export function exitCodeOf(totals: Totals, failOn: readonly Outcome[]): number {
  if (Object.keys(totals.faults).length > 0) {
    return exitCodes.partly;
  }
  return failOn.some((outcome) => totals.statuses[outcome] > 0) ? exitCodes.decidedOtherwise : exitCodes.done;
}
