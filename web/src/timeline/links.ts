// The links of a person, the cool-off period after each, and the year in which they count.
import type { Finding } from 'partnercheck';
import { addDays, addMonths, isDay } from '../library/reading/civil.js';
import { type Answered, type Bar, reads } from './answered.js';

export function linkBars(answered: Answered): Bar[] {
  const { request, preview, texts } = answered;
  const before = request.facts?.person?.associations ?? [];
  // What the action does to the links is drawn too, from the day on which it may happen.
  const links = preview.effects.length > 0 ? (preview.facts_after.person?.associations ?? before) : before;
  if (!reads(answered, '/facts/person/associations')) {
    return [];
  }
  const days = coolOffDays(answered);
  const bars = links.flatMap((link, index): Bar[] => {
    const isPlanned = index >= before.length;
    const organization = link.organization ?? '';
    const from = isDay(link.started) ? link.started : undefined;
    const until = isDay(link.ended) ? link.ended : undefined;
    const name = isPlanned
      ? texts.t('timeline.planned', { organization })
      : organization === ''
        ? texts.t('timeline.link.unnamed')
        : texts.t('timeline.link', { organization });
    const bar: Bar = { kind: isPlanned ? 'planned' : 'link', name, from, until };
    return from === undefined || days === undefined
      ? [bar]
      : [bar, { kind: 'wait', name: texts.t('timeline.wait', { link: name }), from, until: addDays(from, days - 1) }];
  });
  return [...bars, ...yearBars(answered)];
}

function finding({ preview }: Answered, rule: string): Finding | undefined {
  return preview.decision.findings.find((each) => each.rule === rule);
}

/** Undefined where the rules state none, and where the date in the profile decides instead. */
function coolOffDays(answered: Answered): number | undefined {
  const { catalogue, preview } = answered;
  const ruleset = catalogue.rulesets.find(({ id }) => id === preview.decision.ruleset);
  const value = ruleset?.parameters['association.cool_off_days']?.value;
  const isDecidedByProfile = finding(answered, 'association.cool_off')?.outcome === 'not_applicable';
  return typeof value === 'number' && !isDecidedByProfile ? value : undefined;
}

function yearBars(answered: Answered): Bar[] {
  const { request, messages, texts } = answered;
  const yearly = finding(answered, 'association.yearly_limit');
  const limit = yearly?.limits.per_year;
  return (yearly?.readings ?? []).map(({ year, count }): Bar => {
    const reading = messages.words.text(`reading.${year}`);
    const name = texts.t('timeline.year', { reading, count, limit: Number(limit) });
    const { today } = request;
    return year === 'calendar'
      ? { kind: 'year', name, from: `${today.slice(0, 4)}-01-01`, until: `${today.slice(0, 4)}-12-31` }
      : { kind: 'year', name, from: firstStartThatCounts(today), until: today };
  });
}

/** A start counts until the same day twelve months on, that day not included. */
function firstStartThatCounts(today: string): string {
  let day = addMonths(today, -12);
  while (addMonths(day, 12) <= today) {
    day = addDays(day, 1);
  }
  return day;
}
