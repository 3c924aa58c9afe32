// Totals of the shards of one table add up to the totals of the table.
import type { Totals } from './contract.js';

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
      statuses: added(sum.statuses, next.statuses),
      reasons: added(sum.reasons, next.reasons),
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

function added<K extends string>(a: Record<K, number>, b: Record<K, number>): Record<K, number> {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort(byText) as K[];
  return Object.fromEntries(keys.map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)])) as Record<K, number>;
}
