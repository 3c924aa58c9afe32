// What every contestant is asked: the example of the contract, and a mix of random questions of the same kind.
import { random, randomRequest } from '../../oracle/random.mjs';

export const example = {
  ruleset: '2021-04-27',
  today: '2021-05-20',
  action: { type: 'link_mcid', organization: 'Fabrikam' },
  actor: { relation: 'owner', roles: [] },
  facts: {
    person: {
      partner_center_account: { organization: 'Fabrikam', kind: 'work' },
      certification_profile: { active_certifications: 1 },
      associations: [{ organization: 'Contoso', started: '2021-05-01' }],
    },
  },
};

/** Questions about a link, by the default ruleset. */
export function randomRequests(count, seed) {
  const next = random(seed);
  const requests = [];
  while (requests.length < count) {
    const request = randomRequest(next);
    if (request.action.type === 'link_mcid') {
      requests.push({ ...request, ruleset: '2021-04-27' });
    }
  }
  return requests;
}
