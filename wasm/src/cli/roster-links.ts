// A table of links: one decision for each person.
import {
  statuses as outcomes,
  isWrittenTo,
  mailMerge,
  reasonOf,
  whatToDo,
  type Outcome,
  type RosterColumns,
  type RosterCsvRequest,
  type RosterGroup,
  type RosterRow,
} from '../roster/index.js';
import type { Words } from '../text.js';
import { someOf, UsageError, type Option } from './command.js';
import type { Asked, Asking } from './roster-asked.js';
import { questionOf, sorts, viewOf } from './roster-question.js';
import { sheetsOf, type OutColumn } from './roster-rows.js';
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
  'fail-on': {
    value: 'LIST',
    help: `Exit with 1 when somebody is one of these, or when it is the turn of one of these:
${failures.join(', ')}.`,
  },
} satisfies Record<string, Option>;

export function askLinks({ roster, words, values, succeeded, name, form }: Asking, columns: RosterColumns): Asked {
  if (values.organization === undefined) {
    throw new UsageError(`${name} is a table of links: say to which organization, --organization NAME`);
  }
  if (values.changed === true && values.compare === undefined) {
    throw new UsageError('--changed needs --compare');
  }
  const failOn = someOf('fail-on', values['fail-on'], failures);
  const question = questionOf(values);
  const view = viewOf(values);
  return {
    start: () => roster.start({ ...question, form, columns }),
    finish() {
      const { totals, faults, left_out: leftOut = [] } = succeeded(roster.finish());
      const compared =
        values.compare === undefined ? undefined : succeeded(roster.compare({ ruleset: String(values.compare) }));
      const written = linkColumns(words, { isNamed: columns.name !== undefined, isCompared: compared !== undefined });
      const { delimiter } = form;
      const csv = { columns: written.map(({ name: column }) => column), delimiter };
      const people = succeeded(roster.view(view)).people;
      const rowsFrom = (from: number, count: number): RosterRow[] => succeeded(roster.rows(from, count)).rows;
      function* mails(): Generator<Uint8Array> {
        const context = { words, organization: question.action.organization, today: totals.today };
        yield succeeded(roster.csvOf([mailColumns], { delimiter })).bytes;
        for (const [number, group] of totals.groups.entries()) {
          const some = isWrittenTo(group) ? succeeded(roster.view({ ...view, group: number })).people : 0;
          for (let from = 0; from < some; from += mailsAtOnce) {
            const rows = mailMerge(rowsFrom(from, mailsAtOnce), group, context);
            yield succeeded(roster.csvOf(rows, { delimiter })).bytes;
          }
        }
        succeeded(roster.view(view));
      }
      return {
        totals: compared === undefined ? [totals] : [totals, compared.totals],
        faults,
        leftOut,
        notes: [],
        exitCode: exitCodeOf(totals, failOn),
        mails: mails(),
        sheets:
          values.group === true
            ? sheetsOf(
                {
                  rows: totals.groups.length,
                  columns: groupColumns(words),
                  from: (from, count) => totals.groups.slice(from, from + count),
                },
                { roster, succeeded, delimiter },
              )
            : sheetsOf(
                {
                  rows: people,
                  columns: written,
                  from: rowsFrom,
                  csv: (from, count) => roster.csv(csv, from, count),
                },
                { roster, succeeded, delimiter },
              ),
      };
    },
  };
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
