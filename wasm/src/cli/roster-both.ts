// A table of links and a table of skills together: a row for each person of either.
import type { BothRow, LinksTable, SkillsTable } from '../roster/index.js';
import type { Words } from '../text.js';
import { oneOf, UsageError, type Option, type Values } from './command.js';
import type { Asking, Found } from './roster-asked.js';
import { sheetsOf, type OutColumn } from './roster-rows.js';

const parts = ['both', 'links', 'skills'] as const;

export const bothOptions = {
  with: {
    value: 'FILE',
    help: `The other table, of skills or of links: a row for each person of either, who are the same by number, else by
email address. It is read as it shows itself; how the first one is written is said by the other options.`,
  },
  in: { value: 'WHERE', help: `Only those who stand in ${parts.join(', ')} (in that table only).` },
} satisfies Record<string, Option>;

/** What chooses other rows, or rows of one table. */
const others = [
  'status changed sort descending compare group mail-merge shard fail-on',
  'people skill needed leaves joins',
].flatMap((names) => names.split(' '));

/** The file of the other table, if there is one. @throws UsageError */
export function otherTableOf(values: Values): string | undefined {
  if (values.with === undefined) {
    if (values.in !== undefined) {
      throw new UsageError('--in needs --with');
    }
    return undefined;
  }
  const wrong = others.filter((name) => values[name] !== undefined);
  if (wrong.length > 0) {
    throw new UsageError(`${wrong.map((name) => `--${name}`).join(', ')}: not together with --with`);
  }
  return String(values.with);
}

/** How the other one is written, it shows itself. */
export function valuesOfOther(values: Values): Values {
  const own = ['columns', 'delimiter', 'encoding', 'no-header', 'rows-above'];
  return Object.fromEntries(Object.entries(values).filter(([name]) => !own.includes(name)));
}

/** Both are finished. */
export function askBoth(
  { roster, words, values, succeeded, form }: Asking,
  { links, skills }: { links: LinksTable; skills: SkillsTable },
  [first, second]: readonly [Found, Found],
): Found {
  const part = oneOf('in', values.in, parts);
  const { totals, both } = succeeded(roster.bringTogether(links, skills));
  const rows = succeeded(both.view(part === undefined ? {} : { in: part })).people;
  const columns = bothColumns(words);
  const from = (start: number, count: number): BothRow[] => succeeded(both.rows(start, count)).rows;
  return {
    ...first,
    totals: [...first.totals, ...second.totals, { both: totals }],
    notes: [
      `in both ${totals.both}, in the links only ${totals.links}, in the skills only ${totals.skills}`,
      ...(totals.unknown === 0 ? [] : [`without a number or an email address of their own: ${totals.unknown}`]),
    ],
    exitCode: Math.max(first.exitCode, second.exitCode),
    sheets: sheetsOf({ rows, columns, from }, { roster, succeeded, delimiter: form.delimiter }),
  };
}

function bothColumns(words: Words): OutColumn<BothRow>[] {
  return [
    { name: 'person', cell: ({ link }) => link?.person },
    { name: 'name', cell: ({ link, skill }) => link?.name ?? skill?.name },
    { name: 'email', cell: ({ link, skill }) => link?.email ?? skill?.email },
    {
      name: 'status',
      cell: ({ link }) => link?.status,
      shown: ({ link }) => (link === undefined ? '' : words.text(`status.${link.status}`)),
    },
    { name: 'until', cell: ({ link }) => link?.until },
    { name: 'earliest', cell: ({ link }) => link?.earliest },
    { name: 'latest', cell: ({ link }) => link?.latest },
    { name: 'person_of_skills', cell: ({ skill }) => skill?.person },
    { name: 'skills', cell: ({ skill }) => skill?.skills },
    { name: 'counted', cell: ({ skill }) => skill?.counted },
    { name: 'next_end', cell: ({ skill }) => skill?.next_end },
    { name: 'by', cell: ({ by }) => by },
  ];
}
