// The people of the present view as files. They are written in blocks, so that a million of them needs no second copy.
import type { Roster, RosterRow, Totals } from 'partnercheck/roster';
import { Trouble, type FileWords } from '../messages.js';
import { csvLine, plainCell } from '../csv-line.js';

const block = 20_000;

/** For spreadsheets: with the mark by which they know UTF-8. */
export function csvFile(roster: Roster, { header, statuses, reasons }: FileWords): Blob {
  const parts: BlobPart[] = ['\ufeff', csvLine(header)];
  const reasonOf = (reason: string | undefined): string => (reason === undefined ? '' : (reasons[reason] ?? reason));
  for (const rows of blocksOf(roster)) {
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
          ...(compared === undefined ? [] : [statuses[compared.status] ?? compared.status, compared.until ?? '', reasonOf(compared.reason)]),
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
  for (const rows of blocksOf(roster)) {
    parts.push(new Blob([separator, rows.map((row) => JSON.stringify(row)).join(',\n')]));
    separator = ',\n';
  }
  parts.push('\n]}\n');
  return new Blob(parts, { type: 'application/json' });
}

function* blocksOf(roster: Roster): Generator<RosterRow[]> {
  for (let from = 0; ; from += block) {
    const answer = roster.rows(from, block);
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
