// What is counted, as one line for each ruleset.
import { statuses as outcomes, type Outcome, type RosterGroup, type Totals } from '../roster/index.js';
import { exitCodes } from './command.js';

export function totalLines(totals: readonly object[]): string {
  return totals.map((one) => `${JSON.stringify(one)}\n`).join('');
}

/** Whose turn it can be. */
const turns = ['keeper', 'owner', 'admin', 'support', 'nobody'] as const satisfies readonly RosterGroup['turn'][];

/** What --fail-on knows: an answer, or whose turn it is. */
export const failures = [...outcomes, ...turns] as const;
type Failing = Outcome | RosterGroup['turn'];

export function exitCodeOf(
  { faults, statuses, groups = [] }: Pick<Totals, 'faults'> & Partial<Totals>,
  failOn: readonly Failing[] = [],
): number {
  if (Object.keys(faults).length > 0) {
    return exitCodes.partly;
  }
  const isThere = (name: Failing): boolean =>
    groups.some(({ turn }) => turn === name) ||
    Object.entries(statuses ?? {}).some(([each, people]) => each === name && people > 0);
  return failOn.some(isThere) ? exitCodes.decidedOtherwise : exitCodes.done;
}
