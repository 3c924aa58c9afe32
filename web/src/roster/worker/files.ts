// The people of the present view as files. They are written in blocks, so that a million of them needs no second copy.
import type { Answer } from 'partnercheck';
import type { Roster, Totals } from 'partnercheck/roster';
import { Trouble, type FileWords } from '../messages.js';
import { csvLine, plainCell } from '../csv-line.js';

const block = 20_000;

/** For spreadsheets: with the mark by which they know UTF-8. */
export function csvFile(roster: Roster, { header, statuses, reasons }: FileWords): Blob {
  const parts: BlobPart[] = ['\ufeff', csvLine(header)];
  const reasonOf = (reason: string | undefined): string => (reason === undefined ? '' : (reasons[reason] ?? reason));
  for (const rows of blocksOf((from) => roster.rows(from, block))) {
    const lines = rows.map(({ person, status, until, reason, organization, last_started: started, links, compared }) =>
      csvLine(
        [
          person,
          statuses[status] ?? status,
          until ?? '',
          reasonOf(reason),
          organization ?? '',
          started ?? '',
          String(links),
          ...(compared === undefined
            ? []
            : [statuses[compared.status] ?? compared.status, compared.until ?? '', reasonOf(compared.reason)]),
        ].map(plainCell),
      ),
    );
    parts.push(new Blob(lines));
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

/** In the words of the contract, for programs. */
export function jsonFile(roster: Roster, totals: Totals): Blob {
  const parts: BlobPart[] = [`{"totals":${JSON.stringify(totals)},"people":[`];
  let separator = '\n';
  for (const rows of blocksOf((from) => roster.rows(from, block))) {
    parts.push(new Blob([separator, rows.map((row) => JSON.stringify(row)).join(',\n')]));
    separator = ',\n';
  }
  parts.push('\n]}\n');
  return new Blob(parts, { type: 'application/json' });
}

/** Of the people in the old system, who are the present view. */
export function oldSystemFile(roster: Roster, header: string[], ends: string): Blob {
  const parts: BlobPart[] = ['\ufeff', csvLine(header)];
  for (const rows of blocksOf((from) => roster.skillRows(from, block))) {
    parts.push(new Blob(rows.map(({ person, skills }) => csvLine([person, String(skills), ends].map(plainCell)))));
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

function* blocksOf<Row>(rowsFrom: (from: number) => Answer<{ rows: Row[] }>): Generator<Row[]> {
  for (let from = 0; ; from += block) {
    const answer = rowsFrom(from);
    if (answer.type === 'failure') {
      throw new Trouble('failed');
    }
    if (answer.rows.length > 0) {
      yield answer.rows;
    }
    if (answer.rows.length < block) {
      return;
    }
  }
}
