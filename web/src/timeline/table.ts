// The timeline in words: whatever is drawn stands here, with its days.
import { html, type TemplateResult } from 'lit';
import type { Messages } from '../library/messages.js';
import type { Bar } from './answered.js';
import type { Timeline } from './timeline.js';
import type { TimelineTexts } from './texts.js';

export function timelineTable({ marks, bars }: Timeline, messages: Messages, texts: TimelineTexts): TemplateResult {
  const day = (iso: string | undefined): TemplateResult =>
    iso === undefined ? html`${texts.t('table.open')}` : html`<time datetime=${iso}>${messages.words.date(iso)}</time>`;
  return html`<table class="days-table">
    <caption>
      ${texts.t('table.caption')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${texts.t('table.what')}</th>
        <th scope="col">${texts.t('table.from')}</th>
        <th scope="col">${texts.t('table.until')}</th>
      </tr>
    </thead>
    <tbody>
      ${marks.map(
        (mark) => html`<tr data-kind=${mark.kind}>
          <th scope="row">${mark.name}</th>
          <td colspan="2">${day(mark.day)}</td>
        </tr>`,
      )}
      ${bars.map(
        (bar) => html`<tr data-kind=${bar.kind}>
          <th scope="row">${bar.name}</th>
          <td>${day(bar.from)}</td>
          <td>${day(bar.until)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** The same in one breath, for those who hear the drawing. */
export function timelineInWords({ marks, bars }: Timeline, texts: TimelineTexts): string {
  return [
    ...marks.map(({ name, day }) => texts.t('entry.day', { name, day })),
    ...bars.map((bar) => barInWords(bar, texts)),
  ].join('; ');
}

function barInWords({ name, from, until }: Bar, texts: TimelineTexts): string {
  if (from !== undefined && until !== undefined) {
    return texts.t('entry.span', { name, from, until });
  }
  if (from !== undefined) {
    return texts.t('entry.from', { name, from });
  }
  return until === undefined ? name : texts.t('entry.until', { name, until });
}
