// All that draws days. Fetched while the page is idle.
import type { Locale } from 'partnercheck/text';
import { loadTexts } from '../library/texts.js';
import { OtherDays } from './other-days.js';
import { TimelinePart } from './timeline-part.js';
import { timelineTexts } from './texts.js';

export async function prepareDays(locale: Locale): Promise<void> {
  if (customElements.get('partner-check-timeline') === undefined) {
    customElements.define('partner-check-timeline', TimelinePart);
    customElements.define('partner-check-other-days', OtherDays);
  }
  await loadTexts(timelineTexts, locale);
}
