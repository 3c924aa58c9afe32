// A second, slow, obvious implementation of the rules, for tests only. It shares nothing with the core: it was written
// from the documents, does its dates by walking a calendar day by day, and keeps its own copy of every number.
//
//   decide(request) -> { status, until?, earliest?, latest?, dates, rules: { 'subject.what': { outcome, until? } } }
//
// `request` must be valid; nothing is checked here. An impossible or out-of-range date throws.

// ---- Calendar: a table of days, number 0 is 1990-01-01, built by walking -------------------------------------------

const calendar = []; // day number -> { year, month, day, text }
const number_of = new Map(); // '2021-05-20' -> day number

function is_leap(year) {
  if (year % 400 === 0) return true;
  if (year % 100 === 0) return false;
  return year % 4 === 0;
}

function days_in_month(year, month) {
  if (month === 2) return is_leap(year) ? 29 : 28;
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30;
  return 31;
}

function text_of(year, month, day) {
  const digits = (number, width) => String(number).padStart(width, '0');
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

// A few years beyond 2199, so that searches that start in 2199 end.
for (let year = 1990, month = 1, day = 1; year <= 2205; ) {
  const text = text_of(year, month, day);
  number_of.set(text, calendar.length);
  calendar.push({ year, month, day, text });
  day += 1;
  if (day > days_in_month(year, month)) {
    day = 1;
    month += 1;
  }
  if (month > 12) {
    month = 1;
    year += 1;
  }
}

function day_number(text) {
  if (!number_of.has(text)) throw new Error(`no such day: ${text}`);
  return number_of.get(text);
}

function show(day) {
  if (calendar[day] === undefined) throw new Error(`day out of range: ${day}`);
  return calendar[day].text;
}

// The same day of the month, `months` later; the last day of that month where it has no such day.
function months_later(start, months) {
  let { year, month, day } = calendar[start];
  for (let i = 0; i < months; i += 1) {
    month += 1;
    if (month === 13) {
      month = 1;
      year += 1;
    }
  }
  while (!number_of.has(text_of(year, month, day))) day -= 1;
  return day_number(text_of(year, month, day));
}

// The first day after `start` that is the `day`-th of a month other than start's month.
function next_month_on(start, day) {
  let d = start;
  while (calendar[d].month === calendar[start].month || calendar[d].day !== day) d += 1;
  return d;
}

// ---- Numbers, ruleset by ruleset (undefined: not documented there) --------------------------------------------------

const RULESETS = {
  '2018-08-31': { team_status_days: 1, password_days: 90 },
  '2021-03-11': {
    partner_university_days: 3,
    assessment_from_days: 7,
    assessment_by_days: 10,
    team_status_days: 1,
    password_days: 90,
  },
  '2021-04-27': {
    cool_off_days: 30,
    links_a_year: 3,
    partner_university_days: 3,
    assessment_from_days: 7,
    assessment_by_days: 10,
    team_status_days: 1,
    password_days: 90,
  },
  '2023-10-23': {
    cool_off_days: 30,
    links_a_year: 3,
    partner_university_days: 10,
    assessment_from_days: 10,
    assessment_by_days: 10,
    team_status_days: 10,
  },
};

const OTHER_COMPETENCIES = [
  'Application Development',
  'Cloud Platform',
  'Data Analytics',
  'Data Platform',
  'DevOps',
  'Security',
  'Säkerhet',
  '雲端平台',
];

// ---- Small questions ------------------------------------------------------------------------------------------------

function same_name(a, b) {
  const plain = (name) =>
    name.replace(/^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g, '').replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return plain(a) === plain(b);
}

// For a fact that is true, false or absent.
function yes_no(fact) {
  if (fact === undefined) return 'unknown';
  return fact ? 'met' : 'not_met';
}

function at_least_one(count) {
  if (count === undefined) return 'unknown';
  return count >= 1 ? 'met' : 'not_met';
}

function holds_one_of(roles, wanted) {
  if (roles === undefined) return 'unknown';
  return roles.some((role) => wanted.includes(role)) ? 'met' : 'not_met';
}

// The 12 calendar months that the KPI view shows on a day: figures of a month come on the 15th of the next one.
function kpi_window(today) {
  let last = today;
  if (calendar[today].day < 15) while (calendar[last].month === calendar[today].month) last -= 1; // into last month
  const month = calendar[last].month;
  while (calendar[last].month === month) last -= 1; // the last day of the month before
  return twelve_months_until(last);
}

// `last` is the last day of a month; the window begins on the first day of the 12th month, counting back.
function twelve_months_until(last) {
  let first = last;
  let firsts_seen = 0;
  for (;;) {
    if (calendar[first].day === 1) firsts_seen += 1;
    if (firsts_seen === 12) return { first, last };
    first -= 1;
  }
}

// ---- Associations: how many, how soon -------------------------------------------------------------------------------

function cool_off_over(starts, day, numbers) {
  return starts.every((start) => start + numbers.cool_off_days <= day);
}

function calendar_year_allows(starts, day, numbers) {
  const this_year = starts.filter((start) => calendar[start].year === calendar[day].year);
  return this_year.length < numbers.links_a_year;
}

function rolling_year_allows(starts, day, numbers) {
  const counting = starts.filter((start) => months_later(start, 12) > day);
  return counting.length < numbers.links_a_year;
}

function first_day(from, allowed) {
  let day = from;
  while (!allowed(day)) day += 1;
  return day;
}

function first_day_of_all(starts, from, numbers) {
  return first_day(
    from,
    (day) =>
      cool_off_over(starts, day, numbers) &&
      calendar_year_allows(starts, day, numbers) &&
      rolling_year_allows(starts, day, numbers),
  );
}

// The day on which some reading of "each year" allows it, and no cool-off period runs.
function first_day_of_any(starts, from, numbers) {
  return first_day(
    from,
    (day) =>
      cool_off_over(starts, day, numbers) &&
      (calendar_year_allows(starts, day, numbers) || rolling_year_allows(starts, day, numbers)),
  );
}

// Two histories: with the unknown starts so long ago that they never mattered, and with each as late as it can have been.
// A link of unknown start began on the day it ended at the latest, or today when it still stands: a bound that moves.
function histories(associations, today) {
  const known = [];
  const unknown = [];
  let standing = 0;
  for (const link of associations) {
    if (link.started !== undefined) known.push(day_number(link.started));
    else if (link.ended === undefined || link.ended === null) {
      standing += 1;
      unknown.push(today);
    } else unknown.push(day_number(link.ended));
  }
  return { soonest: known, at_latest: [...known, ...unknown], standing };
}

// ---- The decision ---------------------------------------------------------------------------------------------------

export function decide(request) {
  const ruleset = request.ruleset ?? '2021-04-27';
  const numbers = RULESETS[ruleset];
  const is_2018 = ruleset === '2018-08-31';
  const is_2023 = ruleset === '2023-10-23';
  const has_numbers = ruleset === '2021-04-27' || ruleset === '2023-10-23';

  const today = day_number(request.today);
  const action = request.action;
  const on = action.on === undefined ? today : day_number(action.on);
  const relation = request.actor?.relation;
  const roles = request.actor?.roles;
  const person = request.facts?.person ?? {};
  const membership = request.facts?.membership ?? {};
  const sign_in = request.facts?.sign_in ?? {};
  const learning = request.facts?.learning ?? {};
  const silver = learning.silver ?? {};
  const gold = learning.gold ?? {};

  const rules = {};
  const dates = {};
  const date_makers = []; // run when the status is known

  function rule(id, outcome) {
    if (rules[id] !== undefined) throw new Error(`rule ran twice: ${id}`);
    rules[id] = { outcome };
  }
  // Met from `day` on, before that a wait.
  function rule_from(id, day) {
    if (rules[id] !== undefined) throw new Error(`rule ran twice: ${id}`);
    rules[id] = day <= today ? { outcome: 'met' } : { outcome: 'not_met', until: show(day) };
  }

  // Not known whether it is met; but not before `earliest`, and for certain from `latest` on, if there is such a day.
  function open_rule(id, earliest, latest) {
    rule(id, 'unknown');
    Object.assign(rules[id], { earliest, latest });
  }
  function next_association(first_allowed, from) {
    if (!has_numbers || person.associations === undefined) return;
    const { soonest, at_latest, standing } = histories(person.associations, today);
    if (standing > 0) return;
    const begun = first_allowed === undefined ? [] : [first_allowed];
    const safe = first_day_of_all([...at_latest, ...begun], from, numbers);
    const possible = first_day_of_any([...soonest, ...begun], from, numbers);
    dates.next_association = show(safe);
    if (possible !== safe) dates.next_association_earliest = show(possible);
  }

  // -- parts that several actions share

  function owner_rule() {
    if (relation === undefined) rule('association.owner', 'unknown');
    else rule('association.owner', relation === 'owner' ? 'met' : 'not_met');
  }

  function has_account_rule() {
    const account = person.partner_center_account;
    rule(
      'association.partner_center_account',
      account === undefined ? 'unknown' : account === null ? 'not_met' : 'met',
    );
  }

  function account_rules() {
    has_account_rule();
    const account = person.partner_center_account;
    if (account === undefined) rule('association.work_account', 'unknown');
    else if (account === null) rule('association.work_account', 'not_applicable');
    else {
      if (account.kind === undefined) rule('association.work_account', 'unknown');
      else rule('association.work_account', account.kind === 'work' ? 'met' : 'not_met');
    }
  }

  function account_reaches_link_rule() {
    const account = person.partner_center_account;
    const open = (person.associations ?? []).filter((link) => link.ended === undefined || link.ended === null);
    const meant = action.organization === undefined ? open.map((link) => link.organization) : [action.organization];
    if (account === null || meant.length === 0) return rule('association.account_organization', 'not_applicable');
    if (account?.organization === undefined) return rule('association.account_organization', 'unknown');
    const own = meant.map((name) =>
      name === undefined ? 'perhaps' : same_name(name, account.organization) ? 'yes' : 'no',
    );
    const all = (answer) => own.every((one) => one === answer);
    rule('association.account_organization', all('yes') ? 'met' : all('no') ? 'not_met' : 'unknown');
  }

  function account_organization_rule() {
    const account = person.partner_center_account;
    if (account === undefined) rule('association.account_organization', 'unknown');
    else if (account === null) rule('association.account_organization', 'not_applicable');
    else if (account.organization === undefined) rule('association.account_organization', 'unknown');
    else
      rule(
        'association.account_organization',
        same_name(account.organization, action.organization) ? 'met' : 'not_met',
      );
  }

  function profile_date_rule() {
    const shown = person.next_association_date;
    if (shown === undefined) rule('association.profile_date', 'not_applicable');
    else if (shown === null) rule('association.profile_date', 'met');
    else rule_from('association.profile_date', day_number(shown));
  }

  function cool_off_rule() {
    if (!has_numbers) return;
    if (person.next_association_date !== undefined) {
      rule('association.cool_off', 'not_applicable');
      return;
    }
    if (person.associations === undefined) {
      rule('association.cool_off', 'unknown');
      return;
    }
    const { soonest, at_latest, standing } = histories(person.associations, today);
    const first = first_day(today, (day) => cool_off_over(soonest, day, numbers));
    const last = first_day(today, (day) => cool_off_over(at_latest, day, numbers));
    if (standing > 0) open_rule('association.cool_off', first, undefined);
    else if (last !== first) open_rule('association.cool_off', first, last);
    else if (soonest.length === 0) rule('association.cool_off', 'met');
    else rule_from('association.cool_off', last);
  }

  function yearly_limit_rule() {
    if (person.next_association_date !== undefined) {
      rule('association.yearly_limit', 'not_applicable');
      return;
    }
    if (person.associations === undefined) {
      rule('association.yearly_limit', 'unknown');
      return;
    }
    if (person.associations.length === 0) {
      rule('association.yearly_limit', 'met');
      return;
    }
    if (!has_numbers) {
      rule('association.yearly_limit', 'unknown');
      return;
    }
    if (person.associations.length < numbers.links_a_year) {
      rule('association.yearly_limit', 'met');
      return;
    }
    const { soonest, at_latest, standing } = histories(person.associations, today);
    const free = (starts, allows) => first_day(today, (day) => allows(starts, day, numbers));
    const calendar_first = free(soonest, calendar_year_allows);
    const calendar_last = free(at_latest, calendar_year_allows);
    const rolling_first = free(soonest, rolling_year_allows);
    const rolling_last = free(at_latest, rolling_year_allows);
    const first = Math.min(calendar_first, rolling_first);
    const last = Math.max(calendar_last, rolling_last);
    if (standing >= numbers.links_a_year) open_rule('association.yearly_limit', first, undefined);
    else if (last === today) rule('association.yearly_limit', 'met');
    else if (calendar_first !== calendar_last || rolling_first !== rolling_last)
      open_rule('association.yearly_limit', first, last);
    else if (first > today) {
      rule_from('association.yearly_limit', last);
      rules['association.yearly_limit'].earliest = first;
    } else open_rule('association.yearly_limit', today, last);
  }

  function gold_rules() {
    rule('learning_option.gold_competency', yes_no(gold.competency_requirements_met));
    rule('learning_option.gold_mct', yes_no(gold.mct_requirement_met));
    rule('learning_option.gold_exam', yes_no(gold.exam_requirement_met));
    rule('learning_option.gold_kpi', yes_no(gold.kpi_met));
  }

  function learning_roles_rule() {
    rule('learning_option.roles', holds_one_of(roles, ['mpn_partner_admin', 'account_admin']));
  }

  function still_offered_rule() {
    if (is_2023) rule('learning_option.still_offered', today <= day_number('2022-09-30') ? 'met' : 'not_met');
  }

  function pmc_retired_rule() {
    if (is_2023) rule('membership.pmc_retired', on <= day_number('2022-05-31') ? 'met' : 'not_met');
  }

  function sign_in_by_admin_rule() {
    if (relation === undefined) rule('membership.sign_in_by_admin', 'unknown');
    else rule('membership.sign_in_by_admin', relation === 'admin' ? 'met' : 'not_met');
  }

  function password_of_sign_in_expires() {
    if (numbers.password_days === undefined || sign_in.issued === undefined) return;
    dates.password_expires = show(day_number(sign_in.issued) + numbers.password_days);
  }

  // -- the actions

  switch (action.type) {
    case 'link_mcid': {
      rule('association.any_role', 'met');
      if (is_2018) {
        has_account_rule();
        break;
      }
      owner_rule();
      account_rules();
      account_organization_rule();
      rule('association.active_certification', at_least_one(person.certification_profile?.active_certifications));
      if (is_2023) {
        rule('association.mc_id', yes_no(person.certification_profile?.mc_id_generated));
        const other = person.certification_profile?.other_mcid_linked;
        rule('association.one_mcid', other === undefined ? 'unknown' : other ? 'not_met' : 'met');
      }
      rule('association.one_organization', 'met');
      profile_date_rule();
      cool_off_rule();
      yearly_limit_rule();
      date_makers.push((first_allowed) => {
        if (first_allowed !== undefined) next_association(first_allowed, first_allowed);
      });
      break;
    }

    case 'unlink_mcid': {
      if (is_2018) break;
      owner_rule();
      account_rules();
      account_reaches_link_rule();
      if (person.associations === undefined) rule('association.linked', 'unknown');
      else {
        const open = person.associations.filter((link) => link.ended === undefined || link.ended === null);
        const named = open.filter(
          (link) =>
            action.organization === undefined ||
            (link.organization !== undefined && same_name(link.organization, action.organization)),
        );
        const unnamed = open.filter((link) => link.organization === undefined);
        rule('association.linked', named.length > 0 ? 'met' : unnamed.length > 0 ? 'unknown' : 'not_met');
      }
      date_makers.push((_, status) => {
        if (status === 'denied') return;
        const shown = person.next_association_date;
        if (shown === null) dates.next_association = show(today);
        else if (shown !== undefined) dates.next_association = show(Math.max(today, day_number(shown)));
        else next_association(undefined, today);
      });
      break;
    }

    case 'connect_partner_university':
    case 'remove_partner_university': {
      if (is_2018) {
        if (action.type === 'remove_partner_university') break;
        has_account_rule();
        rule('association.partner_university', 'met');
        break;
      }
      owner_rule();
      account_rules();
      if (action.type === 'connect_partner_university') rule('association.partner_university', 'met');
      else rule('association.partner_university', yes_no(person.partner_university?.connected));
      rule('reporting.partner_university', 'met');
      date_makers.push((_, status) => {
        if (status !== 'denied') dates.visible_by = show(on + numbers.partner_university_days);
      });
      break;
    }

    case 'read_limit_message': {
      if (is_2018) break;
      rule('association.limit_message', 'met');
      const shown = person.next_association_date;
      if (shown === undefined) rule('association.profile_date', 'unknown');
      else profile_date_rule();
      if (typeof shown === 'string') dates.link_again_from = show(Math.max(today, day_number(shown)));
      break;
    }

    case 'pass_assessment': {
      if (is_2018) break;
      rule_from('reporting.assessment', on + numbers.assessment_by_days);
      rules['reporting.assessment'].earliest = on + numbers.assessment_from_days;
      dates.visible_from = show(on + numbers.assessment_from_days);
      dates.visible_by = show(on + numbers.assessment_by_days);
      break;
    }

    case 'check_team_status': {
      const shows = on + numbers.team_status_days;
      rule_from('reporting.competencies_page', shows);
      dates.visible_from = show(shows);
      break;
    }

    case 'view_competency_status':
    case 'download_skills_report': {
      if (is_2018) break;
      rule('skills_report.roles', holds_one_of(roles, ['global_admin', 'mpn_partner_admin']));
      break;
    }

    case 'delete_user_account': {
      if (is_2018) break;
      rule('skills_report.global_admin', holds_one_of(roles, ['global_admin']));
      if (person.left_on === undefined) rule('skills_report.left', 'unknown');
      else if (person.left_on === null) rule('skills_report.left', 'not_met');
      else rule_from('skills_report.left', day_number(person.left_on));
      if (person.account_deleted_on === undefined) rule('skills_report.not_yet_deleted', 'not_applicable');
      else rule('skills_report.not_yet_deleted', person.account_deleted_on === null ? 'met' : 'not_met');
      date_makers.push((first_allowed) => {
        if (is_2023 && first_allowed !== undefined) dates.gone_from_report_by = show(next_month_on(first_allowed, 10));
      });
      break;
    }

    case 'remove_from_skills_report': {
      if (is_2018) break;
      const deleted = person.account_deleted_on;
      rule('skills_report.global_admin', holds_one_of(roles, ['global_admin']));
      if (deleted === undefined) rule('skills_report.account_deleted', 'unknown');
      else rule('skills_report.account_deleted', deleted === null ? 'not_met' : 'met');
      rule('skills_report.still_listed', yes_no(person.still_in_skills_report));
      if (is_2023) {
        if (deleted === undefined) rule('skills_report.refresh', 'unknown');
        else if (deleted === null) rule('skills_report.refresh', 'not_applicable');
        else rule_from('skills_report.refresh', next_month_on(day_number(deleted), 10));
      }
      break;
    }

    case 'stop_using_pmc': {
      if (membership.pmc_expires === undefined) {
        rule('membership.pmc_benefits', is_2023 && today > day_number('2022-05-31') ? 'met' : 'unknown');
        break;
      }
      const ends = day_number(membership.pmc_expires);
      const last = is_2023 ? Math.min(ends, day_number('2022-05-31')) : ends;
      rule_from('membership.pmc_benefits', last + 1);
      dates.overlap_until = show(last);
      break;
    }

    case 'submit_business_plan': {
      if (!is_2018) rule('learning_option.business_plan', 'met');
      break;
    }

    case 'count_kpi': {
      if (!is_2018) rule('kpi.counting', 'met');
      break;
    }

    case 'get_support': {
      const places = {
        'support.linking': ['linking', 'limit', 'two_profiles', 'skills_report'],
        'support.sign_in': ['sign_in_information', 'password'],
        'support.learning': ['kpi', 'directory', 'courseware'],
      };
      for (const [id, problems] of Object.entries(places)) {
        if (is_2018 && id !== 'support.sign_in') continue;
        if (!problems.includes(action.problem)) rule(id, is_2018 ? 'unknown' : 'not_applicable');
        else if (action.problem !== 'limit') rule(id, 'met');
        else if (person.next_association_date === undefined) rule(id, 'unknown');
        else if (person.next_association_date === null) rule(id, 'met');
        else rule_from(id, day_number(person.next_association_date));
      }
      break;
    }

    case 'reenroll_membership': {
      pmc_retired_rule();
      if (membership.pmc_expires === undefined) rule('membership.not_expired', 'unknown');
      else rule('membership.not_expired', on <= day_number(membership.pmc_expires) ? 'met' : 'unknown');
      date_makers.push((_, status) => {
        if (status !== 'allowed') return;
        const expires = day_number(membership.pmc_expires);
        dates.starts = show(on);
        dates.ends = show(months_later(expires, 12));
        dates.overlap_from = show(on);
        dates.overlap_until = show(expires);
      });
      break;
    }

    case 'add_user':
    case 'add_users_from_pmc': {
      if (action.type === 'add_users_from_pmc') pmc_retired_rule();
      rule(
        'membership.add_user_roles',
        holds_one_of(roles, ['global_admin', 'mpn_partner_admin', 'account_admin', 'user_management_admin']),
      );
      date_makers.push((_, status) => {
        if (status !== 'allowed' || numbers.password_days === undefined) return;
        dates.password_expires = show(on + numbers.password_days);
      });
      break;
    }

    case 'sign_in_with_temporary_password': {
      if (numbers.password_days === undefined || sign_in.issued === undefined)
        rule('membership.password_valid', 'unknown');
      else {
        const expires = day_number(sign_in.issued) + numbers.password_days;
        rule('membership.password_valid', today < expires ? 'met' : 'not_met');
      }
      password_of_sign_in_expires();
      break;
    }

    case 'resend_sign_in': {
      sign_in_by_admin_rule();
      const expired =
        numbers.password_days !== undefined &&
        sign_in.issued !== undefined &&
        today >= day_number(sign_in.issued) + numbers.password_days;
      rule('membership.password_valid', expired && sign_in.signed_in !== true ? 'not_met' : 'not_applicable');
      if (!is_2018) rule('membership.email_verified', yes_no(sign_in.email_verified));
      password_of_sign_in_expires();
      break;
    }

    case 'verify_sign_in_email': {
      sign_in_by_admin_rule();
      break;
    }

    case 'enroll_learning_action_pack': {
      if (is_2018) break;
      learning_roles_rule();
      rule('learning_option.mct', at_least_one(learning.mct_count));
      break;
    }

    case 'enroll_silver_learning_option': {
      if (is_2018) break;
      learning_roles_rule();
      still_offered_rule();
      rule('learning_option.silver_competency', yes_no(silver.competency_requirements_met));
      rule('learning_option.silver_mct', yes_no(silver.mct_requirement_met));
      rule('learning_option.silver_exam', yes_no(silver.exam_requirement_met));
      rule('learning_option.silver_commitment', yes_no(silver.performance_commitment));
      break;
    }

    case 'enroll_gold_learning_option': {
      if (is_2018) break;
      learning_roles_rule();
      still_offered_rule();
      gold_rules();
      break;
    }

    case 'upgrade_silver_to_gold': {
      if (is_2018) break;
      learning_roles_rule();
      still_offered_rule();
      gold_rules();
      if (learning.enrolled === undefined) rule('learning_option.holds_silver', 'unknown');
      else rule('learning_option.holds_silver', learning.enrolled === 'silver' ? 'met' : 'not_met');
      break;
    }

    case 'deliver_training': {
      if (is_2018) break;
      const trainer = at_least_one(learning.mct_count);
      const enrolled = learning.enrolled === undefined ? 'unknown' : learning.enrolled === 'none' ? 'not_met' : 'met';
      for (const [id, plain] of [
        ['learning_option.training_trainer', trainer],
        ['learning_option.training_enrolled', enrolled],
      ]) {
        if (action.audience === 'internal') rule(id, 'not_applicable');
        else if (action.audience === 'external') rule(id, plain);
        else rule(id, plain === 'met' ? 'met' : 'unknown');
      }
      break;
    }

    case 'buy_courseware': {
      if (is_2018) break;
      learning_roles_rule();
      const enrolled = learning.enrolled;
      const profile = learning.action_pack?.profile_created;
      if (enrolled === 'none') rule('learning_option.courseware', 'met');
      else if (profile === true) rule('learning_option.courseware', 'met');
      else if (enrolled === 'silver' || enrolled === 'gold') rule('learning_option.courseware', 'met');
      else if (enrolled === 'action_pack' && profile === false) rule('learning_option.courseware', 'not_met');
      else rule('learning_option.courseware', 'unknown');
      break;
    }

    case 'extend_competency': {
      if (is_2018) break;
      learning_roles_rule();
      if (action.anniversary === undefined) rule('learning_option.extension_window', 'unknown');
      else {
        const anniversary = day_number(action.anniversary);
        const inside = day_number('2021-01-01') <= anniversary && anniversary <= day_number('2021-06-30');
        rule('learning_option.extension_window', inside ? 'met' : 'not_met');
      }
      const called = (names) =>
        action.competency !== undefined && names.some((name) => same_name(name, action.competency));
      if (
        called([
          'Cloud Business Applications',
          '雲端 Business Applications',
          '雲端商務應用程式',
          'Moln Business Applications',
        ])
      )
        rule('learning_option.extension_excluded', 'not_met');
      else rule('learning_option.extension_excluded', called(OTHER_COMPETENCIES) ? 'met' : 'unknown');
      break;
    }

    case 'view_kpi': {
      if (is_2018) break;
      learning_roles_rule();
      rule('kpi.view', 'met');
      const shown = kpi_window(today);
      dates.window_from = show(shown.first);
      dates.window_until = show(shown.last);
      break;
    }

    case 'publish_invoice': {
      if (is_2018) break;
      const in_view = (day) => kpi_window(day).first <= on && on <= kpi_window(day).last;
      const visible = first_day(on, in_view);
      dates.visible_from = show(visible);
      const leaves = first_day(visible, (day) => !in_view(day));
      dates.leaves_on = show(leaves);
      if (today >= leaves) rule('kpi.invoice', 'not_met');
      else rule_from('kpi.invoice', visible);
      break;
    }

    case 'renew_learning_option': {
      if (is_2018) break;
      learning_roles_rule();
      const held = learning.enrolled;
      rule('learning_option.enrolled', held === undefined ? 'not_applicable' : held === 'none' ? 'not_met' : 'met');
      const is_pack = action.tier === 'action_pack';
      if (is_pack) rule('kpi.renewal', 'not_applicable');
      else if (action.anniversary === undefined) rule('kpi.renewal', 'unknown');
      const facts = [
        ['action_pack', 'learning_option.mct', at_least_one(learning.mct_count)],
        ['silver', 'learning_option.silver_competency', yes_no(silver.competency_requirements_met)],
        ['silver', 'learning_option.silver_mct', yes_no(silver.mct_requirement_met)],
        ['silver', 'learning_option.silver_exam', yes_no(silver.exam_requirement_met)],
        ['silver', 'learning_option.silver_kpi', yes_no(silver.kpi_met)],
        ['gold', 'learning_option.gold_competency', yes_no(gold.competency_requirements_met)],
        ['gold', 'learning_option.gold_mct', yes_no(gold.mct_requirement_met)],
        ['gold', 'learning_option.gold_exam', yes_no(gold.exam_requirement_met)],
        ['gold', 'learning_option.gold_kpi', yes_no(gold.kpi_met)],
      ];
      for (const [tier, id, plain] of facts) {
        if (action.tier === undefined) rule(id, plain === 'met' ? 'met' : 'unknown');
        else rule(id, action.tier === tier ? plain : 'not_applicable');
      }
      if (is_2023 && action.anniversary === undefined) rule('learning_option.renewal_window', 'unknown');
      if (action.anniversary !== undefined) {
        const anniversary = day_number(action.anniversary);
        let last = anniversary; // the last day of the month before
        while (calendar[last].month === calendar[anniversary].month) last -= 1;
        const measured = twelve_months_until(last);
        if (!is_pack) {
          const barred = today >= months_later(anniversary, 12) || today <= measured.last;
          if (barred && action.tier === undefined) rule('kpi.renewal', 'unknown');
          else if (today >= months_later(anniversary, 12)) rule('kpi.renewal', 'not_met');
          else rule_from('kpi.renewal', measured.last + 1);
          dates.window_from = show(measured.first);
          dates.window_until = show(measured.last);
          dates.published_on = show(next_month_on(measured.last, 15));
        }
        if (is_2023) {
          if (today > anniversary + 30) rule('learning_option.renewal_window', 'not_met');
          else rule_from('learning_option.renewal_window', anniversary + 1);
          dates.renewal_from = show(anniversary + 1);
          dates.renewal_until = show(anniversary + 30);
        }
      }
      break;
    }

    case 'report_kpi_discrepancy': {
      if (is_2018) break;
      rule('kpi.discrepancy_roles', holds_one_of(roles, ['mpn_partner_admin', 'account_admin']));
      const seven = [
        action.month,
        action.year,
        action.omlp_type,
        action.purchase_unit,
        action.invoice_number,
        action.kpi_value,
        action.revenue_value,
      ];
      rule('kpi.discrepancy_fields', seven.every((field) => field !== undefined) ? 'met' : 'unknown');
      if (action.evidence === undefined) rule('kpi.discrepancy_evidence', 'unknown');
      else rule('kpi.discrepancy_evidence', action.evidence === 'invoice' ? 'met' : 'not_met');
      if (action.month === undefined || action.year === undefined) rule('kpi.discrepancy_published', 'unknown');
      else {
        const visible = next_month_on(day_number(text_of(action.year, action.month, 1)), 15);
        if (today >= months_later(visible, 12)) rule('kpi.discrepancy_published', 'not_met');
        else rule_from('kpi.discrepancy_published', visible);
      }
      break;
    }

    case 'request_directory_listing': {
      if (is_2018) break;
      learning_roles_rule();
      if (learning.enrolled === undefined) rule('directory.learning_partner', 'unknown');
      else rule('directory.learning_partner', learning.enrolled === 'none' ? 'not_met' : 'met');
      if (is_2023) rule('directory.designation', at_least_one(learning.designations));
      const all_given = action.name !== undefined && action.country !== undefined && action.url !== undefined;
      rule('directory.fields', all_given ? 'met' : 'unknown');
      if (action.url === undefined) rule('directory.url', 'unknown');
      else {
        const like_a_url = /^(https?:\/\/)?([A-Za-z0-9-]+\.)+[A-Za-z]{2,}(:[0-9]+)?([/?#][^ \t\n]*)?$/;
        rule('directory.url', like_a_url.test(action.url) ? 'met' : 'not_met');
      }
      rule('directory.page_owned', yes_no(action.page?.partner_owned));
      rule('directory.page_microsoft', yes_no(action.page?.microsoft_specific));
      rule('directory.page_only', yes_no(action.page?.only_this_partner));
      rule('directory.page_competitors', yes_no(action.page?.no_competitors));
      rule('directory.schedule', 'met');
      if (!is_2023) {
        const from = first_day(today, (day) => 15 <= calendar[day].day && calendar[day].day <= 21);
        dates.submitted_from = show(from);
        dates.submitted_until = show(first_day(from, (day) => calendar[day].day === 21));
        dates.visible_by = show(next_month_on(from, 7));
      }
      break;
    }

    default:
      throw new Error(`no such action: ${action.type}`);
  }

  if (Object.keys(rules).length === 0) rule('ruleset.covers_action', 'unknown');

  // -- the status

  const all = Object.values(rules);
  const waits = all.filter((finding) => finding.outcome === 'not_met' && finding.until !== undefined);
  const bars = all.filter((finding) => finding.outcome === 'not_met' && finding.until === undefined);
  const open = all.filter((finding) => finding.outcome === 'unknown');

  const decision = { status: 'allowed', dates, rules };
  if (bars.length > 0) decision.status = 'denied';
  else {
    const earliest = [...waits, ...open].map((one) => one.earliest ?? (one.until ? day_number(one.until) : today));
    const latest = [...waits.map((one) => day_number(one.until)), ...open.map((one) => one.latest)];
    const first = Math.max(today, ...earliest);
    const last = latest.includes(undefined) ? undefined : Math.max(today, ...latest);
    if (last !== today) {
      decision.status = last !== undefined && (open.length === 0 || first > today) ? 'deferred' : 'needs_info';
      if (decision.status === 'deferred') decision.until = show(last);
      if (first > today) decision.earliest = show(first);
      if (last !== undefined) decision.latest = show(last);
    }
  }

  let first_allowed;
  if (decision.status === 'allowed') first_allowed = today;
  if (decision.status === 'deferred') first_allowed = day_number(decision.until);
  for (const make of date_makers) make(first_allowed, decision.status);
  for (const finding of all) {
    delete finding.earliest;
    delete finding.latest;
  }

  return decision;
}
