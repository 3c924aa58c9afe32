// Totals of the shards of one table add up to the totals of the table.
import type { RosterGroup, Totals } from './contract.js';
import { statuses } from './roster.js';

/** @throws RangeError when they are not of one question. */
export function mergeTotals(all: readonly Totals[]): Totals {
  const [first, ...others] = all;
  if (first === undefined) {
    throw new RangeError('there are no totals to merge');
  }
  return others.reduce((sum, next) => {
    if (next.ruleset !== sum.ruleset || next.today !== sum.today) {
      throw new RangeError(`totals of ${next.ruleset} on ${next.today} are not of ${sum.ruleset} on ${sum.today}`);
    }
    const { all_on: before, ...rest } = sum;
    const { all_on: after } = next;
    return {
      ...rest,
      rows: sum.rows + next.rows,
      people: sum.people + next.people,
      statuses: Object.fromEntries(
        statuses.map((status) => [status, sum.statuses[status] + next.statuses[status]]),
      ) as Totals['statuses'],
      reasons: added(sum.reasons, next.reasons),
      groups: together([...sum.groups, ...next.groups]),
      days: added(sum.days, next.days),
      earliest: added(sum.earliest, next.earliest),
      faults: added(sum.faults, next.faults),
      ...(before === undefined || after === undefined ? {} : { all_on: byText(before, after) < 0 ? after : before }),
    };
  }, first);
}

/** As the core sorts: days by time, other names by their code units. */
function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Those of one kind as one, in the order of the core. */
function together(groups: readonly RosterGroup[]): RosterGroup[] {
  const kinds = new Map<string, RosterGroup>();
  for (const group of groups) {
    const kind = kindOf(group);
    kinds.set(kind, { ...group, people: group.people + (kinds.get(kind)?.people ?? 0) });
  }
  return [...kinds].sort(([a], [b]) => byText(a, b)).map(([, group]) => group);
}

/** Sorts as the core does. No name holds such a sign. */
function kindOf({ status, reason, steps, missing }: RosterGroup): string {
  const parts = [[statuses.indexOf(status)], [reason ?? ''], steps.map(({ step }) => step), missing];
  return parts.map((part) => part.join('\u0001')).join('\0');
}

function added<K extends string>(a: Record<K, number>, b: Record<K, number>): Record<K, number> {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort(byText) as K[];
  return Object.fromEntries(keys.map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)])) as Record<K, number>;
}
