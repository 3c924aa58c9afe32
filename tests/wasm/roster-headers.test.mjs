// Tables by the names of their columns, our own template, and days as they are written in four languages.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadRoster, monthWords, recognise, template } from 'partnercheck/roster';
import { locales } from 'partnercheck/text';

const bytes = (text) => new TextEncoder().encode(text);
const roster = await loadRoster();
const kindOf = (...header) => recognise(header).kind;

test('the columns of the raw data exports are found by their names', () => {
  const training =
    'TrainingActivityId,TrainingTitle,TrainingType,IndividualFirstName,IndividualLastName,Email,CorpEmail,' +
    'TrainingCompletionDate,Month,IcMCP,MCPID,MPNId,PartnerName,PartnerCityLocation,PartnerCountryLocation,ExpirationDate,ActivationStatus';
  assert.deepEqual(recognise(training.split(',')), {
    kind: 'training',
    columns: { person: 10, email: 5, skill: 1, completed: 7, expires: 15, status: 16 },
    unknown: [
      ...[
        'TrainingActivityId',
        'TrainingType',
        'IndividualFirstName',
        'IndividualLastName',
        'CorpEmail',
        'Month',
        'IcMCP',
      ],
      ...['MPNId', 'PartnerName', 'PartnerCityLocation', 'PartnerCountryLocation'],
    ],
  });
  const learn =
    'UserName,UserId,TrainingName,TrainingType,Products,Roles,CompletionDate,MPNId,PartnerName,Country'.split(',');
  assert.equal(kindOf(...learn), 'learn');
  assert.deepEqual(recognise(learn).columns, { person: 1, skill: 2, completed: 6 });
  const competencies = [
    'CompetencyName',
    'CompetencyLevel',
    'CompetencyStatus',
    'CompetencyStartDate',
    'CompetencyEndDate',
  ];
  assert.deepEqual(recognise(competencies).columns, { competency: 0, level: 1, status: 2, started: 3, ended: 4 });
});

test('the skills report is known in each language, with "to" and with "in", whatever the white space', () => {
  const relevant = 'Relevant for Competencies  (Option) or Programs';
  for (const preposition of ['to', 'in']) {
    const header = [
      'MCID',
      'Region',
      `Associated ${preposition} PMC`,
      `ASSOCIATED ${preposition}  pc `,
      'Skill',
      relevant,
      'Skill Expiration Date',
    ];
    assert.deepEqual(recognise(header), {
      kind: 'skills_report',
      columns: { person: 0, pmc: 2, pc: 3, skill: 4, relevant: 5, expires: 6 },
      unknown: ['Region'],
    });
  }
  for (const header of [
    [
      'MCID',
      'Associerad med PMC',
      'Associerad med PC',
      'Relevant för kompetenser (alternativ) eller program',
      'Förfallodatum för färdighet',
    ],
    [
      'MCID',
      'Gekoppeld aan PMC',
      'Gekoppeld aan PC',
      "Relevant voor competenties (optie) of programma's",
      'Vervaldatum van vaardigheid',
    ],
  ]) {
    assert.deepEqual(recognise(header).columns, { person: 0, pmc: 1, pc: 2, relevant: 3, expires: 4 }, header[1]);
  }
});

test('letters count as the same however they are composed, and whatever their width', () => {
  const header = ['ＭＣＩＤ', 'La\u0308nkad till', 'Startdatum', '\ufeffSlutdatum'];
  assert.deepEqual(recognise(header).columns, { person: 0, organization: 1, started: 2, ended: 3 });
});

test('what is not known is kept and named, and nothing is guessed', () => {
  assert.deepEqual(recognise(['Colour', 'Weight', '']), {
    kind: undefined,
    columns: {},
    unknown: ['Colour', 'Weight'],
  });
  assert.equal(kindOf('MCID'), undefined);
  assert.equal(kindOf(), undefined);
  assert.equal(kindOf('constructor', '__proto__', 'toString'), undefined);
  const twice = recognise(['MCID', 'Started', 'Started', 'Shoes']);
  assert.deepEqual(twice, { kind: 'associations', columns: { person: 0, started: 1 }, unknown: ['Started', 'Shoes'] });
});

