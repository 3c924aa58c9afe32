// partnercheck roster merge: the totals of all shards are those of the whole table.
import { mergeTotals, statuses, type RosterGroup, type Totals } from '../roster/index.js';
import { Failed, exitCodes, someOf, type Command } from './command.js';
import { openInput } from './input.js';
import { requestsOf } from './lines.js';
import { write } from './output.js';
import { exitCodeOf, failures, totalLines } from './totals.js';

export const mergeCommand: Command = {
  usage: ['roster merge [options] [TOTALS...]'],
  about: `Adds up what the shards of one table counted (roster --format totals, or --totals FILE), for each ruleset apart.
Reads standard input where no file is named, or where it is -.`,
  options: {
    'fail-on': {
      value: 'LIST',
      help: `Exit with 1 when somebody is one of these, or it is their turn:\n${failures.join(', ')}.`,
    },
  },
  notes:
    'Exit code: 0 added up; 1 see --fail-on; 2 wrong usage, or what was read are no totals of one question;\n3 a shard had rows that could not be read.',

  async run(values, files, interrupted) {
    const failOn = someOf('fail-on', values['fail-on'], failures) ?? [];
    const byRuleset = new Map<string, Totals>();
    for (const name of files.length === 0 ? ['-'] : files) {
      const input = await openInput(name, interrupted);
      for await (const { text, number } of requestsOf(input.pieces)) {
        const place = `${input.name}:${number}`;
        const totals = totalsOf(text, place);
        const before = byRuleset.get(totals.ruleset);
        try {
          byRuleset.set(totals.ruleset, before === undefined ? totals : mergeTotals([before, totals]));
        } catch (error) {
          throw new Failed(`${place}: ${(error as Error).message}`);
        }
      }
    }
    const all = [...byRuleset.values()];
    if (all.length === 0) {
      throw new Failed('there are no totals to add up');
    }
    await write(totalLines(all));
    return Math.max(...all.map((totals) => exitCodeOf(totals, failOn)), exitCodes.done);
  },
};

const numbers = ['rows', 'people'] as const;
const counts = ['statuses', 'reasons', 'days', 'earliest', 'faults'] as const;

/** @throws Failed that names the place. */
function totalsOf(text: string, place: string): Totals {
  let read: Partial<Record<string, unknown>> | null;
  try {
    read = JSON.parse(text) as typeof read;
  } catch (error) {
    throw new Failed(`${place}: ${(error as Error).message}`);
  }
  if (typeof read === 'object' && read !== null && 'old_system_only' in read) {
    throw new Failed(`${place}: these are totals of skills; only those of tables of links add up`);
  }
  const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
  const isTable = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && Object.values(value).every(isCount);
  const isGroup = (value: unknown): boolean => {
    const { status, people, steps, missing } = (value ?? {}) as Partial<RosterGroup>;
    return (
      statuses.some((each) => each === status) && isCount(people) && Array.isArray(steps) && Array.isArray(missing)
    );
  };
  const right =
    typeof read === 'object' &&
    read !== null &&
    typeof read.ruleset === 'string' &&
    typeof read.today === 'string' &&
    numbers.every((name) => isCount(read[name])) &&
    counts.every((name) => isTable(read[name])) &&
    Array.isArray(read.groups) &&
    read.groups.every(isGroup);
  if (!right) {
    throw new Failed(`${place}: these are no totals; partnercheck roster --format totals writes them`);
  }
  return read as unknown as Totals;
}
