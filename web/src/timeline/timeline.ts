// What a timeline shows: stretches of days and single days, with their names. The drawing and the table are made from it.
import { isDay } from '../library/reading/civil.js';
import { type Answered, type Bar, isPermission, reads } from './answered.js';
import { linkBars } from './links.js';
import { spanBars, datesInSpans } from './spans.js';

export interface Mark {
  kind: 'today' | 'first' | 'date';
  name: string;
  day: string;
}

export interface Timeline {
  marks: Mark[];
  bars: Bar[];
}

/** Undefined when there is nothing but the day of the question. */
export function timelineOf(answered: Answered): Timeline | undefined {
  const bars = [...linkBars(answered), ...spanBars(answered)];
  const marks = marksOf(answered);
  return bars.length === 0 && marks.length < 2 ? undefined : { bars, marks };
}

function marksOf(answered: Answered): Mark[] {
  const { request, preview, messages, texts } = answered;
  const { until, dates } = preview.decision;
  const shown = request.facts?.person?.next_association_date;
  const drawn = datesInSpans(answered);
  const marks: Mark[] = [{ kind: 'today', name: texts.t('timeline.today'), day: request.today }];
  if (isDay(until) && isPermission(answered)) {
    marks.push({ kind: 'first', name: texts.t('timeline.first'), day: until });
  }
  if (isDay(shown) && reads(answered, '/facts/person/next_association_date') && shown !== until) {
    marks.push({ kind: 'date', name: texts.t('timeline.profile_date'), day: shown });
  }
  for (const [name, day] of Object.entries(dates)) {
    if (!drawn.has(name)) {
      marks.push({ kind: 'date', name: messages.words.text(`date.${name}`), day });
    }
  }
  return marks.sort((one, other) => one.day.localeCompare(other.day));
}
