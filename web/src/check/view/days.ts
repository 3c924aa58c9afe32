// The days of an answer. What draws them is fetched while the page is idle; until then, and without it, nothing is missing
// that the answer does not say.
import { html, type TemplateResult } from 'lit';
import type { Catalogue, PartnerCheck as Core, Preview, Request } from 'partnercheck';
import type { Locale } from 'partnercheck/text';
import type { Messages } from '../../library/messages.js';

export interface DaysView {
  messages: Messages;
  core: Core;
  catalogue: Catalogue;
  request: Request;
  preview: Preview;
  /** Asks the question for another day. */
  move(day: string): void;
}

export function timelineView({ messages, catalogue, request, preview }: DaysView): TemplateResult {
  return html`<partner-check-timeline
    .messages=${messages}
    .catalogue=${catalogue}
    .request=${request}
    .preview=${preview}
  ></partner-check-timeline>`;
}

export function otherDaysView({ messages, core, catalogue, request, preview, move }: DaysView): TemplateResult {
  return html`<partner-check-other-days
    .messages=${messages}
    .core=${core}
    .catalogue=${catalogue}
    .request=${request}
    .preview=${preview}
    .move=${move}
  ></partner-check-other-days>`;
}

/** Before anybody has answered anything: from then on nothing has to be fetched. */
export function prepareDays(locale: Locale): void {
  const fetchDays = (): void => {
    import('../../timeline/days.js').then((days) => days.prepareDays(locale)).catch(() => {});
  };
  if ('requestIdleCallback' in globalThis) {
    requestIdleCallback(fetchDays, { timeout: 300 });
  } else {
    setTimeout(fetchDays, 100);
  }
}
