// The rules as peers are told them. A rule is met unless one of its rows holds; of one rule at most one row does.
// The facts are those of plain.mjs.
export const rows = [
  ['association.owner', 'unknown', [['relation', '==', 'unknown']]],
  [
    'association.owner',
    'not_met',
    [
      ['relation', '!=', 'unknown'],
      ['relation', '!=', 'owner'],
    ],
  ],
  ['association.partner_center_account', 'unknown', [['account', '==', 'unknown']]],
  ['association.partner_center_account', 'not_met', [['account', '==', 'none']]],
  ['association.work_account', 'unknown', [['kind', '==', 'unknown']]],
  ['association.work_account', 'not_met', [['kind', '==', 'personal']]],
  ['association.work_account', 'not_applicable', [['account', '==', 'none']]],
  ['association.account_organization', 'unknown', [['account_of', '==', 'unknown']]],
  ['association.account_organization', 'not_met', [['account_of', '==', 'other']]],
  ['association.account_organization', 'not_applicable', [['account', '==', 'none']]],
  ['association.active_certification', 'unknown', [['certifications', '==', -1]]],
  ['association.active_certification', 'not_met', [['certifications', '==', 0]]],
  ['association.profile_date', 'not_applicable', [['profile', '==', 'unknown']]],
  [
    'association.profile_date',
    'not_met',
    [
      ['profile', '==', 'day'],
      ['days_to_profile_date', '>', 0],
    ],
  ],
  ['association.cool_off', 'not_applicable', [['profile', '!=', 'unknown']]],
  [
    'association.cool_off',
    'unknown',
    [
      ['profile', '==', 'unknown'],
      ['starts', '==', 'unknown'],
    ],
  ],
  [
    'association.cool_off',
    'not_met',
    [
      ['profile', '==', 'unknown'],
      ['starts', '==', 'known'],
      ['days_since_start', '<', 30],
    ],
  ],
  ['association.yearly_limit', 'not_applicable', [['profile', '!=', 'unknown']]],
  [
    'association.yearly_limit',
    'unknown',
    [
      ['profile', '==', 'unknown'],
      ['starts_of_year', '==', 'unknown'],
    ],
  ],
  [
    'association.yearly_limit',
    'unknown',
    [
      ['profile', '==', 'unknown'],
      ['starts_of_year', '==', 'known'],
      ['in_calendar_year', '>=', 3],
      ['in_12_months', '<', 3],
    ],
  ],
  [
    'association.yearly_limit',
    'unknown',
    [
      ['profile', '==', 'unknown'],
      ['starts_of_year', '==', 'known'],
      ['in_calendar_year', '<', 3],
      ['in_12_months', '>=', 3],
    ],
  ],
  [
    'association.yearly_limit',
    'not_met',
    [
      ['profile', '==', 'unknown'],
      ['starts_of_year', '==', 'known'],
      ['in_calendar_year', '>=', 3],
      ['in_12_months', '>=', 3],
    ],
  ],
];

export const rules = [
  'association.owner',
  'association.any_role',
  'association.partner_center_account',
  'association.work_account',
  'association.account_organization',
  'association.active_certification',
  'association.one_organization',
  'association.profile_date',
  'association.cool_off',
  'association.yearly_limit',
];

/** The rows of each rule as one text of nested choices, for languages that have `a ? b : c`. */
export function choices(condition) {
  return rules.map((rule) => {
    const text = rows
      .filter(([of]) => of === rule)
      .map(([, outcome, all]) => `${all.map(condition).join(' && ')} ? "${outcome}" : `)
      .join('');
    return [rule, `${text}"met"`];
  });
}
