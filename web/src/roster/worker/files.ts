// The people of the present view as files. They are written in blocks, so that a million of them needs no second copy.
import type { Answer } from 'partnercheck';
import type {
  BothRow,
  BothTables,
  CsvAnswer,
  CsvCell,
  LinksTable,
  Roster,
  RosterCsvRequest,
  SkillsTable,
  Totals,
} from 'partnercheck/roster';
import type { Table } from './pieces.js';
import { succeeded } from './succeeded.js';

const block = 20_000;

type Written = Pick<Extract<CsvAnswer, { type: 'success' }>, 'bytes'>;

/** In the order of the view. */
export function csvFile(links: LinksTable, request: RosterCsvRequest): Blob {
  return spreadsheet(blocksOf((from) => links.csv(request, from, block)));
}

/** In the words of the contract, for programs. */
export function jsonFile(links: LinksTable, totals: Totals): Blob {
  const parts: BlobPart[] = [`{"totals":${JSON.stringify(totals)},"people":[`];
  let separator = '\n';
  for (const { rows } of blocksOf((from) => links.rows(from, block))) {
    if (rows.length > 0) {
      parts.push(new Blob([separator, rows.map((row) => JSON.stringify(row)).join(',\n')]));
      separator = ',\n';
    }
  }
  parts.push('\n]}\n');
  return new Blob(parts, { type: 'application/json' });
}

/** Of the people in the old system, who are the present view. */
export function oldSystemFile(roster: Roster, skills: SkillsTable, header: string[], ends: string): Blob {
  function* written(): Generator<Written> {
    yield succeeded(roster.csvOf([header]));
    for (const { rows } of blocksOf((from) => skills.rows(from, block))) {
      yield succeeded(roster.csvOf(rows.map(({ person, name, skills: held }) => [person, name, held, ends])));
    }
  }
  return spreadsheet(written());
}

/** Of the people of both tables, in the order of their view. `words`: of the statuses. */
export function bothFile(roster: Roster, both: BothTables, header: string[], words: Record<string, string>): Blob {
  function* written(): Generator<Written> {
    yield succeeded(roster.csvOf([header]));
    for (const { rows } of blocksOf((from) => both.rows(from, block))) {
      yield succeeded(roster.csvOf(rows.map((row) => bothCells(row, words))));
    }
  }
  return spreadsheet(written());
}

function bothCells({ link, skill }: BothRow, words: Record<string, string>): CsvCell[] {
  return [
    link?.person,
    link?.name ?? skill?.name,
    link?.email ?? skill?.email,
    link === undefined ? undefined : words[link.status],
    link?.until,
    link?.earliest,
    link?.latest,
    skill?.person,
    skill?.counted,
    skill?.next_end,
  ];
}

export function tableFile(roster: Roster, rows: string[][]): Blob {
  return spreadsheet([succeeded(roster.csvOf(rows))]);
}

/** A table as it is read, a file of people's own: nothing in it is changed. */
export async function writtenCsv(table: Table): Promise<Blob> {
  const parts: Blob[] = [];
  let isMarked = false;
  for await (const { bytes } of table.pieces()) {
    isMarked ||= parts.length === 0 && mark.every((byte, index) => bytes[index] === byte);
    parts.push(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  }
  return new Blob(isMarked ? parts : [new Uint8Array(mark), ...parts], { type: 'text/csv;charset=utf-8' });
}

/** By which spreadsheets know UTF-8. */
const mark = [0xef, 0xbb, 0xbf];

/** With the mark by which spreadsheets know UTF-8. */
function spreadsheet(written: Iterable<Written>): Blob {
  const parts: BlobPart[] = ['\ufeff'];
  for (const { bytes } of written) {
    parts.push(new Blob([bytes]));
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

function* blocksOf<A extends { rows: number | unknown[] }>(ask: (from: number) => Answer<A>): Generator<A> {
  for (let from = 0; ; from += block) {
    const answer = succeeded(ask(from));
    yield answer;
    const { rows } = answer;
    if ((typeof rows === 'number' ? rows : rows.length) < block) {
      return;
    }
  }
}
