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
  pieces: Iterable<Piece> | AsyncIterable<Piece>;
}

export interface Piece {
  rows: number;
  text: string | Uint8Array;
}

/** Of objects; as bytes that the core writes, more are no burden. */
const rowsAtOnce = 2_000;
const bytesAtOnce = 16_384;

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
  function* pieces(atOnce: number, textFrom: (from: number, count: number) => Piece['text']): Generator<Piece> {
    for (let from = 0; from < rows; from += atOnce) {
      yield { rows: Math.min(atOnce, rows - from), text: textFrom(from, atOnce) };
    }
  }
  return (format) => {
    switch (format) {
      case 'ndjson': {
        const lineOf = (row: Row): string => `${JSON.stringify(row)}\n`;
        return {
          rows,
          header: '',
          pieces: pieces(rowsAtOnce, (from, count) => rowsFrom(from, count).map(lineOf).join('')),
        };
      }
      case 'csv':
        return {
          rows,
          header: succeeded(csvOf([names])).bytes,
          pieces: pieces(
            source.csv === undefined ? rowsAtOnce : bytesAtOnce,
            (from, count) => succeeded(csv(from, count)).bytes,
          ),
        };
      case 'table': {
        const table = new AlignedTable(names);
        const cellsOf = (row: Row): string[] => columns.map(({ cell, shown }) => (shown ?? textOf(cell))(row));
        return {
          rows,
          header: '',
          pieces: pieces(rowsAtOnce, (from, count) => table.rows(rowsFrom(from, count).map(cellsOf))),
        };
      }
    }
  };
}

const textOf =
  <Row>(cell: (row: Row) => CsvCell) =>
  (row: Row): string =>
    String(cell(row) ?? '');
