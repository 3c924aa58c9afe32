// The timeline in words: whatever is drawn stands here, with its days.
import { html, type TemplateResult } from 'lit';
import type { Wording } from '../wording.js';
import type { Bar } from './answered.js';
import type { Timeline } from './timeline.js';
import type { DayWords } from './words.js';

export function timelineTable({ marks, bars }: Timeline, wording: Wording, words: DayWords): TemplateResult {
  const day = (iso: string | undefined): TemplateResult =>
    iso === undefined
      ? html`${words.say('table.open')}`
      : html`<time datetime=${iso}>${wording.words.date(iso)}</time>`;
  return html`<table class="days-table">
    <caption>
      ${words.say('table.caption')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.say('table.what')}</th>
        <th scope="col">${words.say('table.from')}</th>
        <th scope="col">${words.say('table.until')}</th>
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
export function timelineInWords({ marks, bars }: Timeline, words: DayWords): string {
  return [
    ...marks.map(({ name, day }) => words.say('entry.day', { name, day })),
    ...bars.map((bar) => barInWords(bar, words)),
  ].join('; ');
}

function barInWords({ name, from, until }: Bar, words: DayWords): string {
  if (from !== undefined && until !== undefined) {
    return words.say('entry.span', { name, from, until });
  }
  if (from !== undefined) {
    return words.say('entry.from', { name, from });
  }
  return until === undefined ? name : words.say('entry.until', { name, until });
}
