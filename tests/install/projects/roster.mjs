// A table that comes in small pieces, cut wherever it happens, also within a letter.
const text = `\ufeffMCID,Organization,Started,Ended
1,"Contoso, Ltd",2021-05-01,
2,Nordväst 西北,2021-01-10,2021-02-01
3,Contoso,01/02/2021,
4,Contoso,2021-01-01,2021-01-05
4,"Tailwind ""Toys""",2021-02-10,
4,Adventure Works,2021-04-10,
5,Contoso,soon,
`.replaceAll('\n', '\r\n');

export function decideRoster(roster) {
  const started = roster.start({
    today: '2021-05-20',
    action: { type: 'link_mcid', organization: 'Fabrikam' },
    actor: { relation: 'owner' },
    facts: {
      person: {
        partner_center_account: { organization: 'Fabrikam', kind: 'work' },
        certification_profile: { active_certifications: 1 },
      },
    },
    columns: { person: 0, organization: 1, started: 2, ended: 3 },
  });
  if (started.type === 'failure') {
    return started;
  }
  const { table } = started;
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += 5) {
    table.feed(bytes.subarray(at, at + 5));
  }
  const { totals, faults } = table.finish();
  table.view({ sort: 'person' });
  return { totals, faults, rows: table.rows(0, 10).rows };
}
