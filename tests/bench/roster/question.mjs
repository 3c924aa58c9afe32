// The question of all bulk runs: who may be linked on this day?
export const today = '2021-05-20';
export const question = {
  today,
  action: { type: 'link_mcid', organization: 'Fabrikam' },
  actor: { relation: 'owner', roles: [] },
  facts: {
    person: {
      partner_center_account: { organization: 'Fabrikam', kind: 'work' },
      certification_profile: { active_certifications: 1 },
    },
  },
};
export const columns = { person: 0, organization: 1, started: 2, ended: 3 };
