// Which days go into the calendar file.
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { calendarFile, type CalendarDay } from './calendar.js';
import { download } from '../library/download.js';
import type { Sheet } from './sheet.js';

/** These are what people wait for; the other days are offered. */
const usual = ['until', 'next_association'];

export class CalendarSheet {
  private chosen = new Set<string>();

  prepare({ asked }: Sheet): void {
    const names = daysOf(asked).map(({ name }) => name);
    const first = names.filter((name) => usual.includes(name));
    this.chosen = new Set(first.length > 0 ? first : names.slice(0, 1));
  }

  render(sheet: Sheet): TemplateResult {
    const { view, t } = sheet;
    const days = daysOf(sheet.asked);
    if (days.length === 0) {
      return html`<p>${t('calendar.none')}</p>`;
    }
    return html`<p>${t('calendar.intro')}</p>
      <fieldset>
        <legend>${t('calendar.days')}</legend>
        ${days.map(
          ({ name, on }) =>
            html`<label class="choice">
              <input
                type="checkbox"
                name="day"
                value=${name}
                .checked=${live(this.chosen.has(name))}
                @change=${(event: Event) => this.choose(sheet, name, (event.target as HTMLInputElement).checked)}
              />
              <span>${t('line', { label: nameOf(sheet, name), value: view.messages.words.date(on, 'weekday') })}</span>
            </label>`,
        )}
      </fieldset>
      <p><button type="button" class="do" @click=${() => this.save(sheet)}>${t('calendar.download')}</button></p>`;
  }

  private choose(sheet: Sheet, name: string, on: boolean): void {
    if (on) {
      this.chosen.add(name);
    } else {
      this.chosen.delete(name);
    }
    sheet.report('');
  }

  private async save(sheet: Sheet): Promise<void> {
    const { view, asked, request, t } = sheet;
    const chosen = daysOf(asked).filter(({ name }) => this.chosen.has(name));
    if (asked === undefined || request === undefined || chosen.length === 0) {
      sheet.report(t('calendar.none_chosen'));
      return;
    }
    const { messages } = view;
    const row = view.catalogue.actions.find(({ type }) => type === request.action.type);
    const action = row === undefined ? request.action.type : messages.words.text(row.title);
    const organization = 'organization' in request.action ? request.action.organization : undefined;
    const days = chosen.map(({ name, on }): CalendarDay => {
      const day = nameOf(sheet, name);
      const summary =
        organization === undefined
          ? t('calendar.summary', { day, action })
          : t('calendar.summary_with', { day, action, organization });
      return { name, on, summary };
    });
    const description = t('calendar.description', {
      verdict: messages.words.verdict(asked.preview.decision, request.today, row),
      asked: messages.t('answer.asked_on', { today: request.today }),
    });
    try {
      const hasOwnDay = row?.parameters.includes('on') === true;
      const file = await calendarFile({ request, hasOwnDay, locale: messages.locale, description, days });
      download(`partner-check-${request.today}.ics`, 'text/calendar;charset=utf-8', file);
      sheet.report(t('calendar.downloaded'));
    } catch {
      sheet.report(messages.t('keep.failed'));
    }
  }
}

function daysOf(asked: Sheet['asked']): { name: string; on: string }[] {
  if (asked === undefined) {
    return [];
  }
  const { until, dates } = asked.preview.decision;
  const named = Object.entries(dates).map(([name, on]) => ({ name, on }));
  // A day that has a name of its own is one day.
  const wait = until === undefined || Object.values(dates).includes(until) ? [] : [{ name: 'until', on: until }];
  return [...wait, ...named].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

function nameOf({ view, t }: Sheet, name: string): string {
  return name === 'until' ? t('calendar.until') : view.messages.words.text(`date.${name}`);
}
