// Tables as offices have them: each is read as the clean table of the same people, and what nobody can know is asked.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dayOrderShown, loadRoster, recogniseTable, skillColumns, tableForm } from 'partnercheck/roster';

const folder = new URL('../office/', import.meta.url);
const roster = await loadRoster();
const files = JSON.parse(readFileSync(new URL('files.json', folder), 'utf8'));
const days = ['started', 'ended', 'next_association_date', 'expires'];

/** As a host does it: whole, in pieces; what the core cannot read is decoded and said. */
function look(name) {
  let bytes = new Uint8Array(readFileSync(new URL(name, folder)));
  const whole = (known) => {
    const { sniffing } = roster.startSniffing(known);
    for (let at = 0; at < bytes.length; at += 1000) {
      sniffing.feed(bytes.subarray(at, at + 1000));
    }
    return sniffing.finish();
  };
  let sniffed = whole();
  assert.equal(sniffed.valid, true);
  const { encoding } = sniffed;
  if (encoding === 'big5') {
    bytes = new TextEncoder().encode(new TextDecoder('big5', { fatal: true }).decode(bytes));
    sniffed = whole({ encoding: 'utf-8' });
  }
  const table = recogniseTable(sniffed);
  const skills = skillColumns(table);
  const columns = skills ?? table.columns;
  const shown = dayOrderShown(
    sniffed,
    days.map((column) => columns[column]).filter((place) => place !== undefined),
  );
  return { bytes, encoding, sniffed, table, subject: skills === undefined ? 'links' : 'skills', columns, shown };
}

function decided({ bytes, sniffed, table, subject, columns, shown }, dayOrder = shown.order) {
  const form = tableForm(sniffed, table.hasHeader, { dayOrder, rowsAbove: table.rowsAbove });
  if (subject === 'skills') {
    const { table: report } = roster.startSkills({ today: '2021-05-20', form, columns });
    report.feed(bytes);
    const { totals, skills, faults, left_out: leftOut = [] } = report.finish();
    return { answer: { people: totals.people, skills }, faults, leftOut };
  }
  const request = {
    today: '2021-05-20',
    action: { type: 'link_mcid', organization: 'Fabrikam' },
    actor: { relation: 'owner', roles: [] },
    facts: {
      person: {
        partner_center_account: { organization: 'Fabrikam', kind: 'work' },
        certification_profile: { active_certifications: 1 },
      },
    },
    form,
    columns,
  };
  const { table: links } = roster.start(request);
  links.feed(bytes);
  const { totals, faults, left_out: leftOut = [] } = links.finish();
  const turns = new Map();
  for (const [group, { turn, people: some }] of totals.groups.entries()) {
    links.view({ group });
    links.rows(0, some).rows.forEach(({ person }) => turns.set(person, turn));
  }
  const { people } = links.view({});
  const { rows } = links.rows(0, people);
  const answer = rows.map(({ person: _, email: __, ...row }) => row);
  return { answer, faults, leftOut, whoDoesWhat: rows.map((row) => ({ ...row, who: turns.get(row.person) })) };
}

/**
 * Worked out by hand from the clean tables, with the 30 days from the latest start and three starts a year, by the calendar and
 * in twelve months: of people by the end of their MCID, what somebody has to wait or look for. Everybody else links today.
 */
const byHand = JSON.parse(readFileSync(new URL('who-does-what.json', folder), 'utf8'));
const mcids = (name) => [
  ...new Set([...readFileSync(new URL(name, folder), 'utf8').matchAll(/^990012(\d+),/gm)].map(([, end]) => end)),
];

assert.equal(files.length, 20);

for (const file of files) {
  test(`${file.file} is read as ${file.like}`, () => {
    const found = look(file.file);
    const { sniffed, table, shown } = found;
    assert.deepEqual(
      {
        subject: found.subject,
        encoding: found.encoding,
        delimiter: sniffed.delimiter,
        columns: found.columns,
        rowsAbove: table.rowsAbove,
        hasHeader: table.hasHeader,
        name: table.name,
        order: shown.order,
        unsure: Object.entries(table.guesses)
          .filter(([, { sure }]) => !sure)
          .map(([column]) => column)
          .sort(),
      },
      {
        subject: file.subject,
        encoding: file.encoding,
        delimiter: file.delimiter,
        columns: file.columns,
        rowsAbove: file.rows_above ?? 0,
        hasHeader: file.has_header ?? true,
        name: file.name,
        order: file.day_order,
        unsure: (file.unsure ?? []).sort(),
      },
    );
    if (file.day_order !== undefined) {
      assert.match(shown.proofs[0].value, /\d/);
      assert.ok(shown.proofs[0].line > table.rowsAbove);
    }
    assert.equal(shown.either !== undefined && shown.order === undefined, file.asks === 'order');
    const { answer, faults, leftOut } = decided(found, shown.order ?? file.told);
    assert.deepEqual(faults, []);
    assert.equal(leftOut.length, file.left_out ?? 0);
    assert.deepEqual(answer, decided(look(file.like)).answer);
  });
}

const links = files.filter(({ subject }) => subject === 'links');
assert.ok(links.length >= 10);

for (const file of links) {
  test(`${file.file}: who does what next is what was worked out by hand`, () => {
    const found = look(file.file);
    const { whoDoesWhat } = decided(found, found.shown.order ?? file.told);
    const people = mcids(file.like);
    assert.equal(people.length, 30);
    assert.deepEqual(
      whoDoesWhat.map(({ who, status, earliest, until, latest }) =>
        status === 'deferred'
          ? { who, status, earliest, until }
          : { who, status, ...(latest && { latest }), ...(earliest && { earliest }) },
      ),
      people.map((person) => byHand[file.like][person] ?? { who: 'owner', status: 'allowed' }),
    );
  });
}
