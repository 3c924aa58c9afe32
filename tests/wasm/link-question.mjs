// Whether everybody of a table may be linked: what is asked of all of them.
export const linkQuestion = {
  today: '2021-05-20',
  action: { type: 'link_mcid', organization: 'Contoso' },
  actor: { relation: 'owner', roles: [] },
  facts: {
    person: {
      partner_center_account: { organization: 'Contoso', kind: 'work' },
      certification_profile: { active_certifications: 1 },
    },
  },
};
