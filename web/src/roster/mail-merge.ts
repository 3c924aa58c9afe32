// A message for each person as a table, which mail programs fill their letters from.
import { isWrittenTo, mailMerge } from 'partnercheck/roster';
import { downloadFile } from '../library/download.js';
import { nextTask } from '../library/next-task.js';
import type { RosterHost } from './host.js';
import type { Results } from './results.js';

/** So few that no task on the page is long. */
const atOnce = 1_000;

/** Of one group, or of everybody who is written to. */
export function saveMails({ texts }: RosterHost, results: Results, group?: number): Promise<void> {
  return results.doing(async () => {
    const { totals, worker } = results;
    if (totals === undefined) {
      return;
    }
    const context = results.todoContext(texts.rows);
    const header = ['row.person', 'row.name', 'mail.turn', 'row.until', 'mail.subject', 'mail.message'] as const;
    const parts: BlobPart[] = [await worker.ask('writeTable', [[header.map((key) => texts.t(key))]])];
    for (const [number, each] of totals.groups.entries()) {
      const people = isWrittenTo(each) && (group === undefined || group === number) ? each.people : 0;
      for (let from = 0; from < people; from += atOnce) {
        const rows = await results.peopleOf({ group: number }, from, atOnce);
        parts.push(await worker.ask('writeRows', [mailMerge(rows, each, context)]));
        await nextTask();
      }
    }
    downloadFile(`partner-check-mail-${totals.today}.csv`, new Blob(parts, { type: 'text/csv;charset=utf-8' }));
    results.todoStatus = texts.t('files.saved_days');
  });
}
