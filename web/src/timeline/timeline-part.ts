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
    const { messages, dayTexts: texts, catalogue, request, preview, width } = this;
    if (
      messages === undefined ||
      texts === undefined ||
      catalogue === undefined ||
      request === undefined ||
      preview === undefined
    ) {
      return nothing;
    }
    const timeline = timelineOf({ request, preview, catalogue, messages, texts });
    if (timeline === undefined) {
      return nothing;
    }
    const label = texts.t('timeline.label', { entries: timelineInWords(timeline, texts) });
    return html`<div class="block drawn" part="timeline">
      ${timelineDrawing(timeline, request.today, width, messages, label, getComputedStyle(this).fontFamily)}
      <details class="as-table">
        <summary>${texts.t('table')}</summary>
        ${timelineTable(timeline, messages, texts)}
      </details>
    </div>`;
  }
}
