// Random valid requests over all actions and rulesets, crowded around the days and numbers where rules change their mind.

// mulberry32: random(seed) gives a function that yields numbers in [0, 1), the same ones for the same seed.
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const actions = [
  'link_mcid',
  'unlink_mcid',
  'connect_partner_university',
  'remove_partner_university',
  'pass_assessment',
  'view_competency_status',
  'download_skills_report',
  'delete_user_account',
  'remove_from_skills_report',
  'resend_sign_in',
  'verify_sign_in_email',
  'reenroll_membership',
  'add_user',
  'add_users_from_pmc',
  'sign_in_with_temporary_password',
  'check_team_status',
  'enroll_learning_action_pack',
  'enroll_silver_learning_option',
  'enroll_gold_learning_option',
  'upgrade_silver_to_gold',
  'deliver_training',
  'buy_courseware',
  'extend_competency',
  'view_kpi',
  'publish_invoice',
  'renew_learning_option',
  'report_kpi_discrepancy',
  'request_directory_listing',
  'read_limit_message',
  'stop_using_pmc',
  'submit_business_plan',
  'count_kpi',
  'get_support',
];

const all_roles = [
  'global_admin',
  'mpn_partner_admin',
  'account_admin',
  'user_management_admin',
  'report_viewer',
  'executive_report_viewer',
  'guest',
];

// ---- Days, as ISO text. (The oracle has its own calendar; this one only has to make days that exist.) ----------------

const ms = 86400000;
const iso = (year, month, day) => new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
const plus = (text, days) => new Date(Date.parse(`${text}T00:00:00Z`) + days * ms).toISOString().slice(0, 10);
const parts = (text) => text.split('-').map(Number);
const min = (a, b) => (a < b ? a : b);
const max = (a, b) => (a > b ? a : b);

// The first and last day of any question made here: room is left at both ends of 1990-01-01…2199-12-31, since an answer
// may lie some 13 months before or after a given day.
const earliest = '1992-03-01';
const latest = '2196-12-31';
const inside = (text) => max(earliest, min(latest, text));

