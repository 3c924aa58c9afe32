// One sheet of an .xlsx workbook as CSV, a line for each row of the sheet. Fetched with the first workbook.
import { recogniseTable, type Roster } from 'partnercheck/roster';
import readWorkbook, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/universal';
import { RosterError } from '../worker-messages.js';
import { piecesOf, read, type Table } from './pieces.js';
import { succeeded } from './succeeded.js';
import { unpacked, type Unpacked } from './unpacked.js';

/** Unpacked it is held in memory whole. */
const largest = 64 << 20;
const letters = 26;
/** So many rows are written at once. */
const block = 20_000;

/** So many rows of each sheet say what it holds. */
const looked = 200;

type Sheet = Awaited<ReturnType<typeof sheetsOf>>[number];
type Cell = string | number | boolean | Date | null;

/** @throws RosterError */
export async function workbookTable(file: Blob, wanted: string | undefined, roster: Roster): Promise<Table> {
  if (file.size > largest) {
    throw new RosterError('workbook_too_large');
  }
  const csvOf = (table: string[][]): Uint8Array<ArrayBuffer> => succeeded(roster.csvOf(table, { exact: true })).bytes;
  const textsOf = (data: Sheet['data']): string[][] => data.map((row) => (row as Cell[]).map(textOf));
  /** How much of what is asked for a sheet holds, as far as its first rows show it. */
  const worthOf = ({ data }: Sheet): number => {
    const beginning = csvOf(textsOf(data.slice(0, looked)));
    const { columns } = recogniseTable(succeeded(roster.sniff(beginning, true, { delimiter: ',' })));
    return Object.keys(columns).length + (data.length > 0 ? 0.5 : 0);
  };
  const { isHidden, hiddenIn, archive } = await read(async () => file.arrayBuffer()).then(unpackedWorkbook);
  const sheets = await sheetsOf(archive);
  const shown = sheets.filter(({ sheet: name }) => !isHidden(name));
  const sheet =
    wanted === undefined
      ? (shown.length > 0 ? shown : sheets)
          .map((one) => ({ one, worth: worthOf(one) }))
          .reduce<{ one?: Sheet; worth: number }>((best, next) => (next.worth > best.worth ? next : best), {
            worth: -1,
          }).one
      : sheets.find(({ sheet: name }) => name === wanted);
  if (sheet === undefined) {
    throw new RosterError('no_sheet');
  }
  const rows = textsOf(sheet.data);
  const parts: Blob[] = [];
  for (let at = 0; at < rows.length; at += block) {
    parts.push(new Blob([csvOf(rows.slice(at, at + block))]));
  }
  const csv = new Blob(parts);
  // How many characters a cell takes in its line, with what parts it from the next.
  const widthOf = (cell: string): number => [...new TextDecoder().decode(csvOf([[cell]]))].length - 1;
  const hidden = hiddenIn(sheet.sheet);
  const width = rows.reduce((widest, { length }) => Math.max(widest, length), 0);
  return {
    pieces: () => piecesOf(csv),
    sheets: sheets.map(({ sheet: name }) => name),
    sheet: sheet.sheet,
    hidden: {
      sheets: sheets.map(({ sheet: name }) => name).filter(isHidden),
      rows: hidden.rows.filter((row) => (rows[row - 1] ?? []).some((cell) => cell !== '')),
      columns: hidden.columns
        .filter((column) => column <= width && rows.some((row) => (row[column - 1] ?? '') !== ''))
        .map((column) => columnName(column - 1)),
    },
    cellAt: (line, column) => cellAt((rows[line - 1] ?? []).map(widthOf), line, column),
  };
}

/** @throws RosterError */
function unpackedWorkbook(file: ArrayBuffer): Unpacked {
  try {
    return unpacked(file);
  } catch (cause) {
    throw new RosterError('no_workbook', { cause });
  }
}

async function sheetsOf(archive: ArrayBuffer) {
  try {
    return await readWorkbook(archive);
  } catch (cause) {
    const isNone = cause instanceof InvalidInputError || cause instanceof InvalidSpreadsheetError;
    throw new RosterError(isNone ? 'no_workbook' : 'unreadable', { cause });
  }
}

/** Days as ISO days, whatever the workbook shows them as. A line break would make two lines of one row. */
function textOf(cell: Cell): string {
  if (cell instanceof Date) {
    const [day = '', time = ''] = cell.toISOString().split('T');
    return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`;
  }
  if (typeof cell === 'boolean') {
    return cell ? 'Yes' : 'No';
  }
  return String(cell ?? '').replaceAll(/[\r\n]+/g, ' ');
}

/** As a workbook names its cells: B7. */
function cellAt(widths: number[], line: number, column: number): string {
  let index = 0;
  for (let end = 0; index < widths.length - 1; index += 1) {
    end += widths[index] ?? 0;
    if (column < end + 1) {
      break;
    }
  }
  return `${columnName(index)}${line}`;
}

/** A, B, … Z, AA. */
function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / letters)) {
    name = String.fromCharCode(65 + ((rest - 1) % letters)) + name;
  }
  return name;
}
