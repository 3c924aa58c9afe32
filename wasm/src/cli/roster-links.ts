// A table of links: one decision for each person.
import {
  statuses as outcomes,
  isWrittenTo,
  mailMerge,
  mergeTotals,
  reasonOf,
  whatToDo,
  type LinksTable,
  type Outcome,
  type RosterColumns,
  type RosterCsvRequest,
  type RosterGroup,
  type RosterRow,
  type Totals,
} from '../roster/index.js';
import type { Fault } from '../contract.js';
import type { Words } from '../text.js';
import { someOf, UsageError, type Option } from './command.js';
import type { Asked, Asking, Found } from './roster-asked.js';
import { questionOf, sorts, viewOf } from './roster-question.js';
import { sheetsOf, type CsvForm, type OutColumn, type Sheets } from './roster-rows.js';
import { exitCodeOf, failures } from './totals.js';

export const linkOptions = {
  organization: { value: 'NAME', short: 'o', help: 'To which organization everybody would be linked.' },
  account: {
    value: 'KIND',
    help: 'Of everybody: a Partner Center account of the organization, work or personal; or none.',
  },
  certifications: { value: 'NUMBER', help: 'Of everybody: active certifications in the profile.' },
  facts: { value: 'JSON', help: 'Other facts of everybody, as in the facts of a request.' },
  relation: { value: 'WHO', help: 'Who makes the links: owner (each person their own; so without it), admin, other.' },
  status: { value: 'LIST', help: `Only these, with commas between them: ${outcomes.join(', ')}.` },
  changed: { help: 'Only those for whom the ruleset of --compare decides otherwise.' },
  sort: { value: 'BY', help: `${sorts.join(', ')}; without it in the order of their first rows.` },
  descending: { help: 'The last first.' },
  compare: { value: 'ID', help: 'Decide by a second ruleset, too.' },
  group: { help: 'Groups instead of people: whose turn it is, what to do, and how many they are.' },
  'mail-merge': {
    value: 'FILE',
    help: 'Write a message to each person there, or about each, as CSV: person, turn, day, subject, message.',
  },
  shard: {
    value: 'K/N',
    help: 'Only part K of N of the people, such as 3/8. The parts are disjoint and together everybody.',
  },
  jobs: {
    value: 'NUMBER',
    short: 'j',
    help: `So many processors read, decide and write at once; the same comes out. Where people's rows do not stand together,
or an order is asked (--sort), and of --mail-merge and standard input, it is one all the same.`,
  },
  'fail-on': {
    value: 'LIST',
    help: `Exit with 1 when somebody is one of these, or when it is the turn of one of these:
${failures.join(', ')}.`,
  },
} satisfies Record<string, Option>;

export function askLinks(
  { roster, words, values, succeeded, name, form }: Asking,
  columns: RosterColumns,
): Asked<LinksTable> {
  if (values.organization === undefined) {
    throw new UsageError(`${name} is a table of links: say to which organization, --organization NAME`);
  }
  if (values.changed === true && values.compare === undefined) {
    throw new UsageError('--changed needs --compare');
  }
  const failOn = someOf('fail-on', values['fail-on'], failures);
  const question = questionOf(values);
  const view = viewOf(values);
  return () => {
    const { table } = succeeded(roster.start({ ...question, form, columns }));
    return {
      table,
      finish() {
        const { totals, faults, left_out: leftOut = [] } = succeeded(table.finish());
        const compared =
          values.compare === undefined ? undefined : succeeded(table.compare({ ruleset: String(values.compare) }));
        const written = linkColumns(words, { isNamed: columns.name !== undefined, isCompared: compared !== undefined });
        const { delimiter } = form;
        const csv = { columns: written.map(({ name: column }) => column), delimiter };
        const people = succeeded(table.view(view)).people;
        const rowsFrom = (from: number, count: number): RosterRow[] => succeeded(table.rows(from, count)).rows;
        function* mails(): Generator<Uint8Array> {
          const context = { words, organization: question.action.organization, today: totals.today };
          yield succeeded(roster.csvOf([mailColumns], { delimiter })).bytes;
          for (const [number, group] of totals.groups.entries()) {
            const some = isWrittenTo(group) ? succeeded(table.view({ ...view, group: number })).people : 0;
            for (let from = 0; from < some; from += mailsAtOnce) {
              const rows = mailMerge(rowsFrom(from, mailsAtOnce), group, context);
              yield succeeded(roster.csvOf(rows, { delimiter })).bytes;
            }
          }
          succeeded(table.view(view));
        }
        return {
          totals: compared === undefined ? [totals] : [totals, compared.totals],
          faults,
          leftOut,
          notes: [],
          exitCode: exitCodeOf(totals, failOn),
          links: table,
          mails: mails(),
          sheets:
            values.group === true
              ? groupSheets(totals, { roster, words, succeeded, delimiter })
              : sheetsOf(
                  {
                    rows: people,
                    columns: written,
                    from: rowsFrom,
                    csv: (from, count) => table.csv(csv, from, count),
                  },
                  { roster, succeeded, delimiter },
                ),
        };
      },
    };
  };
}

