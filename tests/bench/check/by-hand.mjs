// The rules of link_mcid by the default ruleset as somebody would write them for one page: plain JavaScript and date-fns.
// It takes every request for well formed.
import { addDays, addMonths, formatISO, getYear, parseISO } from 'date-fns';

const coolOffDays = 30;
const perYear = 3;
const windowMonths = 12;

const plain = (name) => name.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());
export const sameName = (a, b) => plain(a) === plain(b);

/** Ascending; undefined when one that may matter is not known: it began on the day it ended at the latest. */
export function startsOf(links, isOver) {
  const starts = [];
  for (const { started, ended } of links) {
    if (started !== undefined) {
      starts.push(parseISO(started));
    } else if (!ended || !isOver(parseISO(ended))) {
      return undefined;
    }
  }
  return starts.sort((a, b) => a - b);
}

export const coolOffEnds = (start) => addDays(start, coolOffDays);
const readings = [(start) => new Date(getYear(start) + 1, 0, 1), (start) => addMonths(start, windowMonths)];
export const outsideYear = (today) => (start) => readings.every((countsUntil) => countsUntil(start) <= today);

/** For the calendar year and for the last 12 months: how many starts count, and the day until which there is no room. */
export function inYear(starts, today) {
  return readings.map((countsUntil) => {
    const count = starts.filter((start) => countsUntil(start) > today).length;
    return count < perYear ? { count } : { count, until: countsUntil(starts.at(-perYear)) };
  });
}

export const latest = (days) => new Date(Math.max(...days));
/** Fewer links than are allowed cannot reach the limit, whenever they began. */
export const mayReachLimit = (links) => links.length >= perYear;

const yesNo = (fact, met) => (fact === undefined ? 'unknown' : met ? 'met' : 'not_met');
const waitFor = (day, today) => (day <= today ? { outcome: 'met' } : { outcome: 'not_met', until: day });

function profileDate({ next_association_date: shown }, today) {
  if (!shown) {
    return { outcome: shown === null ? 'met' : 'not_applicable' };
  }
  return waitFor(parseISO(shown), today);
}

function coolOff({ next_association_date: shown, associations: links }, today) {
  if (shown !== undefined) {
    return { outcome: 'not_applicable' };
  }
  const starts = links && startsOf(links, (end) => coolOffEnds(end) <= today);
  if (starts === undefined) {
    return { outcome: 'unknown' };
  }
  return starts.length === 0 ? { outcome: 'met' } : waitFor(coolOffEnds(starts.at(-1)), today);
}

function yearlyLimit({ next_association_date: shown, associations: links }, today) {
  if (shown !== undefined) {
    return { outcome: 'not_applicable' };
  }
  if (links === undefined) {
    return { outcome: 'unknown' };
  }
  if (!mayReachLimit(links)) {
    return { outcome: 'met' };
  }
  const starts = startsOf(links, outsideYear(today));
  if (starts === undefined) {
    return { outcome: 'unknown' };
  }
  const waits = inYear(starts, today).flatMap(({ until }) => until ?? []);
  if (waits.length === 0) {
    return { outcome: 'met' };
  }
  return waits.length < readings.length ? { outcome: 'unknown' } : { outcome: 'not_met', until: latest(waits) };
}

export function combine(findings) {
  const bars = findings.filter(({ outcome }) => outcome === 'not_met');
  for (const finding of bars) {
    if (finding.until === undefined) {
      return { status: 'denied', findings };
    }
  }
  if (findings.some(({ outcome }) => outcome === 'unknown')) {
    return { status: 'needs_info', findings };
  }
  if (bars.length === 0) {
    return { status: 'allowed', findings };
  }
  const until = bars.reduce((last, finding) => (finding.until > last ? finding.until : last), '');
  return { status: 'deferred', until, findings };
}

export const written = (day) => formatISO(day, { representation: 'date' });
const dated = (rule, { outcome, until }) => (until ? { rule, outcome, until: written(until) } : { rule, outcome });

export function decide(request) {
  const today = parseISO(request.today);
  const relation = request.actor?.relation;
  const person = request.facts?.person ?? {};
  const account = person.partner_center_account;
  const certifications = person.certification_profile?.active_certifications;
  const ofAccount = (fact, met) => (account === null ? 'not_applicable' : yesNo(fact, met));
  const { kind, organization } = account ?? {};
  return combine([
    { rule: 'association.owner', outcome: yesNo(relation, relation === 'owner') },
    { rule: 'association.any_role', outcome: 'met' },
    { rule: 'association.partner_center_account', outcome: yesNo(account, account !== null) },
    { rule: 'association.work_account', outcome: ofAccount(kind, kind === 'work') },
    {
      rule: 'association.account_organization',
      outcome: ofAccount(
        organization,
        organization !== undefined && sameName(organization, request.action.organization),
      ),
    },
    { rule: 'association.active_certification', outcome: yesNo(certifications, certifications > 0) },
    { rule: 'association.one_organization', outcome: 'met' },
    dated('association.profile_date', profileDate(person, today)),
    dated('association.cool_off', coolOff(person, today)),
    dated('association.yearly_limit', yearlyLimit(person, today)),
  ]);
}
