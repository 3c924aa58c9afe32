// The people of a table of links and of a table of skills, brought together, with the columns as they are recognised.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadRoster, recogniseTable, skillColumns, tableForm } from 'partnercheck/roster';
import { linkQuestion } from './link-question.mjs';

const encoder = new TextEncoder();
const links = [
  'MCID;Namn;E-post;Företag;Länkad fr.o.m.',
  '990012345;Anna Berg;anna@contoso.com;Fabrikam;2021-05-01',
  '990012352;Bo Dahl;bo@contoso.com;;',
  '990012366;Dora Ek;dora@contoso.com;;',
].join('\r\n');
const report = [
  'MCID,Name,E-mail,Associated to PMC,Associated to PC,Skill,Skill Expiration Date',
  '0990012345,Anna Berg,,No,Yes,Azure Administrator,2021-08-31',
  '0990012345,Anna Berg,,No,Yes,Power Platform,2021-01-31',
  '990099999,Bo Dahl,BO@contoso.com,No,Yes,Azure Administrator,',
  '990012380,Dora Ek,,No,Yes,Azure Administrator,',
].join('\r\n');

/** Started with what the table shows of itself. */
function read(roster, text, start) {
  const bytes = encoder.encode(text);
  const sniffed = roster.sniff(bytes, true);
  const { kind, columns, hasHeader, name } = recogniseTable(sniffed);
  const found = kind === 'associations' ? columns : skillColumns({ kind, columns });
  const { table, ...started } = start({ form: tableForm(sniffed, hasHeader), columns: { ...found, name } });
  assert.deepEqual(started, { type: 'success' });
  assert.equal(table.feed(bytes).type, 'success');
  return table;
}
const readLinks = (roster) => read(roster, links, (how) => roster.start({ ...linkQuestion, ...how }));
const readSkills = (roster) => read(roster, report, (how) => roster.startSkills({ today: linkQuestion.today, ...how }));

test('by the number, else by the address, never by the name alone', async () => {
  const roster = await loadRoster();
  const [ofLinks, ofSkills] = [readLinks(roster), readSkills(roster)];
  assert.equal(ofLinks.finish().type, 'success');
  assert.equal(roster.bringTogether(ofLinks, ofSkills).errors[0].code, 'roster.out_of_order');
  assert.equal(ofSkills.finish().type, 'success');

  const { both, ...brought } = roster.bringTogether(ofLinks, ofSkills);
  assert.deepEqual(brought, { type: 'success', totals: { both: 2, by_email: 1, links: 1, skills: 1, unknown: 0 } });
  assert.equal(both.view({}).people, 4);
  const { rows } = both.rows(0, 10);
  assert.deepEqual(
    rows.map(({ in: tables, by, link, skill }) => [tables, by, link?.person, skill?.person]),
    [
      ['both', 'number', '990012345', '0990012345'],
      ['both', 'email', '990012352', '990099999'],
      ['links', undefined, '990012366', undefined],
      ['skills', undefined, undefined, '990012380'],
    ],
  );
  const [{ link, skill }] = rows;
  assert.deepEqual([link.until, link.email], ['2021-05-31', 'anna@contoso.com']);
  assert.deepEqual([skill.skills, skill.counted, skill.next_end], [2, 1, '2021-09-01']);
  assert.deepEqual(both.rows(1, 1).rows, [rows[1]]);
  assert.equal(both.view({ in: 'links' }).people, 1);
  assert.equal(both.view({ text: 'dora' }).people, 2);
  assert.equal(both.view({ in: 'nowhere' }).errors[0].code, 'value.unknown_name');

  // Each table is still there for whom it was given to.
  assert.equal(ofLinks.view({}).people, 3);
  assert.equal(ofLinks.rows(0, 1).rows[0].person, '990012345');
  assert.equal(ofSkills.view({ text: 'bo@' }).people, 1);
  assert.equal(ofSkills.progress.rows, 4);
});

test('a table that is read anew takes what was brought together along', async () => {
  const roster = await loadRoster();
  const first = readLinks(roster);
  first.finish();
  const skills = readSkills(roster);
  skills.finish();
  const { both } = roster.bringTogether(first, skills);
  const second = readLinks(roster);
  second.finish();
  const stale = (answer) => assert.equal(answer.errors?.[0].code, 'roster.stale');
  [first.view({}), both.view({}), both.rows(0, 1), roster.bringTogether(first, skills)].forEach(stale);

  const { both: anew, totals } = roster.bringTogether(second, skills);
  assert.equal(totals.both, 2);
  stale(both.view({}));
  readSkills(roster);
  [anew.view({}), anew.rows(0, 1), roster.bringTogether(second, skills)].forEach(stale);
});

test('a table of another roster, or none, is not brought together', async () => {
  const [roster, other] = await Promise.all([loadRoster(), loadRoster()]);
  const [links, skills] = [readLinks(roster), readSkills(roster)];
  const theirs = readLinks(other);
  for (const table of [links, skills, theirs]) {
    table.finish();
  }
  for (const [one, another] of [
    [theirs, skills],
    [skills, links],
    [links, undefined],
    [undefined, undefined],
  ]) {
    assert.equal(roster.bringTogether(one, another).errors?.[0].code, 'roster.stale');
  }
  assert.equal(roster.bringTogether(links, skills).type, 'success');
});