/** What was found in parts that have no person in common, as if it were one; `sheets` gives the people of all. */
export function joinLinks(
  parts: readonly { totals: readonly Totals[]; faults: readonly Fault[]; leftOut: readonly Fault[] }[],
  { roster, words, values, succeeded, form: { delimiter } }: Asking,
  sheets: Sheets,
): Found {
  const [first, ...others] =
    parts[0]?.totals.map((_, index) => mergeTotals(parts.map(({ totals }) => totals[index] as Totals))) ?? [];
  if (first === undefined) {
    throw new RangeError('there are no parts');
  }
  return {
    totals: [first, ...others],
    faults: parts.flatMap(({ faults }) => faults).slice(0, mostFaults),
    leftOut: parts.flatMap(({ leftOut }) => leftOut).slice(0, mostFaults),
    notes: [],
    exitCode: exitCodeOf(first, someOf('fail-on', values['fail-on'], failures)),
    sheets: values.group === true ? groupSheets(first, { roster, words, succeeded, delimiter }) : sheets,
  };
}

/** As many as the core lists. */
const mostFaults = 1_000;

function groupSheets({ groups }: Totals, { words, ...form }: CsvForm & { words: Words }): Sheets {
  const from = (start: number, count: number): RosterGroup[] => groups.slice(start, start + count);
  return sheetsOf({ rows: groups.length, columns: groupColumns(words), from }, form);
}

const mailsAtOnce = 2_000;
const mailColumns = ['person', 'name', 'turn', 'until', 'subject', 'message'];

function groupColumns(words: Words): OutColumn<RosterGroup>[] {
  const todo = (group: RosterGroup): string => whatToDo(group, words).join(' ');
  return [
    { name: 'turn', cell: ({ turn }) => turn, shown: ({ turn }) => words.text(`turn.${turn}`) },
    { name: 'people', cell: ({ people }) => people },
    { name: 'status', cell: ({ status }) => status, shown: ({ status }) => words.text(`status.${status}`) },
    { name: 'reason', cell: ({ reason }) => reason, shown: (group) => reasonOf(group, words) },
    { name: 'todo', cell: todo },
  ];
}

type LinkColumn = OutColumn<RosterRow> & { name: RosterCsvRequest['columns'][number] };

function linkColumns(words: Words, { isNamed, isCompared }: { isNamed: boolean; isCompared: boolean }): LinkColumn[] {
  const status = (outcome: Outcome | undefined): string =>
    outcome === undefined ? '' : words.text(`status.${outcome}`);
  const reason = (message: string | undefined): string =>
    message === undefined ? '' : reasonOf({ reason: message }, words);
  return [
    { name: 'person', cell: (row) => row.person },
    ...(isNamed ? ([{ name: 'name', cell: (row: RosterRow) => row.name }] satisfies LinkColumn[]) : []),
    { name: 'status', cell: (row) => row.status, shown: (row) => status(row.status) },
    { name: 'until', cell: (row) => row.until },
    { name: 'earliest', cell: (row) => row.earliest },
    { name: 'latest', cell: (row) => row.latest },
    { name: 'reason', cell: (row) => row.reason, shown: (row) => reason(row.reason) },
    { name: 'links', cell: (row) => row.links },
    { name: 'last_started', cell: (row) => row.last_started },
    { name: 'organization', cell: (row) => row.organization },
    ...(isCompared
      ? ([
          {
            name: 'compared_status',
            cell: ({ compared }: RosterRow) => compared?.status,
            shown: ({ compared }: RosterRow) => status(compared?.status),
          },
          { name: 'compared_until', cell: ({ compared }: RosterRow) => compared?.until },
          { name: 'compared_earliest', cell: ({ compared }: RosterRow) => compared?.earliest },
          { name: 'compared_latest', cell: ({ compared }: RosterRow) => compared?.latest },
          {
            name: 'compared_reason',
            cell: ({ compared }: RosterRow) => compared?.reason,
            shown: ({ compared }: RosterRow) => reason(compared?.reason),
          },
        ] satisfies LinkColumn[])
      : []),
  ];
}
