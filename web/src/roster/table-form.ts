// How a table is written, as far as it shows, and what stays to be asked.
import { monthWords, recognise, type RosterColumns, type Sniffed, type TableForm, type TableKind } from 'partnercheck/roster';

export type DayOrder = NonNullable<TableForm['day_order']>;

export interface TableLook {
  kind: TableKind | undefined;
  columns: RosterColumns;
  unknown: string[];
}

export function lookOf({ rows }: Sniffed): TableLook {
  const { kind, columns, unknown } = recognise(rows[0] ?? []);
  return { kind, columns: kind === 'associations' ? columns : {}, unknown };
}

/** Without a header nothing is left out, and nothing is known. */
export function formOf({ encoding, delimiter }: Sniffed, hasHeader: boolean, dayOrder: DayOrder | undefined): TableForm {
  return {
    encoding,
    delimiter,
    header: hasHeader,
    month_words: monthWords(),
    ...(dayOrder === undefined ? {} : { day_order: dayOrder }),
  };
}

/** A day of the first rows that can be read both ways. */
export function ambiguousDay({ rows }: Sniffed, columns: RosterColumns): string | undefined {
  const places = [columns.started, columns.ended, columns.next_association_date].filter((place) => place !== undefined);
  return rows.flatMap((row) => places.map((place) => row[place] ?? '')).find((cell) => {
    const [, one, other] = /^\s*(\d{1,2})[./\s-]+(\d{1,2})[./\s-]+\d{4}\b/.exec(cell.normalize('NFKC')) ?? [];
    return one !== undefined && other !== undefined && Number(one) <= 12 && Number(other) <= 12 && Number(one) !== Number(other);
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
    return value === undefined ? name : `${name} (${[...value].slice(0, 24).join('')}${[...value].length > 24 ? '…' : ''})`;
  });
}
