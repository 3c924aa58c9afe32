// The rows that go out, in one of the formats.
import type { CsvAnswer, CsvCell, Roster } from '../roster/index.js';
import type { Succeeded } from './faults.js';
import { AlignedTable } from './table.js';

export const rowFormats = ['csv', 'ndjson', 'table'] as const;
export type RowFormat = (typeof rowFormats)[number];

export interface OutColumn<Row> {
  name: string;
  cell(row: Row): CsvCell;
  /** In words, for people. */
  shown?(row: Row): string;
}

export interface Sheet {
  rows: number;
  header: string | Uint8Array;
  lines(from: number, count: number): string | Uint8Array;
}

export interface RowSource<Row> {
  rows: number;
  columns: readonly OutColumn<Row>[];
  from(from: number, count: number): readonly Row[];
  /** Where the core has the rows, it writes them itself. */
  csv?(from: number, count: number): CsvAnswer;
}

/** Of one format. */
export type Sheets = (format: RowFormat) => Sheet;

export interface CsvForm {
  roster: Roster;
  succeeded: Succeeded;
  delimiter: string;
}

export function sheetsOf<Row>(source: RowSource<Row>, { roster, succeeded, delimiter }: CsvForm): Sheets {
  const { rows, columns, from: rowsFrom } = source;
  const names = columns.map(({ name }) => name);
  const csvOf = (table: CsvCell[][]): CsvAnswer => roster.csvOf(table, { delimiter });
  const csv =
    source.csv ?? ((from, count) => csvOf(rowsFrom(from, count).map((row) => columns.map(({ cell }) => cell(row)))));
  return (format) => {
    switch (format) {
      case 'ndjson':
        return {
          rows,
          header: '',
          lines: (from, count) =>
            rowsFrom(from, count)
              .map((row) => `${JSON.stringify(row)}\n`)
              .join(''),
        };
      case 'csv':
        return {
          rows,
          header: succeeded(csvOf([names])).bytes,
          lines: (from, count) => succeeded(csv(from, count)).bytes,
        };
      case 'table': {
        const table = new AlignedTable(names);
        return {
          rows,
          header: '',
          lines: (from, count) =>
            table.rows(
              rowsFrom(from, count).map((row) => columns.map(({ cell, shown }) => (shown ?? textOf(cell))(row))),
            ),
        };
      }
    }
  };
}

const textOf =
  <Row>(cell: (row: Row) => CsvCell) =>
  (row: Row): string =>
    String(cell(row) ?? '');
