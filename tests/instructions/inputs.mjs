// What the counted work is given: the same bytes whatever else of the project changes.
import { random } from '../oracle/random.mjs';
import { columns, question, today } from '../bench/roster/question.mjs';

const organizations = ['Contoso', 'Fabrikam', 'Northwind Traders', 'School of Fine Art'];
const longestAgo = 900;
const dayOf = (ago) => new Date(Date.parse(today) - ago * 86_400_000).toISOString().slice(0, 10);

/** The starts and ends of a person's links: each ends when the next begins, the last may stand. */
function linksOf(next, count) {
  const started = Array.from({ length: count }, () => Math.floor(next() * longestAgo)).sort((a, b) => b - a);
  return started.map((ago, index) => ({
    organization: organizations[Math.floor(next() * organizations.length)],
    started: dayOf(ago),
    ended: index + 1 < count ? dayOf(started[index + 1]) : next() < 0.25 ? dayOf(0) : undefined,
  }));
}

/** Requests, one a line, whether somebody may be linked: of each fact it may be unknown. */
export function requests(count) {
  const next = random(13);
  const maybe = (value) => (next() < 0.8 ? value : undefined);
  const one = () =>
    JSON.stringify({
      ...question,
      actor: maybe({ relation: next() < 0.8 ? 'owner' : 'admin', roles: [] }),
      facts: {
        person: {
          partner_center_account: maybe({ organization: 'Fabrikam', kind: next() < 0.8 ? 'work' : 'personal' }),
          certification_profile: maybe({ active_certifications: Math.floor(next() * 3) }),
          associations: maybe(linksOf(next, Math.floor(next() * 5))),
        },
      },
    });
  return Array.from({ length: count }, () => `${one()}\n`).join('');
}

export const tableRequest = JSON.stringify({ ...question, columns });

/** A table of so many links; one organization in four is quoted. */
export function table(rows) {
  const next = random(1);
  const lines = ['MCID,Organization,Started,Ended\r\n'];
  for (let person = 990_000_000; lines.length <= rows; person += 1 + Math.floor(next() * 40)) {
    for (const { organization, started, ended } of linksOf(next, 1 + Math.floor(next() * 4))) {
      const cell = next() < 0.25 ? `"${organization}, Learning"` : organization;
      lines.push(`${person},${cell},${started},${ended ?? ''}\r\n`);
    }
  }
  return lines.slice(0, rows + 1).join('');
}
