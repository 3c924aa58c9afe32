// What projects/roster.mjs has to say of its table: worked out by hand from the rules, not by a build.
const outcome = (person, status, links, others) => ({ person, status, links, ...others });
const fault = (code, line, value) => ({
  code,
  path: '',
  message: `error.${code}`,
  help: `error.${code}.help`,
  details: { value, first: '1990-01-01', last: '2199-12-31' },
  line,
  column: 11,
});

const linking = [
  { who: 'owner', step: 'sign_in_with_work_account', details: { organization: 'Fabrikam' } },
  { who: 'owner', step: 'associate_learning_account' },
  { who: 'owner', step: 'same_credentials_option' },
];
const group = (status, turn, people, steps, others) => ({ status, turn, people, steps, missing: [], ...others });

export const decided = {
  totals: {
    ruleset: '2021-04-27',
    today: '2021-05-20',
    rows: 7,
    people: 5,
    statuses: { denied: 0, needs_info: 0, deferred: 2, allowed: 1, not_decided: 2 },
    reasons: { 'association.cool_off.not_met': 1, 'association.yearly_limit.not_met': 1 },
    days: { '2021-05-31': 1, '2022-01-01': 1 },
    earliest: { '2021-05-31': 1, '2022-01-01': 1 },
    faults: { 'cell.date_ambiguous': 1, 'cell.date_shape': 1 },
    groups: [
      group('deferred', 'nobody', 1, linking, { reason: 'association.cool_off.not_met' }),
      group('deferred', 'nobody', 1, linking, { reason: 'association.yearly_limit.not_met' }),
      group('allowed', 'owner', 1, linking),
      group('not_decided', 'keeper', 2, []),
    ],
  },
  faults: [fault('cell.date_ambiguous', 4, '01/02/2021'), fault('cell.date_shape', 8, 'soon')],
  rows: [
    // 30 days after 1 May.
    outcome('1', 'deferred', 1, {
      until: '2021-05-31',
      earliest: '2021-05-31',
      latest: '2021-05-31',
      reason: 'association.cool_off.not_met',
      last_started: '2021-05-01',
      organization: 'Contoso, Ltd',
    }),
    // Long ago, and ended: linked to nobody.
    outcome('2', 'allowed', 1, { last_started: '2021-01-10' }),
    outcome('3', 'not_decided', 0),
    // Three this year, the first on 1 January: the calendar year and the last 12 months end on the same day.
    outcome('4', 'deferred', 3, {
      until: '2022-01-01',
      earliest: '2022-01-01',
      latest: '2022-01-01',
      reason: 'association.yearly_limit.not_met',
      last_started: '2021-04-10',
      organization: 'Adventure Works',
    }),
    outcome('5', 'not_decided', 0),
  ],
};
