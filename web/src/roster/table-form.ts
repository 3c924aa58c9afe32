// What a table is about, how it is written as far as it shows, and what stays to be asked.
import {
  dayOrderShown,
  recogniseTable,
  skillColumns,
  type DayOrderShown,
  type Guess,
  type HeaderSaid,
  type RosterColumns,
  type SkillColumns,
  type Sniffed,
  type TableForm,
  type TableKind,
} from 'partnercheck/roster';

export type DayOrder = NonNullable<TableForm['day_order']>;
export type ShortYears = NonNullable<TableForm['short_years']>;

/** What a table is asked about: the links of people, or their skills. */
export type Subject = 'links' | 'skills';

export type Columns = RosterColumns & SkillColumns;

export interface TableLook {
  kind: TableKind | undefined;
  subject: Subject;
  columns: Columns;
  /** Why a column is taken for what it is; what somebody said needs no reason. */
  guesses: Readonly<Record<string, Guess>>;
  hasHeader: boolean;
  rowsAbove: number;
  header: readonly string[];
  /** Of a skills report that names competencies: their column, and the one of the skills where it has both. */
  competencies: { competency: number; skill: number | undefined } | undefined;
}

export const emptyLook: TableLook = {
  kind: undefined,
  subject: 'links',
  columns: {},
  guesses: {},
  hasHeader: true,
  rowsAbove: 0,
  header: [],
  competencies: undefined,
};

/** By the names of its columns and by its cells, unless somebody says what it is about. */
export function lookOf(sniffed: Sniffed, said?: Subject, header: HeaderSaid = {}): TableLook {
  const { columns: found, kind, unknown: _, name, ...table } = recogniseTable(sniffed, header);
  const shown = name === undefined ? {} : { name };
  const skills = skillColumns({ columns: found, kind } as Parameters<typeof skillColumns>[0]);
  const { skill, relevant }: { skill?: number; relevant?: number } = kind === 'skills_report' ? found : {};
  const competencies = relevant === undefined ? undefined : { competency: relevant, skill };
  if (skills !== undefined) {
    const columns = said === 'links' ? {} : { ...shown, ...skills };
    return { ...table, kind, subject: said ?? 'skills', columns, competencies };
  }
  const links = kind === 'associations' && said !== 'skills' ? { ...shown, ...found } : {};
  return { ...table, kind, subject: said ?? 'links', columns: links, competencies };
}

/** What is counted of a table of skills. */
export function countedOf({ columns, competencies }: TableLook): 'skills' | 'competencies' {
  return competencies !== undefined && columns.skill === competencies.competency ? 'competencies' : 'skills';
}

/** What the cells of the columns of days show of their order. */
export function orderOf(sniffed: Sniffed, { columns }: TableLook): DayOrderShown {
  const { started, ended, next_association_date: next, expires } = columns;
  return dayOrderShown(
    sniffed,
    [started, ended, next, expires].filter((place) => place !== undefined),
  );
}

/** What each column holds, by its name and its first value. */
export function columnLabels({ rows }: Sniffed, { header, hasHeader, rowsAbove }: TableLook): string[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const others = rows.slice(rowsAbove + (hasHeader ? 1 : 0));
  return Array.from({ length: width }, (_, index) => {
    const name = header[index]?.trim() || String(index + 1);
    const value = others.map((row) => row[index]?.trim() ?? '').find((cell) => cell !== '');
    return value === undefined
      ? name
      : `${name} (${[...value].slice(0, 24).join('')}${[...value].length > 24 ? '…' : ''})`;
  });
}
