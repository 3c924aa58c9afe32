// The rules of link_mcid by the default ruleset as somebody would write them for one page: plain JavaScript and date-fns.
// It takes every request for well formed.
import { addDays, addMonths, formatISO, getYear, parseISO } from 'date-fns';

const coolOffDays = 30;
const perYear = 3;
const windowMonths = 12;

const plain = (name) => name.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());
export const sameName = (a, b) => plain(a) === plain(b);

const coolOffEnds = (start) => addDays(start, coolOffDays);
const readings = [(start) => new Date(getYear(start) + 1, 0, 1), (start) => addMonths(start, windowMonths)];
const latest = (...days) => new Date(Math.max(...days));
const byDay = (a, b) => a - b;

/**
 * The starts, ascending: the known ones, and all of them with the unknown ones as late as they can have been: on the day
 * of their end. Of those that still stand only today limits it, which is no bound.
 */
function histories(links, today) {
  const known = links.flatMap(({ started }) => (started === undefined ? [] : parseISO(started)));
  const unknown = links.filter(({ started }) => started === undefined);
  const standing = unknown.filter(({ ended }) => !ended).length;
  const ends = unknown.map(({ ended }) => (ended ? parseISO(ended) : today));
  return { soonest: known.sort(byDay), atLatest: [...known, ...ends].sort(byDay), standing };
}

/** What the cool-off period comes to. The days of an unknown outcome: not before `earliest`, for certain from `latest` on. */
export function coolOffOf(links, today) {
  const { soonest, atLatest, standing } = histories(links, today);
  const free = (starts) => latest(today, ...starts.slice(-1).map(coolOffEnds));
  const [earliest, until] = [free(soonest), free(atLatest)];
  return standing > 0 || until > earliest
    ? { outcome: 'unknown', earliest, latest: standing > 0 ? undefined : until, last: soonest.at(-1) }
    : { ...waitFor(until, today), last: soonest.at(-1) };
}

/** And the limit of a year; `counts`: how many known starts count in each reading. */
export function yearlyLimitOf(links, today) {
  // Fewer links than are allowed cannot reach the limit, whenever they began.
  if (links.length < perYear) {
    return { outcome: 'met', counts: [0, 0] };
  }
  const { soonest, atLatest, standing } = histories(links, today);
  const free = (starts, countsUntil) =>
    latest(today, ...starts.slice(-perYear, starts.length - perYear + 1).map(countsUntil));
  const of = (starts) => readings.map((countsUntil) => (starts.length < perYear ? today : free(starts, countsUntil)));
  const [firsts, lasts] = [of(soonest), of(atLatest)];
  const counts = readings.map((countsUntil) => soonest.filter((start) => countsUntil(start) > today).length);
  const [earliest, until] = [new Date(Math.min(...firsts)), latest(...lasts)];
  if (standing >= perYear || firsts.some((day, index) => day < lasts[index])) {
    return {
      outcome: 'unknown',
      earliest,
      latest: standing >= perYear ? undefined : until,
      counts,
      startsMatter: true,
    };
  }
  return earliest > today || until <= today
    ? { ...waitFor(until, today), earliest, counts }
    : { outcome: 'unknown', earliest, latest: until, counts };
}

const yesNo = (fact, met) => (fact === undefined ? 'unknown' : met ? 'met' : 'not_met');
const waitFor = (day, today) => (day <= today ? { outcome: 'met' } : { outcome: 'not_met', until: day });

function profileDate({ next_association_date: shown }, today) {
  if (!shown) {
    return { outcome: shown === null ? 'met' : 'not_applicable' };
  }
  return waitFor(parseISO(shown), today);
}

/** A date in the profile stands above all that is counted. */
function counted({ next_association_date: shown, associations: links }, today, count) {
  if (shown !== undefined) {
    return { outcome: 'not_applicable' };
  }
  return links === undefined ? { outcome: 'unknown' } : count(links, today);
}

/** What the rules come to together, and the days between which they all come to be met. */
export function combine(all, today) {
  const findings = all.map(({ rule, outcome, until: day }) =>
    outcome === 'not_met' && day !== undefined ? { rule, outcome, until: written(day) } : { rule, outcome },
  );
  const bars = all.filter(({ outcome }) => outcome === 'not_met');
  if (bars.some(({ until }) => until === undefined)) {
    return { status: 'denied', findings };
  }
  const open = all.filter(({ outcome }) => outcome === 'unknown');
  const earliest = latest(
    today,
    ...bars.map((one) => one.earliest ?? one.until),
    ...open.map((one) => one.earliest ?? today),
  );
  const certain = open.every((one) => one.latest !== undefined);
  const until = latest(today, ...bars.map((one) => one.until), ...open.map((one) => one.latest ?? today));
  if (certain && until <= today) {
    return { status: 'allowed', findings };
  }
  return certain && (earliest > today || open.length === 0)
    ? { status: 'deferred', until: written(until), findings }
    : { status: 'needs_info', findings };
}

export const written = (day) => formatISO(day, { representation: 'date' });
export function decide(request) {
  const today = parseISO(request.today);
  const relation = request.actor?.relation;
  const person = request.facts?.person ?? {};
  const account = person.partner_center_account;
  const certifications = person.certification_profile?.active_certifications;
  const ofAccount = (fact, met) => (account === null ? 'not_applicable' : yesNo(fact, met));
  const { kind, organization } = account ?? {};
  return combine(
    [
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
      { rule: 'association.profile_date', ...profileDate(person, today) },
      { rule: 'association.cool_off', ...counted(person, today, coolOffOf) },
      { rule: 'association.yearly_limit', ...counted(person, today, yearlyLimitOf) },
    ],
    today,
  );
}