export function randomRequest(random) {
  const chance = (p) => random() < p;
  const whole = (low, high) => low + Math.floor(random() * (high - low + 1));
  const pick = (list) => list[Math.floor(random() * list.length)];

  // How this request is minded: how often a fact is left out, how often it is the unwelcome one.
  const mood = pick([
    { absent: 0, bad: 0 },
    { absent: 0, bad: 0.05 },
    { absent: 0.03, bad: 0.05 },
    { absent: 0.05, bad: 0.2 },
    { absent: 0.15, bad: 0.05 },
    { absent: 0.3, bad: 0.4 },
  ]);
  const given = () => !chance(mood.absent);
  const good = () => !chance(mood.bad);
  const put = (object, key, make) => {
    if (given()) object[key] = make();
  };
  const boolean = () => good();
  const near = (text) => inside(plus(text, pick([-1, 0, 0, 1])));

  // A day at an edge of its month or year.
  function edge_of(year) {
    const month = whole(1, 12);
    return near(
      pick([
        iso(year, month + 1, 0),
        iso(year, month, 1),
        iso(year, 3, 0),
        iso(year, 12, 31),
        iso(year, 1, 1),
        iso(year, month, 15),
        iso(year, month, 21),
        iso(year, month, 10),
        iso(year, month, 7),
        iso(year, month, 14),
        iso(year, 1, 31),
        iso(year, 12, 2),
        iso(year, 1, 29),
        iso(year, 1, 30),
        iso(year, 3, 31),
        iso(year, 2, 28),
      ]),
    );
  }

  function any_today() {
    const r = random();
    if (r < 0.1)
      return near(
        pick([
          '2021-01-01',
          '2021-06-30',
          '2022-05-31',
          '2022-09-30',
          '2021-04-27',
          '2021-03-11',
          '2018-08-31',
          '2023-10-23',
        ]),
      );
    if (r < 0.45) return edge_of(whole(2017, 2026));
    if (r < 0.58)
      return edge_of(pick([1996, 1999, 2000, 2001, 2004, 2020, 2024, 2025, 2096, 2097, 2100, 2101, 2104, 2105]));
    if (r < 0.95) return plus('2017-01-01', whole(0, 3650));
    return plus(earliest, whole(0, 74000));
  }

  const today = any_today();
  const [this_year, this_month] = parts(today);
  const past = (text) => max(earliest, min(today, text)); // not after today

  // A day around today, before or after it.
  function around() {
    return inside(
      pick([
        () => plus(today, pick([-31, -30, -29, -2, -1, 0, 0, 1, 2, 29, 30, 31])),
        () => plus(today, whole(-45, 45)),
        () => plus(today, whole(-500, 500)),
        () => edge_of(this_year + whole(-1, 1)),
      ])(),
    );
  }

  function before() {
    return past(around());
  }

  const names = ['Fabrikam', 'Contoso', 'Northwind', 'Örn AB', 'örn AB', '微軟夥伴'];
  function spelled(name) {
    // the same name, seldom written otherwise
    if (!chance(0.15)) return name;
    return pick([
      name.replace(/[a-z]/g, (c) => c.toUpperCase()),
      name.replace(/[A-Z]/g, (c) => c.toLowerCase()),
      ` ${name}`,
      `${name}  `,
      `\t${name} `,
    ]);
  }
  const organization = pick(names);
  const some_name = () => spelled(good() ? organization : pick(names));

  // ---- history

  function start_day(starts) {
    const [, , d] = parts(today);
    return past(
      pick([
        () => plus(today, -pick([0, 1, 2, 28, 29, 30, 30, 31, 32])),
        () => plus(today, -whole(0, 60)),
        () => plus(today, -whole(0, 400)),
        () => plus(today, -whole(30, 800)),
        () => near(min(iso(this_year - 1, this_month, d), iso(this_year - 1, this_month + 1, 0))), // twelve months ago
        () => plus(today, pick([-367, -366, -365, -364])),
        () => near(iso(this_year, 1, 1)),
        () => near(iso(this_year - 1, 12, 31)),
        () => near(iso(this_year - pick([0, 1]), 3, 0)), // end of February
        () => edge_of(this_year - pick([0, 1])),
        () => (starts.length ? pick(starts) : plus(today, -whole(0, 400))), // the same day again
        () => (starts.length ? plus(pick(starts), pick([30, -30, 29, 1, -1])) : plus(today, -whole(0, 400))),
      ])(),
    );
  }

  function history() {
    const links = [];
    const starts = [];
    const count = pick([0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 6]);
    const long_ago = chance(0.25); // nothing in the last 30 days
    for (let i = 0; i < count; i += 1) {
      let started = start_day(starts);
      if (long_ago) started = past(min(started, plus(today, -pick([30, 31, 40, 90]))));
      const link = {};
      if (!chance(mood.absent * 0.3)) link.organization = some_name();
      if (!chance(mood.absent * 0.15)) {
        link.started = started;
        starts.push(started);
      }
      const r = random();
      const may_stand = links.every((other) => other.ended !== null); // two at once contradict each other
      if (r < 0.15 && may_stand) link.ended = null;
      else if (r < 0.6) {
        const length = Math.round((Date.parse(today) - Date.parse(started)) / ms);
        link.ended = plus(started, pick([0, length, whole(0, length), Math.min(length, 1)]));
      }
      // A link says one of its two days at least.
      if (link.started === undefined && link.ended === undefined) {
        if (may_stand) link.ended = null;
        else link.started = started;
      }
      links.push(link);
    }
    if (!chance(0.3)) links.sort((a, b) => ((a.started ?? '') < (b.started ?? '') ? -1 : 1));
    return links;
  }

  // ---- facts, by name

  const account = () => {
    if (!good()) {
      if (chance(0.5)) return null;
    }
    const made = {};
    put(made, 'organization', some_name);
    put(made, 'kind', () => (good() ? 'work' : 'personal'));
    return made;
  };
  const profile = () => {
    const made = {};
    put(made, 'active_certifications', () => (good() ? pick([1, 1, 2, 30]) : 0));
    if (ruleset === '2023-10-23' || chance(0.05)) {
      put(made, 'mc_id_generated', boolean);
      put(made, 'other_mcid_linked', () => !good());
    }
    return made;
  };
  const tier_facts = (last_names) => () => {
    const made = {};
    for (const name of ['competency_requirements_met', 'mct_requirement_met', 'exam_requirement_met', ...last_names])
      put(made, name, boolean);
    return made;
  };
  const action_pack = () => {
    const made = {};
    put(made, 'purchased', boolean);
    put(made, 'profile_created', () => chance(0.5));
    return made;
  };
  const makers = {
    'person.partner_center_account': account,
    'person.certification_profile': profile,
    'person.associations': history,
    'person.next_association_date': () => (chance(0.25) ? null : around()),
    'person.partner_university': () => {
      const made = {};
      put(made, 'connected', boolean);
      return made;
    },
    'person.left_on': () => (good() ? around() : null),
    'person.account_deleted_on': () => (good() ? before() : null),
    'person.still_in_skills_report': boolean,
    'membership.pmc_expires': around,
    'sign_in.issued': () =>
      past(pick([() => plus(today, -pick([0, 1, 88, 89, 90, 91, 92])), () => plus(today, -whole(0, 200)), before])()),
    'sign_in.signed_in': () => chance(0.5),
    'sign_in.email_verified': boolean,
    'learning.enrolled': () => pick(good() ? ['action_pack', 'silver', 'silver', 'gold'] : ['none', 'none', 'gold']),
    'learning.mct_count': () => (good() ? pick([1, 1, 2, 7]) : 0),
    'learning.designations': () => (good() ? pick([1, 1, 2, 6]) : 0),
    'learning.action_pack': action_pack,
    'learning.silver': tier_facts(['performance_commitment', 'kpi_met']),
    'learning.gold': tier_facts(['kpi_met']),
  };

  const reads = {
    link_mcid: ['relation', 'person.partner_center_account', 'person.certification_profile', 'person.associations'],
    unlink_mcid: ['relation', 'person.partner_center_account', 'person.associations'],
    connect_partner_university: ['relation', 'person.partner_center_account'],
    remove_partner_university: ['relation', 'person.partner_center_account', 'person.partner_university'],
    pass_assessment: [],
    view_competency_status: ['roles'],
    download_skills_report: ['roles'],
    delete_user_account: ['roles', 'person.left_on'],
    remove_from_skills_report: ['roles', 'person.account_deleted_on', 'person.still_in_skills_report'],
    resend_sign_in: ['relation', 'sign_in.issued', 'sign_in.email_verified'],
    verify_sign_in_email: ['relation'],
    reenroll_membership: ['membership.pmc_expires'],
    add_user: ['roles'],
    add_users_from_pmc: ['roles'],
    sign_in_with_temporary_password: ['sign_in.issued'],
    check_team_status: [],
    enroll_learning_action_pack: ['roles', 'learning.mct_count'],
    enroll_silver_learning_option: ['roles', 'learning.silver'],
    enroll_gold_learning_option: ['roles', 'learning.gold'],
    upgrade_silver_to_gold: ['roles', 'learning.gold', 'learning.enrolled'],
    deliver_training: ['learning.mct_count', 'learning.enrolled'],
    buy_courseware: ['roles', 'learning.enrolled', 'learning.action_pack'],
    extend_competency: ['roles'],
    view_kpi: ['roles'],
    publish_invoice: [],
    renew_learning_option: ['learning.mct_count', 'learning.silver', 'learning.gold'],
    report_kpi_discrepancy: ['roles'],
    request_directory_listing: ['learning.enrolled'],
    read_limit_message: ['person.next_association_date'],
    stop_using_pmc: ['membership.pmc_expires'],
    submit_business_plan: [],
    count_kpi: [],
    get_support: ['person.next_association_date'],
  };
  const good_relation = { resend_sign_in: 'admin', verify_sign_in_email: 'admin' };
  const good_roles = {
    view_competency_status: ['global_admin', 'mpn_partner_admin'],
    download_skills_report: ['global_admin', 'mpn_partner_admin'],
    delete_user_account: ['global_admin'],
    remove_from_skills_report: ['global_admin'],
    add_user: ['global_admin', 'account_admin', 'user_management_admin'],
    add_users_from_pmc: ['global_admin', 'account_admin', 'user_management_admin'],
  };

  // ---- the request

  const request = {};
  const which = random();
  let ruleset = '2021-04-27';
  if (which < 0.35) {
    /* the default, left out */
  } else if (which < 0.65) request.ruleset = ruleset;
  else request.ruleset = ruleset = pick(['2018-08-31', '2021-03-11', '2023-10-23', '2023-10-23']);

  request.today = today;
  const type = chance(0.2) ? 'link_mcid' : pick(actions);
  const action = (request.action = { type });

  function on_day() {
    if (chance(0.35)) return;
    action.on = chance(0.2) ? past(near(pick(['2022-05-31', '2021-12-31', '2020-02-29']))) : before();
  }

  switch (type) {
    case 'link_mcid':
      action.organization = spelled(organization);
      break;
    case 'unlink_mcid':
      if (chance(0.6)) action.organization = spelled(organization);
      break;
    case 'connect_partner_university':
    case 'remove_partner_university':
    case 'pass_assessment':
    case 'check_team_status':
    case 'reenroll_membership':
    case 'add_user':
    case 'add_users_from_pmc':
    case 'publish_invoice':
      on_day();
      break;
    case 'deliver_training':
      put(action, 'audience', () => (chance(0.25) ? 'internal' : 'external'));
      break;
    case 'extend_competency':
      put(action, 'competency', () =>
        good()
          ? spelled(pick(['Cloud Platform', 'Data Analytics', 'Cloud Business', 'DevOps', 'Säkerhet', '雲端平台']))
          : spelled('Cloud Business Applications'),
      );
      put(action, 'anniversary', () =>
        chance(0.6) ? near(pick(['2021-01-01', '2021-06-30', '2021-03-15'])) : around(),
      );
      break;
    case 'renew_learning_option':
      put(action, 'tier', () => pick(['action_pack', 'silver', 'gold']));
      put(action, 'anniversary', () => (chance(0.4) ? inside(plus(today, -whole(0, 32))) : around()));
      break;
    case 'get_support':
      action.problem = pick([
        'linking',
        'limit',
        'limit',
        'two_profiles',
        'sign_in_information',
        'password',
        'skills_report',
        'kpi',
        'directory',
        'courseware',
      ]);
      break;
    case 'report_kpi_discrepancy': {
      const [year, month] = parts(chance(0.5) ? around() : plus(today, -whole(10, 60)));
      put(action, 'month', () => month);
      put(action, 'year', () => year);
      put(action, 'omlp_type', () => pick(['courseware', 'exam voucher', '課程']));
      put(action, 'purchase_unit', () => pick([0, 1, 10, 250]));
      put(action, 'invoice_number', () => pick(['INV-1', '2021/000017']));
      put(action, 'kpi_value', () => pick([0, 1, 10, 12.5]));
      put(action, 'revenue_value', () => pick([0, 100, 99.95, 1000000]));
      put(action, 'evidence', () => (good() ? 'invoice' : pick(['order_confirmation', 'partner_report'])));
      break;
    }
    case 'request_directory_listing':
      put(action, 'name', () => pick(['Partner X', 'Örn AB']));
      put(action, 'country', () => pick(['SE', 'TW', 'NL', 'US']));
      put(action, 'url', () =>
        good()
          ? pick([
              'https://partner-x.example/microsoft',
              'http://www.partner-x.example',
              'https://learn.partner.example/ms?lang=sv#top',
            ])
          : pick([
              'partner-x.example',
              'ftp://partner-x.example/microsoft',
              'https://',
              'a page',
              'https://localhost/microsoft',
            ]),
      );
      put(action, 'page', () => {
        const page = {};
        for (const name of ['partner_owned', 'microsoft_specific', 'only_this_partner', 'no_competitors'])
          put(page, name, boolean);
        return page;
      });
      break;
    default:
  }

  const facts = {};
  function add_fact(path) {
    const [group, name] = path.split('.');
    facts[group] ??= {};
    facts[group][name] = makers[path]();
  }
  const actor = {};
  const wanted = [...reads[type]];
  if (type === 'request_directory_listing' && ruleset === '2023-10-23') wanted.push('learning.designations');
  for (const path of wanted) {
    if (path === 'relation')
      put(actor, 'relation', () => (good() ? (good_relation[type] ?? 'owner') : pick(['owner', 'admin', 'other'])));
    else if (path === 'roles') {
      put(actor, 'roles', () => {
        const held = good() ? [pick(good_roles[type] ?? ['mpn_partner_admin', 'account_admin'])] : [];
        for (const role of all_roles) if (!held.includes(role) && chance(0.12)) held.push(role);
        return chance(0.5) ? held : held.reverse();
      });
    } else if (given()) add_fact(path);
  }
  if ((type === 'link_mcid' || type === 'unlink_mcid') && chance(0.2)) add_fact('person.next_association_date');

  // Now and then something that the action does not read.
  if (chance(0.1)) {
    const path = pick(Object.keys(makers));
    if (!wanted.includes(path) && path !== 'person.next_association_date') add_fact(path);
  }
  if (chance(0.1)) actor.relation ??= pick(['owner', 'admin', 'other']);
  if (chance(0.1)) actor.roles ??= [pick(all_roles)];
  if (chance(0.1) && mood.absent > 0) delete actor.roles;

  if (Object.keys(actor).length > 0 || chance(0.3)) request.actor = actor;
  if (Object.keys(facts).length > 0 || chance(0.7)) request.facts = facts;
  return request;
}
