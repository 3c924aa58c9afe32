// How a table is written, as far as it shows, and what stays to be asked.
import {
  recognise,
  skillColumns,
  type RosterColumns,
  type SkillColumns,
  type Sniffed,
  type TableForm,
  type TableKind,
} from 'partnercheck/roster';

export type DayOrder = NonNullable<TableForm['day_order']>;

/** What a table is asked about: the links of people, or their skills. */
export type Subject = 'links' | 'skills';

export type Columns = RosterColumns & SkillColumns;

export interface TableLook {
  kind: TableKind | undefined;
  subject: Subject;
  columns: Columns;
}

/** By the names of its columns, unless somebody says what it is about. */
export function lookOf({ rows }: Sniffed, said?: Subject): TableLook {
  const found = recognise(rows[0] ?? []);
  const skills = skillColumns(found);
  if (skills !== undefined) {
    return { kind: found.kind, subject: said ?? 'skills', columns: said === 'links' ? {} : skills };
  }
  const links = found.kind === 'associations' && said !== 'skills' ? found.columns : {};
  return { kind: found.kind, subject: said ?? 'links', columns: links };
}

/** A day of the first rows that can be read both ways. */
export function ambiguousDay({ rows }: Sniffed, columns: Columns): string | undefined {
  const places = [columns.started, columns.ended, columns.next_association_date, columns.expires].filter(
    (place) => place !== undefined,
  );
  return rows
    .flatMap((row) => places.map((place) => row[place] ?? ''))
    .find((cell) => {
      const [, one, other] = /^\s*(\d{1,2})[./\s-]+(\d{1,2})[./\s-]+\d{4}\b/.exec(cell.normalize('NFKC')) ?? [];
      return (
        one !== undefined &&
        other !== undefined &&
        Number(one) <= 12 &&
        Number(other) <= 12 &&
        Number(one) !== Number(other)
      );
    });
}

/** What each column holds, by its name and its first value. */
export function columnLabels({ rows }: Sniffed, hasHeader: boolean): string[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const [header = []] = hasHeader ? rows : [];
  const others = hasHeader ? rows.slice(1) : rows;
  return Array.from({ length: width }, (_, index) => {
    const name = header[index]?.trim() || String(index + 1);
    const value = others.map((row) => row[index]?.trim() ?? '').find((cell) => cell !== '');
    return value === undefined
      ? name
      : `${name} (${[...value].slice(0, 24).join('')}${[...value].length > 24 ? '…' : ''})`;
  });
}
