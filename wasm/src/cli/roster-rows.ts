// One row for each person goes out.
import type { Outcome, RosterRow } from '../roster/index.js';
import type { Words } from '../text.js';
import { csvRow } from './csv.js';
import { Table } from './table.js';

export interface RowWriter {
  header: string;
  rows(rows: RosterRow[]): string;
}

export function writerOf(format: 'csv' | 'ndjson' | 'table', { words, delimiter, compared }: { words: Words; delimiter: string; compared: boolean }): RowWriter {
  if (format === 'ndjson') {
    return { header: '', rows: (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join('') };
  }
  const names = ['person', 'status', 'until', 'reason', 'links', 'last_started', 'organization', ...(compared ? ['compared_status', 'compared_until', 'compared_reason'] : [])];
  if (format === 'csv') {
    const cells = ({ person, status, until, reason, links, last_started, organization, compared: other }: RosterRow) => [
      ...[person, status, until, reason, links, last_started, organization],
      ...(compared ? [other?.status, other?.until, other?.reason] : []),
    ];
    return { header: csvRow(names, delimiter), rows: (rows) => rows.map((row) => csvRow(cells(row), delimiter)).join('') };
  }
  const status = (outcome: Outcome | undefined): string => (outcome === undefined ? '' : words.text(`status.${outcome}`));
  // The message of a finding names its rule.
  const reason = (message: string | undefined): string => (message === undefined ? '' : words.text(`rule.${message.split('.').slice(0, 2).join('.')}`));
  const table = new Table(names);
  const cells = (row: RosterRow): string[] => [
    ...[row.person, status(row.status), row.until ?? '', reason(row.reason), String(row.links), row.last_started ?? '', row.organization ?? ''],
    ...(compared ? [status(row.compared?.status), row.compared?.until ?? '', reason(row.compared?.reason)] : []),
  ];
  return { header: '', rows: (rows) => table.rows(rows.map(cells)) };
}