for (const locale of locales) {
  test(`the template is known again with all its columns, and its examples are decided (${locale})`, () => {
    const text = template(locale);
    assert.ok(text.startsWith('\ufeff'));
    const written = bytes(text);
    const { delimiter, encoding, rows } = roster.sniff(written, true);
    assert.equal(encoding, 'utf-8');
    const { kind, columns, unknown } = recognise(rows[0]);
    assert.equal(kind, 'associations');
    assert.deepEqual(Object.values(columns), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
    assert.deepEqual(unknown, []);
    const action = { type: 'link_mcid', organization: 'Fabrikam' };
    const request = {
      today: '2021-05-20',
      action,
      actor: { relation: 'owner', roles: [] },
      form: { delimiter },
      columns,
    };
    const { table } = roster.start(request);
    table.feed(written);
    const { totals, faults } = table.finish();
    assert.deepEqual(faults, []);
    assert.deepEqual([totals.rows, totals.people, totals.days], [2, 1, { '2021-05-31': 1 }]);
  });
}

/** The days of the first links, as the engine reads them. */
function daysRead(written) {
  const text = `MCID;Started\n${written.map((day, index) => `${index};"${day}"\n`).join('')}`;
  const form = { delimiter: ';', month_words: monthWords() };
  const action = { type: 'link_mcid', organization: 'Fabrikam' };
  const { table } = roster.start({ today: '2021-12-31', action, form, columns: { person: 0, started: 1 } });
  table.feed(bytes(text));
  assert.deepEqual(table.finish().faults, []);
  assert.equal(table.view({}).people, written.length);
  return table.rows(0, written.length).rows.map((row) => row.last_started);
}

test('days are read as they are written in the four languages', () => {
  const same = [
    ...[
      '20 maj 2021',
      'torsdag 20 maj 2021',
      'den 20:e maj 2021',
      '20 maj 2021 kl. 09:30',
      'TORSDAG DEN 20 MAJ 2021',
      '20 MAJ 2021',
    ],
    ...['May 20, 2021', 'Thursday, May 20, 2021 at 9:30 AM', '20th of May 2021', 'Thu, 20 May 2021', '20-May-2021'],
    ...['2021年5月20日', '2021年5月20日 星期四', '2021年5月20日星期四', '2021年5月20號', '2021/5/20 上午 09:30'],
    ...['20 mei 2021', 'donderdag 20 mei 2021 om 09:30', '20e mei 2021', 'do 20 mei 2021', '20 Mei 2021'],
  ];
  assert.deepEqual(
    daysRead(same),
    same.map(() => '2021-05-20'),
  );
});

test('each month is read in its long and its short form, with and without a dot', () => {
  for (const locale of [...locales, 'en-GB']) {
    for (const options of [{ dateStyle: 'long' }, { dateStyle: 'medium' }, { dateStyle: 'full' }]) {
      const days = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2020, month, 13)));
      const written = days.map((day) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(day));
      // Numbers alone say no order of day and month: the thirteenth leaves no doubt.
      const expected = days.map((day) => day.toISOString().slice(0, 10));
      assert.deepEqual(daysRead(written), expected, `${locale} ${written[0]}`);
      assert.deepEqual(
        daysRead(written.map((day) => day.replaceAll('.', '').toLocaleUpperCase(locale))),
        expected,
        locale,
      );
    }
  }
});

test('the words fit into a request, each once, with one meaning', () => {
  const words = monthWords();
  assert.equal(new Set(words.map(({ word }) => word)).size, words.length);
  assert.ok(words.length <= 500 && words.every(({ word }) => Buffer.byteLength(word) <= 40));
  assert.deepEqual(
    words.filter(({ word }) => word === 'maj' || word === 'mei' || word === 'may').map(({ month }) => month),
    [5, 5, 5],
  );
});
