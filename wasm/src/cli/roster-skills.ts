// A table of skills: how many hold each of them, who they are, and for how long there are enough.
import type {
  ForecastAnswer,
  Skill,
  SkillColumns,
  SkillQuestion,
  SkillRow,
  SkillsTable,
  SkillTotals,
} from '../roster/index.js';
import type { Words } from '../text.js';
import { numberOf, oneOf, UsageError, type Option, type Values } from './command.js';
import { dayOf, todayOf } from './options.js';
import type { Asked, Asking } from './roster-asked.js';
import { sheetsOf, type OutColumn, type RowSource, type Sheets } from './roster-rows.js';
import { exitCodeOf } from './totals.js';

const groups = ['all', 'old_system_only'] as const;

export const skillOptions = {
  'moved-on': {
    value: 'DAY',
    help: 'On which day the membership moved to Partner Center; from it follows until when the links\nin the old system count.',
  },
  people: {
    value: 'WHO',
    help: `A row for each person: ${groups.join(', ')}. With --skill those for whom the table names it.`,
  },
  skill: { value: 'NAME', help: 'A row for each day on which the number of its holders changes, today first.' },
  needed: { value: 'NUMBER', help: 'Find the first day on which fewer hold the --skill.' },
  leaves: {
    value: 'PERSON=DAY',
    multiple: true,
    help: 'What if this person does not count from that day on? Can be given more than once.',
  },
  joins: {
    value: 'PERSON=DAY',
    multiple: true,
    help: 'What if this person holds the --skill from that day on? Can be given more than once.',
  },
} satisfies Record<string, Option>;

type Forecast = Extract<ForecastAnswer, { type: 'success' }>;

export function askSkills(
  { roster, words, values, succeeded, name, form }: Asking,
  columns: SkillColumns,
): Asked<SkillsTable> {
  const group = oneOf('people', values.people, groups);
  if (group === 'old_system_only' && (columns.pmc === undefined || columns.pc === undefined)) {
    throw new UsageError(`${name} does not say who is linked where; if columns do, name them: --columns pmc=…,pc=…`);
  }
  const question = questionOf(values);
  const movedOn = values['moved-on'] === undefined ? undefined : dayOf('moved-on', String(values['moved-on']));
  const request = {
    today: todayOf(values),
    ...(values.ruleset === undefined ? {} : { ruleset: String(values.ruleset) }),
    ...(movedOn === undefined ? {} : { moved_on: movedOn }),
    form,
    columns,
  };

  const csvForm = { roster, succeeded, delimiter: form.delimiter };

  /** Of whom the view shows. */
  const people = (table: SkillsTable, totals: SkillTotals): Sheets => {
    const view = {
      ...(question === undefined ? {} : { skill: question.skill }),
      ...(group === 'all' ? {} : { old_system_only: true }),
    };
    const source = {
      rows: succeeded(table.view(view), name).people,
      columns: personColumns(words, { isNamed: columns.name !== undefined, isOfSkill: question !== undefined }),
      from: (from: number, count: number) => succeeded(table.rows(from, count)).rows.map((row) => withEnd(row, totals)),
    };
    return sheetsOf(source, csvForm);
  };

  return () => {
    const { table } = succeeded(roster.startSkills(request));
    return {
      table,
      finish() {
        const { totals, skills, faults, left_out: leftOut = [] } = succeeded(table.finish());
        const found = { faults, leftOut, exitCode: exitCodeOf(totals), skills: table };
        const notes = notesOf(totals, movedOn);
        if (group !== undefined) {
          return { ...found, totals: [totals], notes, sheets: people(table, totals) };
        }
        if (question === undefined) {
          return { ...found, totals: [totals], notes, sheets: sheetsOf(listed(skills, skillColumns), csvForm) };
        }
        const forecast = succeeded(table.forecast(question), name);
        return {
          ...found,
          totals: [{ ...totals, forecast: inShort(question, forecast) }],
          notes: [...notes, ...sentencesOf(question, forecast)],
          sheets: sheetsOf(listed(forecast.series, dayColumns), csvForm),
        };
      },
    };
  };
}

