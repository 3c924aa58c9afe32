// The roster says of every person what `check` says of the same facts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'partnercheck';
import { loadRoster, loadRosterWords, mergeTotals, noDay, sampleTable, statuses } from 'partnercheck/roster';
import { locales } from 'partnercheck/text';
import { random } from '../oracle/random.mjs';
import { linkQuestion } from './link-question.mjs';

const rules = await load();
const roster = await loadRoster();
const encoder = new TextEncoder();
const names = [
  'person',
  'organization',
  'started',
  'ended',
  'next_association_date',
  'active_certifications',
  'account_organization',
  'account_kind',
];
const everyColumn = Object.fromEntries(names.map((name, index) => [name, index]));
const question = (more = {}) => ({
  ...linkQuestion,
  columns: everyColumn,
  ...more,
});

/** The table that was read, beside its totals and faults. */
function run(request, text, chunk = 1 << 20) {
  const started = roster.start(request);
  assert.equal(started.type, 'success', JSON.stringify(started));
  const { table } = started;
  const bytes = typeof text === 'string' ? encoder.encode(text) : text;
  for (let at = 0; at < bytes.length; at += chunk) {
    table.feed(bytes.subarray(at, at + chunk));
  }
  const answer = table.finish();
  assert.equal(answer.type, 'success');
  return { ...answer, table };
}

function rowsOf(table) {
  assert.equal(table.view({}).type, 'success');
  return table.rows(0, 10_000_000).rows;
}

/** The finding that makes the status what it is. */
function reasonOf({ status, until, findings }) {
  const decides = {
    denied: (finding) => finding.outcome === 'not_met' && finding.until === undefined,
    needs_info: (finding) => finding.outcome === 'unknown',
    deferred: (finding) => finding.until === until || finding.latest === until,
    allowed: () => false,
  };
  return findings.find(decides[status])?.message;
}

