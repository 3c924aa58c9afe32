// What none of the peers can express alike, and all of them get for nothing: days, names, and the decision out of the
// outcomes.
import { differenceInCalendarDays, parseISO } from 'date-fns';
import { combine, coolOffOf, sameName, yearlyLimitOf } from './by-hand.mjs';
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
  const coolOff = links && coolOffOf(links, today);
  const year = links && yearlyLimitOf(links, today);
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
    starts: coolOff === undefined || coolOff.outcome === 'unknown' ? 'unknown' : 'known',
    days_since_start: coolOff?.last === undefined ? longAgo : differenceInCalendarDays(today, coolOff.last),
    starts_of_year: year === undefined || year.startsMatter ? 'unknown' : 'known',
    in_calendar_year: year?.counts[0] ?? 0,
    in_12_months: year?.counts[1] ?? 0,
    today,
    // The days of a wait, or of what is open.
    days: {
      'association.profile_date': { until: shown ? parseISO(shown) : undefined },
      'association.cool_off': coolOff ?? {},
      'association.yearly_limit': year ?? {},
    },
  };
}

/** `outcomes`: of the rules that are not met; all others are. */
export function decisionOf(outcomes, facts) {
  return combine(
    rules.map((rule) => {
      const outcome = outcomes[rule] ?? 'met';
      const { until, earliest, latest } = facts.days[rule] ?? {};
      return outcome === 'not_met' || outcome === 'unknown'
        ? { rule, outcome, until, earliest, latest }
        : { rule, outcome };
    }),
    facts.today,
  );
}
