// <partner-check-timeline>: the days of an answer as a drawing, and the same as a table.
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Catalogue, Preview, Request } from 'partnercheck';
import { timelineDrawing } from './drawing.js';
import { DaysPart } from './part.js';
import { timelineInWords, timelineTable } from './table.js';
import { timelineOf } from './timeline.js';

export class TimelinePart extends DaysPart {
  static override properties: PropertyDeclarations = {
    catalogue: { attribute: false },
    request: { attribute: false },
    preview: { attribute: false },
  };

  declare catalogue: Catalogue | undefined;
  declare request: Request | undefined;
  declare preview: Preview | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const { wording, dayWords: words, catalogue, request, preview, width } = this;
    if (
      wording === undefined ||
      words === undefined ||
      catalogue === undefined ||
      request === undefined ||
      preview === undefined
    ) {
      return nothing;
    }
    const timeline = timelineOf({ request, preview, catalogue, wording, words });
    if (timeline === undefined) {
      return nothing;
    }
    const label = words.say('timeline.label', { entries: timelineInWords(timeline, words) });
    return html`<section class="block drawn" part="timeline">
      <h3>${words.say('timeline')}</h3>
      ${timelineDrawing(timeline, request.today, width, wording, label, getComputedStyle(this).fontFamily)}
      <details class="as-table">
        <summary>${words.say('table')}</summary>
        ${timelineTable(timeline, wording, words)}
      </details>
    </section>`;
  }
}
