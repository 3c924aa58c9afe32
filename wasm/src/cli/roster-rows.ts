// The rows that go out, in one of the formats.
import { csvRow, type Cell } from './csv.js';
import { AlignedTable } from './table.js';

export const rowFormats = ['csv', 'ndjson', 'table'] as const;
export type RowFormat = (typeof rowFormats)[number];

export interface OutColumn<Row> {
  name: string;
  cell(row: Row): Cell;
  /** In words, for people. */
  shown?(row: Row): string;
}

export interface Sheet {
  rows: number;
  header: string;
  lines(from: number, count: number): string;
}

export interface RowSource<Row> {
  rows: number;
  columns: readonly OutColumn<Row>[];
  from(from: number, count: number): readonly Row[];
}

/** Of one format. */
export type Sheets = (format: RowFormat) => Sheet;

export function sheetsOf<Row>({ rows, columns, from: rowsFrom }: RowSource<Row>, delimiter: string): Sheets {
  return (format) => {
    const { header, lines } = writerOf(columns, format, delimiter);
    return { rows, header, lines: (from, count) => lines(rowsFrom(from, count)) };
  };
}

function writerOf<Row>(
  columns: readonly OutColumn<Row>[],
  format: RowFormat,
  delimiter: string,
): { header: string; lines(rows: readonly Row[]): string } {
  const names = columns.map(({ name }) => name);
  switch (format) {
    case 'ndjson':
      return { header: '', lines: (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join('') };
    case 'csv':
      return {
        header: csvRow(names, delimiter),
        lines: (rows) =>
          rows
            .map((row) =>
              csvRow(
                columns.map(({ cell }) => cell(row)),
                delimiter,
              ),
            )
            .join(''),
      };
    case 'table': {
      const table = new AlignedTable(names);
      return {
        header: '',
        lines: (rows) => table.rows(rows.map((row) => columns.map(({ cell, shown }) => (shown ?? textOf(cell))(row)))),
      };
    }
  }
}

const textOf =
  <Row>(cell: (row: Row) => Cell) =>
  (row: Row): string =>
    String(cell(row) ?? '');
