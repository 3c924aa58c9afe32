// The stretches that the named dates of an answer make.
import { addDays, isDay } from '../library/reading/civil.js';
import { type Answered, type Bar, reads } from './answered.js';

/** `until` is the last day of the stretch, `before` the first day behind it. */
const spans = [
  { name: 'span.new_membership', from: 'starts', until: 'ends' },
  { name: 'span.overlap', from: 'overlap_from', until: 'overlap_until' },
  { name: 'span.window', from: 'window_from', until: 'window_until' },
  { name: 'span.renewal', from: 'renewal_from', until: 'renewal_until' },
  { name: 'span.submitted', from: 'submitted_from', until: 'submitted_until' },
  { name: 'span.visible', from: 'visible_from', until: 'visible_by' },
  { name: 'span.shown', from: 'visible_from', before: 'leaves_on' },
] as const;

function spansOf({ preview }: Answered) {
  const { dates } = preview.decision;
  return spans.filter((span) => isDay(dates[span.from]) && isDay(dates['until' in span ? span.until : span.before]));
}

export function spanBars(answered: Answered): Bar[] {
  const { request, preview, texts } = answered;
  const { dates } = preview.decision;
  const bars = spansOf(answered).map((span): Bar => {
    const last = 'until' in span ? (dates[span.until] as string) : addDays(dates[span.before] as string, -1);
    return { kind: 'span', name: texts.t(span.name), from: dates[span.from], until: last };
  });
  const expires = request.facts?.membership?.pmc_expires;
  return reads(answered, '/facts/membership/pmc_expires') && isDay(expires)
    ? [{ kind: 'link', name: texts.t('span.old_membership'), from: undefined, until: expires }, ...bars]
    : bars;
}

/** The names of the dates that stand in a stretch. Its first day behind stays a date of its own. */
export function datesInSpans(answered: Answered): ReadonlySet<string> {
  return new Set(spansOf(answered).flatMap((span) => ['until' in span ? span.until : '', span.from]));
}