function questionOf(values: Values): SkillQuestion | undefined {
  const { skill, people } = values;
  const [ahead] = ['needed', 'leaves', 'joins'].filter((name) => values[name] !== undefined);
  if (ahead !== undefined && (skill === undefined || people !== undefined)) {
    throw new UsageError(`--${ahead} ${skill === undefined ? 'needs --skill' : 'does not go with --people'}`);
  }
  if (skill === undefined) {
    return undefined;
  }
  const needed = numberOf('needed', values.needed);
  return {
    skill: String(skill),
    ...(needed === undefined ? {} : { needed }),
    changes: [...changesOf('leaves', values), ...changesOf('joins', values)],
  };
}

function changesOf(kind: 'leaves' | 'joins', values: Values): NonNullable<SkillQuestion['changes']> {
  return ((values[kind] ?? []) as string[]).map((change) => {
    // Also in the name of a person there can be such a sign.
    const [, person, day] = /^(.+)=(.*)$/s.exec(change) ?? [];
    if (person === undefined || day === undefined) {
      throw new UsageError(`--${kind} ${change}: write who and when, such as 990012345=2021-05-20`);
    }
    return { person, [`${kind}_on`]: dayOf(kind, day) };
  });
}

/** The skills of somebody in the old system only end with it. Those of one skill say so themselves. */
function withEnd(row: SkillRow, { old_system_ends: ends }: SkillTotals): SkillRow {
  return row.holds === undefined && row.pmc === 'yes' && row.pc === 'no' && ends !== undefined
    ? { ...row, ends_on: ends }
    : row;
}

function inShort({ skill, needed }: SkillQuestion, { series, lost_on: lostOn }: Forecast): object {
  return {
    skill,
    holders: series[0]?.holders,
    ...(needed === undefined ? {} : { needed }),
    ...(lostOn === undefined ? {} : { lost_on: lostOn }),
  };
}

/** What was assumed of those who are linked in the old system only. */
function notesOf(
  { old_system_only: people, old_system_ends: ends }: SkillTotals,
  movedOn: string | undefined,
): string[] {
  if (people === 0 || ends !== undefined) {
    return [];
  }
  const why = movedOn === undefined ? 'no --moved-on DAY is given' : 'this ruleset states no time';
  return [`linked in the old system only, and counted without an end, as ${why}: ${people}`];
}

function sentencesOf({ needed }: SkillQuestion, { series, lost_on: lostOn }: Forecast): string[] {
  if (needed === undefined) {
    return [];
  }
  if (lostOn === undefined) {
    return [`there are never fewer than ${needed}, as far as the table says`];
  }
  const holders = series.find(({ on }) => on === lostOn)?.holders ?? 0;
  return [`from ${lostOn} on there are fewer than ${needed}: ${holders}`];
}

function listed<Row>(rows: readonly Row[], columns: readonly OutColumn<Row>[]): RowSource<Row> {
  return { rows: rows.length, columns, from: (from, count) => rows.slice(from, from + count) };
}

const skillColumns: OutColumn<Skill>[] = [
  { name: 'skill', cell: (row) => row.skill },
  { name: 'holders', cell: (row) => row.holders },
  { name: 'next_loss', cell: (row) => row.next_loss },
];

const dayColumns: OutColumn<Forecast['series'][number]>[] = [
  { name: 'on', cell: (row) => row.on },
  { name: 'holders', cell: (row) => row.holders },
];

function personColumns(
  words: Words,
  { isNamed, isOfSkill }: { isNamed: boolean; isOfSkill: boolean },
): OutColumn<SkillRow>[] {
  const shown = (said: 'yes' | 'no' | undefined): string => (said === undefined ? '' : words.text(`choice.${said}`));
  const holds = (row: SkillRow): 'yes' | 'no' => (row.holds === true ? 'yes' : 'no');
  return [
    { name: 'person', cell: (row) => row.person },
    ...(isNamed ? [{ name: 'name', cell: (row: SkillRow) => row.name }] : []),
    { name: 'pmc', cell: (row) => row.pmc, shown: (row) => shown(row.pmc) },
    { name: 'pc', cell: (row) => row.pc, shown: (row) => shown(row.pc) },
    { name: 'skills', cell: (row) => row.skills },
    ...(isOfSkill ? [{ name: 'holds', cell: holds, shown: (row: SkillRow) => shown(holds(row)) }] : []),
    { name: 'ends_on', cell: (row) => row.ends_on },
  ];
}