const plus = (day, days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const cell = (value) =>
  value === undefined ? '' : /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : String(value);

/** People with what the table says of them, and as the facts of a request. */
function randomPeople(next, today, count) {
  const chance = (p) => next() < p;
  const pick = (list) => list[Math.floor(next() * list.length)];
  const near = () => plus(today, -Math.floor(next() * pick([3, 35, 130, 400, 900])));
  return Array.from({ length: count }, (_, index) => {
    const links = Array.from({ length: pick([0, 1, 1, 2, 3, 3, 4, 6]) }, () => {
      const started = chance(0.9) ? near() : undefined;
      const ended = chance(0.5) ? plus(started ?? near(), Math.floor(next() * 40)) : undefined;
      return {
        organization: pick(['Fabrikam', 'Contoso', 'Näring & "Lära", AB', '=1+1']),
        started,
        ended: ended > today ? today : ended,
      };
    }).filter(({ started, ended }) => started === undefined || ended === undefined || ended >= started);
    return {
      name: `p${index}`,
      links,
      shown: chance(0.8) ? undefined : chance(0.2) ? null : plus(today, Math.floor(next() * 80) - 40),
      certifications: chance(0.8) ? undefined : pick([0, 1, 7]),
      accountOf: chance(0.8) ? undefined : pick(['Contoso', 'CONTOSO', 'Fabrikam']),
      accountIs: chance(0.8) ? undefined : pick(['work', 'personal', 'none']),
    };
  });
}

function tableOf(people, next) {
  const lines = [];
  for (const { name, links, shown, certifications, accountOf, accountIs } of people) {
    const traits = [shown === null ? 'none' : shown, certifications, accountOf, accountIs];
    const rows = links.length > 0 ? links : [{}];
    rows.forEach(({ organization, started, ended }, index) => {
      lines.push(
        [name, organization, started, ended, ...(index === 0 || next() < 0.5 ? traits : [])].map(cell).join(','),
      );
    });
  }
  // Whatever the order of the rows.
  for (let i = lines.length - 1; i > 0; --i) {
    const j = Math.floor(next() * (i + 1));
    [lines[i], lines[j]] = [lines[j], lines[i]];
  }
  return `${names.join(',')}\n${lines.join('\n')}\n`;
}

function requestOf(person, { columns: _columns, ...request }) {
  const facts = structuredClone(request.facts ?? {});
  facts.person ??= {};
  // A row that names an organization alone says where somebody is linked now.
  facts.person.associations = person.links.map((link) =>
    JSON.parse(JSON.stringify({ ...link, ended: link.ended ?? (link.started === undefined ? null : undefined) })),
  );
  if (person.shown !== undefined) {
    facts.person.next_association_date = person.shown;
  }
  if (person.certifications !== undefined) {
    facts.person.certification_profile = {
      ...facts.person.certification_profile,
      active_certifications: person.certifications,
    };
  }
  if (person.accountIs === 'none') {
    facts.person.partner_center_account = null;
  } else if (person.accountOf !== undefined || person.accountIs !== undefined) {
    facts.person.partner_center_account = {
      ...facts.person.partner_center_account,
      ...(person.accountOf === undefined ? {} : { organization: person.accountOf }),
      ...(person.accountIs === undefined ? {} : { kind: person.accountIs }),
    };
  }
  return { ...request, facts };
}

test('every person of random tables is decided as check decides', () => {
  const next = random(20_211_120);
  const houses = [
    { id: 'calendar', parameters: { 'association.year': { value: 'calendar', source: 'a house' } } },
    {
      id: 'rolling',
      parameters: {
        'association.year': { value: 'rolling_12_months', source: 'a house' },
        'association.per_year': { value: 5, source: 'a house' },
      },
    },
    {
      id: 'short',
      parameters: {
        'association.cool_off_days': { value: 3, source: 'a house' },
        'association.window_months': { value: 1, source: 'a house' },
        'association.per_year': { value: 1, source: 'a house' },
      },
    },
    { id: 'no_limit', rules: { 'association.yearly_limit': { in_force: false, source: 'a house' } } },
  ].map((house) => ({ based_on: '2021-04-27', parameters: {}, rules: {}, ...house }));
  for (const house of houses) {
    for (const core of [rules, roster]) {
      const answer = core.loadRuleset(house);
      assert.equal(answer.type, 'success', JSON.stringify(answer));
    }
  }
  const seen = new Set();
  for (let round = 0; round < 60; ++round) {
    const today = plus('2019-12-25', Math.floor(next() * 800));
    const ruleset = [
      '2021-04-27',
      '2021-04-27',
      '2021-03-11',
      '2018-08-31',
      '2023-10-23',
      ...houses.map(({ id }) => id),
    ][round % 9];
    const facts = [question().facts, {}, { person: { partner_center_account: null } }][round % 3];
    const request = question({
      today,
      ruleset,
      facts,
      actor: round % 10 === 0 ? { relation: 'admin' } : question().actor,
    });
    const people = randomPeople(next, today, 150);
    const { table } = run(request, tableOf(people, next), 1 + Math.floor(next() * 5_000));
    const rows = new Map(rowsOf(table).map((row) => [row.person, row]));
    for (const person of people) {
      const row = rows.get(person.name);
      const asked = requestOf(person, request);
      const answer = rules.check(asked);
      if (answer.type === 'failure') {
        assert.deepEqual(
          [row.status, answer.errors.map(({ code }) => code)],
          ['not_decided', ['facts.contradict_open_links']],
          JSON.stringify(asked),
        );
        seen.add(row.status);
        continue;
      }
      const { decision } = answer;
      const said = (one, reason) => [one.status, one.until, one.earliest, one.latest, reason];
      assert.deepEqual(said(row, row.reason), said(decision, reasonOf(decision)), JSON.stringify(asked));
      seen.add(`${row.status} ${row.reason}`);
    }
  }
  for (const reason of [
    'deferred association.cool_off.not_met',
    'deferred association.yearly_limit.not_met',
    'deferred association.profile_date.not_met',
    'needs_info association.cool_off.unknown',
    'needs_info association.yearly_limit.unknown',
    'needs_info association.yearly_limit.not_stated',
    'needs_info association.yearly_limit.readings_differ',
    'deferred association.yearly_limit.readings_differ',
    'not_decided',
    'denied association.owner.not_met',
    'allowed undefined',
  ]) {
    assert.ok(seen.has(reason), `never ${reason}`);
  }
});

test('the request of one person out of the table is the one that was decided', () => {
  const next = random(5);
  const people = randomPeople(next, '2021-05-20', 300);
  const text = encoder.encode(tableOf(people, next));
  const rows = new Map(rowsOf(run(question(), text).table).map((row) => [row.person, row]));
  for (const { name } of people.slice(0, 40)) {
    const { table } = roster.start(question({ person: name }));
    table.feed(text);
    const { request } = table.finishPerson();
    const { decision } = rules.check(request);
    assert.deepEqual([decision.status, decision.until], [rows.get(name).status, rows.get(name).until], name);
  }
});

test('the first day for all is the one that plan finds', () => {
  const next = random(99);
  for (let round = 0; round < 20; ++round) {
    const people = Array.from({ length: 8 }, (_, index) => ({
      name: `p${index}`,
      links: [{ organization: 'Fabrikam', started: plus('2021-05-20', -Math.floor(next() * 60)) }],
    }));
    const { totals } = run(question(), tableOf(people, next));
    const { columns: _columns, action: _action, facts, ...rest } = question();
    const { plan } = rules.plan({
      ...rest,
      goal: {
        type: 'link_everybody',
        organization: 'Contoso',
        people: people.map((person) => ({
          name: person.name,
          person: requestOf(person, question({ facts })).facts.person,
        })),
      },
    });
    assert.equal(plan.on, totals.all_on);
  }
});

test('the people of a sample are numbered upwards, past a thousand million, too', () => {
  let [last, people] = [0, 0];
  for (const piece of sampleTable({ rows: 1_300_000, today: '2021-05-20' })) {
    for (const [, number] of piece.matchAll(/^(\d+),[^\n]*,\d{4}-\d\d-\d\d,(?:\d{4}-\d\d-\d\d)?\r\n/gm)) {
      assert.ok(Number(number) >= last, `${number} behind ${last}`);
      people += Number(number) > last ? 1 : 0;
      last = Number(number);
    }
  }
  assert.ok(last > 1_000_000_000, `${last}`);
  assert.ok(people > 500_000, `${people}`);
});

test('shards of a table add up to the table, and chunks of any size to the same bytes', () => {
  const text = encoder.encode([...sampleTable({ rows: 20_000, today: '2021-05-20' })].join(''));
  const request = question({ columns: { person: 0, organization: 1, started: 2, ended: 3 } });
  const { totals, table: whole } = run(request, text);
  const all = rowsOf(whole);
  const parts = [];
  const rows = [];
  for (let index = 0; index < 8; ++index) {
    const { totals: some, table } = run({ ...request, shard: { index, of: 8 } }, text, 777);
    parts.push(some);
    rows.push(...rowsOf(table));
  }
  assert.deepEqual(mergeTotals(parts), totals);
  const byPerson = (a, b) => (a.person < b.person ? -1 : 1);
  assert.deepEqual(rows.sort(byPerson), [...all].sort(byPerson));
});

test('marks show who stands in two tables', () => {
  const marksOf = (...people) => {
    const text = `MCID,Organization,Started,Ended\n${people.map((person) => `${person},,,\n`).join('')}`;
    return [...run(question(), text).table.marks()];
  };
  const [anna, bo] = marksOf('anna', 'bo', 'anna');
  const others = marksOf('bo', 'carl', 'anna');
  assert.deepEqual([others[0], others[2], others.length], [bo, anna, 3]);
  assert.ok(!others.slice(0, 1).includes(anna) && others[1] !== bo);
  assert.ok(others.every((mark) => Number.isSafeInteger(mark) && mark >= 0));
});

test('columns are decided as the table is', () => {
  const next = random(3);
  const perPerson = 4;
  const people = Array.from({ length: 70_000 }, () => Math.floor(next() * (perPerson + 1)));
  const today = Date.parse('2021-05-20') / 86_400_000;
  const starts = new Int32Array(people.length * perPerson).fill(noDay);
  people.forEach((links, person) => {
    for (let k = 0; k < links; ++k) {
      starts[person * perPerson + k] = today - Math.floor(next() * 450);
    }
  });
  const { columns: _columns, ...request } = question();
  const answer = roster.decideColumns(request, starts, perPerson);
  assert.equal(answer.type, 'success');
  const lines = people.flatMap((links, person) =>
    links === 0
      ? [`${person},,,`]
      : Array.from({ length: links }, (_, k) => `${person},A,${plus('1970-01-01', starts[person * perPerson + k])},`),
  );
  const columns = { person: 0, organization: 1, started: 2, ended: 3 };
  const { table } = run(question({ columns }), `h,h,h,h\n${lines.join('\n')}`);
  assert.deepEqual(answer.status, table.statuses());
  assert.deepEqual(answer.until, table.untils());
  assert.deepEqual(answer.earliest, table.earliests());
  assert.deepEqual(answer.latest, table.latests());
  assert.equal(new Set(answer.status).size, 3);
  assert.equal(statuses[answer.status[0]] !== undefined, true);

  starts[65_537 * perPerson] = today + 1;
  const refused = roster.decideColumns(request, starts, perPerson);
  assert.deepEqual(
    refused.errors.map(({ path, code }) => [path, code]),
    [[`/starts/${65_537 * perPerson}`, 'roster.start_impossible']],
  );
  assert.throws(() => roster.decideColumns(request, new Int32Array(7), 2), RangeError);
});

test('columns may be a part of more, or of nobody; a question that is refused is refused for nobody, too', () => {
  const { columns: _columns, ...request } = question();
  const days = [noDay, 18_000, 18_700, noDay, 18_760, 18_761];
  const whole = roster.decideColumns(request, Int32Array.from(days), 2);
  const more = Int32Array.from([1, ...days, 2]);
  assert.deepEqual(roster.decideColumns(request, more.subarray(1, 7), 2), whole);
  assert.equal(whole.status.length, 3);
  for (const perPerson of [0, 1, 2]) {
    const { type, status, until } = roster.decideColumns(request, new Int32Array(), perPerson);
    assert.deepEqual([type, status.length, until.length], ['success', 0, 0]);
  }
  const refused = roster.decideColumns({ ...request, today: 'never' }, new Int32Array(), 1);
  assert.deepEqual(
    refused.errors.map(({ path }) => path),
    ['/today'],
  );
  for (const [count, perPerson] of [
    [3, 2],
    [2, 0],
    [2, -1],
    [0, -1],
    [3, 1.5],
    [2, Number.NaN],
  ]) {
    assert.throws(() => roster.decideColumns(request, new Int32Array(count), perPerson), {
      name: 'RangeError',
      message: `${count} starts are not ${perPerson} for each person`,
    });
  }
  assert.throws(() => roster.decideColumns(request, [1], 1), { message: 'starts are an Int32Array' });
});

test('rows are written as CSV, those of the view by the block and those of the host cell by cell', () => {
  const columns = { person: 0, organization: 1, started: 2 };
  const { table } = run(question({ columns }), 'h,h,h\n=1,A,2021-05-01\n2,"B;c",\n');
  table.view({});
  const textOf = ({ bytes }) => new TextDecoder().decode(bytes);
  const request = { columns: ['person', 'status', 'organization'], header: ['Who', 'What', 'Where'] };
  const whole = table.csv(request, 0, 10);
  assert.equal(whole.rows, 2);
  assert.equal(textOf(whole), 'Who,What,Where\r\n\'=1,deferred,A\r\n2,needs_info,"B;c"\r\n');
  assert.equal(textOf(table.csv(request, 1, 10)), '2,needs_info,"B;c"\r\n');
  assert.equal(table.csv({ columns: ['people'] }, 0, 10).errors[0].path, '/columns/0');
  const rows = [
    ['=1', -1, undefined],
    ['a;b', 'half \ud800', ''],
  ];
  assert.equal(textOf(roster.csvOf(rows)), '\'=1,-1,\r\n"a;b",half \ufffd,\r\n');
  assert.equal(textOf(roster.csvOf(rows, { delimiter: '|', exact: true })), '=1|-1|\r\n"a;b"|half \ufffd|\r\n');
  assert.equal(roster.csvOf(rows).rows, 2);
  assert.equal(textOf(roster.csvOf(rows, { delimiter: '\x7f', exact: true })).split('\r\n')[0], '=1\x7f-1\x7f');
  for (const delimiter of ['；', '\x80', '', ',,']) {
    assert.throws(() => roster.csvOf(rows, { delimiter }), {
      name: 'RangeError',
      message: `${JSON.stringify(delimiter)} is not one ASCII character`,
    });
  }
});

test('every fault of a row has its words in every language', async () => {
  const table =
    'h,h,h,h,h,h,h,h\n1,A,2021-02-30\n2,A,x\n3,A,03/04/2020\n4,A,2022-01-01\n5,A,1980-01-01\n6,A,2020-02-02,2020-01-01\n,A\n7,A,,,,x\n8,A,,,,,,x\n9,A,,,2021-01-01\n9,A,,,2021-01-02\n10,A,,,,,,,y\n"11"x\n"12';
  const { faults } = run(question(), table);
  assert.ok(faults.length >= 13, JSON.stringify(faults.map(({ code }) => code)));
  for (const locale of locales) {
    const words = await loadRosterWords(locale);
    for (const fault of faults) {
      for (const key of [fault.message, fault.help]) {
        const text = words.text(key, fault.details);
        assert.doesNotMatch(text, /[{}]|undefined|NaN/, `${locale} ${key}`);
      }
    }
  }
});
