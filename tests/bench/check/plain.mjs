// What none of the peers can express alike, and all of them get for nothing: days, names, and the decision out of the
// outcomes.
import { differenceInCalendarDays, parseISO } from 'date-fns';
import {
  combine,
  coolOffEnds,
  inYear,
  latest,
  mayReachLimit,
  outsideYear,
  sameName,
  startsOf,
  written,
} from './by-hand.mjs';
import { rules } from './outcomes.mjs';

const longAgo = 1_000_000;

export function factsOf(request) {
  const today = parseISO(request.today);
  const {
    partner_center_account: account,
    certification_profile: certified,
    next_association_date: shown,
    associations: links,
  } = request.facts?.person ?? {};
  const starts = links && startsOf(links, (end) => coolOffEnds(end) <= today);
  const counted = links && (mayReachLimit(links) ? startsOf(links, outsideYear(today)) : []);
  const last = starts?.at(-1);
  const years = (counted ?? []).length === 0 ? [] : inYear(counted, today);
  return {
    // What the engines look at.
    relation: request.actor?.relation ?? 'unknown',
    account: account === undefined ? 'unknown' : account === null ? 'none' : 'some',
    kind: account === null ? 'none' : (account?.kind ?? 'unknown'),
    account_of:
      account === null
        ? 'none'
        : account?.organization === undefined
          ? 'unknown'
          : sameName(account.organization, request.action.organization)
            ? 'same'
            : 'other',
    certifications: certified?.active_certifications ?? -1,
    profile: shown === undefined ? 'unknown' : shown === null ? 'none' : 'day',
    days_to_profile_date: shown ? differenceInCalendarDays(parseISO(shown), today) : 0,
    starts: starts === undefined ? 'unknown' : 'known',
    days_since_start: last === undefined ? longAgo : differenceInCalendarDays(today, last),
    starts_of_year: counted === undefined ? 'unknown' : 'known',
    in_calendar_year: years[0]?.count ?? 0,
    in_12_months: years[1]?.count ?? 0,
    // The days on which a wait ends.
    waits: {
      'association.profile_date': () => shown,
      'association.cool_off': () => written(coolOffEnds(last)),
      'association.yearly_limit': () => written(latest(years.map(({ until }) => until))),
    },
  };
}

/** `outcomes`: of the rules that are not met; all others are. */
export function decisionOf(outcomes, facts) {
  return combine(
    rules.map((rule) => {
      const outcome = outcomes[rule] ?? 'met';
      const until = outcome === 'not_met' ? facts.waits[rule]?.() : undefined;
      return until === undefined ? { rule, outcome } : { rule, outcome, until };
    }),
  );
}
