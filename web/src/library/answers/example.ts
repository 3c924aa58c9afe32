// Worked examples: requests that fill the form. The only place where the page names an action.

export interface Example {
  action: string;
  request: object;
}

export const firstAction = 'link_mcid';

export const examples: readonly Example[] = [
  {
    action: 'link_mcid',
    request: {
      today: '2021-05-20',
      action: { organization: 'Fabrikam' },
      actor: { relation: 'owner' },
      facts: {
        person: {
          partner_center_account: { organization: 'Fabrikam', kind: 'work' },
          certification_profile: { active_certifications: 1 },
          associations: [{ organization: 'Contoso', started: '2021-05-01' }],
        },
      },
    },
  },
];
