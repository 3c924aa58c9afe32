// What can be taken along: the people as they are shown, and the days for a calendar.
import { html, nothing, type TemplateResult } from 'lit';
import type { Request } from 'partnercheck';
import { downloadFile } from '../library/download.js';
import { calledOf } from 'partnercheck/roster';
import type { CalendarDay } from '../share/calendar.js';
import type { Results } from './results.js';
import type { RosterHost } from './host.js';

export function filesView(roster: RosterHost, results: Results): TemplateResult {
  const { texts } = roster;
  return html`<div class="files" role="group" aria-label=${texts.t('files')}>
    <button type="button" class="secondary" id="save-csv" @click=${() => saveCsv(roster, results)}>${texts.t('files.csv')}</button>
    <button type="button" class="secondary" id="save-json" @click=${() => saveJson(roster, results)}>${texts.t('files.json')}</button>
    ${
      Object.keys(results.totals?.days ?? {}).length === 0
        ? nothing
        : html`<button type="button" class="secondary" id="save-calendar" @click=${() => saveCalendar(roster, results)}>${texts.t('files.calendar')}</button>`
    }
    <span role="status">${results.status}</span>
  </div>`;
}

/** In the calendar, for one day. */
const mostNames = 30;

const nameOf = (results: Results, ending: string): string => `partner-check-${results.totals?.today}.${ending}`;

function saveCsv({ texts }: RosterHost, results: Results): Promise<void> {
  return results.doing(async () => {
    const { totals, comparison, request } = results;
    if (totals === undefined) {
      return;
    }
    const columns = [
      'person',
      ...(request?.columns?.name === undefined ? [] : (['name'] as const)),
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
    const file = await results.worker.ask('writeCsv', [
      {
        columns: [...columns, ...compared.map((column) => `compared_${column}` as const)],
        header: [
          ...columns.map((column) => texts.t(`row.${column}`)),
          ...compared.map((column) =>
            texts.t('row.compared', { column: texts.t(`row.${column}`), ruleset: comparison?.ruleset ?? '' }),
          ),
        ],
        words: [
          ...Object.keys(totals.statuses).map((name) => ({ name, word: texts.status(name) })),
          ...reasons.map((name) => ({ name, word: texts.reason(name) })),
        ],
      },
    ]);
    downloadFile(nameOf(results, 'csv'), file);
    results.tell(texts.t('files.saved'));
  });
}

function saveJson({ texts }: RosterHost, results: Results): Promise<void> {
  return results.doing(async () => {
    if (results.totals !== undefined) {
      downloadFile(nameOf(results, 'json'), await results.worker.ask('writeJson', [results.totals]));
      results.tell(texts.t('files.saved'));
    }
  });
}

function saveCalendar({ texts, messages }: RosterHost, results: Results): Promise<void> {
  return results.doing(async () => {
    const { totals, request } = results;
    if (totals === undefined || request === undefined) {
      return;
    }
    const { form: _form, columns: _columns, ...question } = request;
    const organization = question.action.organization ?? '';
    const description = messages.t('answer.asked_on', { today: totals.today });
    const days: CalendarDay[] = [];
    for (const [on, people] of Object.entries(totals.days)) {
      const first = await results.peopleOf({ until: on, statuses: ['deferred'] }, 0, mostNames);
      const names = first.map((row) => calledOf(row, texts.rows));
      days.push({
        name: on,
        on,
        summary:
          organization === ''
            ? texts.t('calendar.summary', { people })
            : texts.t('calendar.summary_with', { people, organization }),
        description: [description, ...names, ...(people > names.length ? ['…'] : [])].join('\n'),
      });
    }
    const text = await results.worker.ask('writeCalendar', [
      {
        locale: messages.locale,
        request: { ...(question as Request), ruleset: totals.ruleset },
        description,
        days,
      },
    ]);
    downloadFile(nameOf(results, 'ics'), new Blob([text], { type: 'text/calendar;charset=utf-8' }));
    results.tell(texts.t('files.saved_days'));
  });
}
