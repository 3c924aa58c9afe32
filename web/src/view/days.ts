// The days of an answer. What draws them is fetched while the page is idle; until then, and without it, nothing is missing
// that the answer does not say.
import { html, type TemplateResult } from 'lit';
import type { Catalogue, PartnerCheck as Core, Preview, Request } from 'partnercheck';
import type { Locale } from 'partnercheck/text';
import type { Wording } from '../wording.js';

export interface DaysView {
  wording: Wording;
  core: Core;
  catalogue: Catalogue;
  request: Request;
  preview: Preview;
  /** Asks the question in earnest for another day. */
  ask(day: string): void;
}

export function daysView({ wording, core, catalogue, request, preview, ask }: DaysView): TemplateResult {
  return html`<partner-check-timeline
      .wording=${wording}
      .catalogue=${catalogue}
      .request=${request}
      .preview=${preview}
    ></partner-check-timeline>
    <partner-check-other-days
      .wording=${wording}
      .core=${core}
      .catalogue=${catalogue}
      .request=${request}
      .ask=${ask}
    ></partner-check-other-days>`;
}

/** Before anybody has answered anything: from then on nothing has to be fetched. */
export function prepareDays(locale: Locale): void {
  const fetchDays = (): void => {
    import('../days/days.js').then((days) => days.prepareDays(locale)).catch(() => {});
  };
  if ('requestIdleCallback' in globalThis) {
    requestIdleCallback(fetchDays, { timeout: 300 });
  } else {
    setTimeout(fetchDays, 100);
  }
}
