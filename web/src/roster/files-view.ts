// What can be taken along: the people as they are shown, and the days for a calendar.
import { html, nothing, type TemplateResult } from 'lit';
import type { Request } from 'partnercheck';
import { downloadFile } from '../keep/sheet.js';
import type { Results } from './results.js';
import type { Roster } from './roster.js';

export function filesView(roster: Roster, results: Results): TemplateResult {
  const { words } = roster;
  return html`<div class="files" role="group" aria-label=${words.say('files')}>
    <button type="button" class="secondary" id="save-csv" @click=${() => saveCsv(roster, results)}>${words.say('files.csv')}</button>
    <button type="button" class="secondary" id="save-json" @click=${() => saveJson(roster, results)}>${words.say('files.json')}</button>
    ${
      Object.keys(results.totals?.days ?? {}).length === 0
        ? nothing
        : html`<button type="button" class="secondary" id="save-calendar" @click=${() => saveCalendar(roster, results)}>${words.say('files.calendar')}</button>`
    }
    <span role="status">${results.status}</span>
  </div>`;
}

const nameOf = (results: Results, ending: string): string => `partner-check-${results.totals?.today}.${ending}`;

function saveCsv({ words }: Roster, results: Results): Promise<void> {
  return results.doing(async () => {
    const { totals, comparison } = results;
    if (totals === undefined) {
      return;
    }
    const columns = [
      'person',
      'status',
      'until',
      'earliest',
      'latest',
      'reason',
      'organization',
      'last_started',
      'links',
    ] as const;
    const compared = comparison === undefined ? [] : (['status', 'until', 'earliest', 'latest', 'reason'] as const);
    const reasons = Object.keys({ ...totals.reasons, ...comparison?.totals.reasons });
    const file = await results.desk.ask('writeCsv', [
      {
        columns: [...columns, ...compared.map((column) => `compared_${column}` as const)],
        header: [
          ...columns.map((column) => words.say(`row.${column}`)),
          ...compared.map((column) =>
            words.say('row.compared', { column: words.say(`row.${column}`), ruleset: comparison?.ruleset ?? '' }),
          ),
        ],
        words: [
          ...Object.keys(totals.statuses).map((name) => ({ name, word: words.status(name) })),
          ...reasons.map((name) => ({ name, word: words.reason(name) })),
        ],
      },
    ]);
    downloadFile(nameOf(results, 'csv'), file);
    results.tell(words.say('files.saved'));
  });
}

function saveJson({ words }: Roster, results: Results): Promise<void> {
  return results.doing(async () => {
    if (results.totals !== undefined) {
      downloadFile(nameOf(results, 'json'), await results.desk.ask('writeJson', [results.totals]));
      results.tell(words.say('files.saved'));
    }
  });
}

function saveCalendar({ words, wording }: Roster, results: Results): Promise<void> {
  return results.doing(async () => {
    const { totals, request } = results;
    if (totals === undefined || request === undefined) {
      return;
    }
    const { form: _form, columns: _columns, ...question } = request;
    const organization = question.action.organization ?? '';
    const days = Object.entries(totals.days).map(([on, people]) => ({
      on,
      people,
      summary:
        organization === ''
          ? words.say('calendar.summary', { people })
          : words.say('calendar.summary_with', { people, organization }),
    }));
    const text = await results.desk.ask('writeCalendar', [
      {
        locale: wording.locale,
        request: { ...(question as Request), ruleset: totals.ruleset },
        description: wording.say('answer.asked_on', { today: totals.today }),
        days,
      },
    ]);
    downloadFile(nameOf(results, 'ics'), new Blob([text], { type: 'text/calendar;charset=utf-8' }));
    results.tell(words.say('files.saved_days'));
  });
}
