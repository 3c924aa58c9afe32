// What somebody said of a table, for the next one with the same names of columns: in this browser, and only when it is
// wanted. Names of columns are kept, nothing of the people.
import type { Columns, DayOrder, ShortYears, Subject, TableLook } from './table-form.js';

export interface Said {
  subject: Subject;
  columns: Columns;
  dayOrder?: DayOrder | undefined;
  shortYears?: ShortYears | undefined;
}

const place = 'partner-check.tables';
const most = 20;

/** Undefined for a table without names. */
export function shapeOf({ header, hasHeader }: TableLook): string | undefined {
  const names = header.map((name) => name.trim().toLowerCase());
  return hasHeader && names.some((name) => name !== '') ? JSON.stringify(names) : undefined;
}

export function recall(shape: string): Said | undefined {
  return all().find(([known]) => known === shape)?.[1];
}

/** Undefined: forgets it. @throws where the browser refuses to keep anything. */
export function remember(shape: string, said: Said | undefined): void {
  const others = all().filter(([known]) => known !== shape);
  const tables = said === undefined ? others : [[shape, said], ...others].slice(0, most);
  if (tables.length === 0) {
    localStorage.removeItem(place);
  } else {
    localStorage.setItem(place, JSON.stringify(tables));
  }
}

/** What cannot be read counts as nothing. */
function all(): [string, Said][] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isTable) : [];
  } catch {
    return [];
  }
}

/** Written by another version, or by hand. */
function isTable(entry: unknown): entry is [string, Said] {
  const [shape, said] = Array.isArray(entry) ? (entry as [unknown, Partial<Said> | undefined]) : [];
  return (
    typeof shape === 'string' &&
    (said?.subject === 'links' || said?.subject === 'skills') &&
    typeof said.columns === 'object' &&
    Object.values(said.columns).every((index) => Number.isInteger(index)) &&
    [undefined, 'day_month', 'month_day'].includes(said.dayOrder) &&
    [undefined, 'first', 'last'].includes(said.shortYears)
  );
}
