// Files as offices have them, tried as somebody would who sees the page for the first time: what has to be done until
// everybody who can be decided is, and what the page says of how it read them.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadRoster, statuses as outcomes, template } from 'partnercheck/roster';
import { violations } from './axe.mjs';
import { openRoster } from './roster-page.mjs';
import { started } from './started.mjs';
import { workbook } from './workbook.mjs';

const context = await started();
const engine = await loadRoster();
const files = JSON.parse(readFileSync(new URL('../office/files.json', import.meta.url), 'utf8'));
const office = (name) => new URL(`../office/${name}`, import.meta.url);

const opened = (options) =>
  openRoster(context, {
    prepare: (page) => page.clock.setFixedTime(new Date('2021-05-20T10:00:00')),
    ...options,
  });

/** Whoever drives the page, with what they have done so far. */
function person(page) {
  let interactions = 0;
  const does = (act) => {
    interactions += 1;
    return act();
  };
  return {
    choose: (file) => does(() => page.locator('#file').setInputFiles(file)),
    types: (pointer, text) => does(() => page.locator(`[data-pointer="${pointer}"] input`).fill(text)),
    presses: (selector) => does(() => page.locator(selector).click()),
    get interactions() {
      return interactions;
    },
  };
}
const chosen = (name) => ({ name, mimeType: 'text/csv', buffer: readFileSync(office(name)) });

/** People by their answer. */
async function counts(page) {
  await page.locator('#results-heading').waitFor();
  const number = async (status) => {
    const found = page.locator(`.count[data-status=${status}] .number`);
    return (await found.count()) === 0 ? 0 : Number((await found.innerText()).replace(/\D/g, ''));
  };
  return Object.fromEntries(await Promise.all(outcomes.map(async (status) => [status, await number(status)])));
}

/** What the engine says of the clean table of the same people. */
function expectedOf(name) {
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
    columns: { person: 0, organization: 1, started: 2, ended: 3 },
  };
  const { table } = engine.start(request);
  table.feed(readFileSync(office(name)));
  const { statuses } = table.finish().totals;
  return Object.fromEntries(outcomes.map((status) => [status, statuses[status] ?? 0]));
}

for (const [name, most, said] of [
  [
    'excel-swedish.csv',
    4,
    [
      /read as Western European \(Windows-1252\): “Företag \(partner\)” in row 1/,
      /Row \d+ adds others up \(“Summa”\) and is left out/,
    ],
  ],
  ['excel-dutch.csv', 4, [/the day comes first: \d+-\d+-\d{4} in row \d+/]],
  ['excel-taiwanese.csv', 4, [/read as Traditional Chinese \(Big5\): “姓名” in row 1/, /“合計”/]],
  ['hr-export.txt', 4, [/2 rows above the names of the columns are left out/, /the day comes first/]],
  ['kept-by-hand.csv', 4, [/2 rows above/]],
  ['american-export.csv', 4, [/the month comes first/, /“Grand total”/]],
  ['slips.csv', 4, [/1 row above/]],
  ['no-header.txt', 4, [/The first row holds no names of columns/]],
  ['either-order.csv', 5, []],
]) {
  test(`${name}: thirty people are decided with at most ${most} interactions`, async () => {
    const page = await opened();
    const somebody = person(page);
    await somebody.choose(chosen(name));
    await page.locator('#table-heading').waitFor();
    if (name === 'either-order.csv') {
      const choices = await page.locator('#day-order .choice').allInnerTexts();
      assert.match(choices[0], /^The day, then the month – /);
      assert.notEqual(choices[0].split('–')[1], choices[1].split('–')[1]);
      assert.match(await page.locator('#day-order .hint').innerText(), /^“\d\d\/\d\d\/\d{4}” stands in row 2\./);
      await somebody.presses('#day-order input[value=day_month]');
    } else {
      assert.equal(await page.locator('#day-order').count(), 0);
    }
    await somebody.types('/action/organization', 'Fabrikam');
    await somebody.presses('#confirmed');
    assert.deepEqual(await violations(page), []);
    await somebody.presses('#run');
    const found = await counts(page);
    assert.deepEqual(found, expectedOf(files.find(({ file }) => file === name).like));
    assert.equal(found.not_decided, 0);
    assert.equal(
      Object.values(found).reduce((sum, people) => sum + people),
      30,
    );
    assert.ok(somebody.interactions <= most);
    const reading = said.length === 0 ? '' : await page.locator('#reading').innerText();
    for (const line of said) {
      assert.match(reading, line);
    }
    assert.deepEqual(page.seen.messages, []);
    await page.context().close();
  });
}

test('our own template, filled in, takes two', async () => {
  const page = await opened();
  const somebody = person(page);
  await somebody.choose({ name: 'filled-in.csv', mimeType: 'text/csv', buffer: Buffer.from(template('sv-SE')) });
  await somebody.presses('#run');
  assert.deepEqual(await counts(page), { denied: 0, needs_info: 0, deferred: 1, allowed: 0, not_decided: 0 });
  assert.equal(somebody.interactions, 2);
  assert.equal(await page.locator('#confirm-everybody').count(), 0);
  assert.equal(await page.locator('#reading').count(), 0);
  await page.context().close();
});

test('a guess says why it is one, and is mended where it stands', async () => {
  const page = await opened();
  await page.locator('#file').setInputFiles(chosen('no-header.txt'));
  const field = page.locator('[data-pointer="/columns/started"]');
  assert.match(
    await field.locator('.hint').innerText(),
    /^Only by what it holds, such as “\d{4}-\d\d-\d\d”\. Please check\.$/,
  );
  await field.locator('select').selectOption('3');
  assert.equal(await field.locator('.hint').count(), 0);
  await page.context().close();
});

test('a column that was guessed to hold one thing holds no longer that when somebody says another', async () => {
  const page = await opened();
  const buffer = Buffer.from(
    `MCID,Shown\n${Array.from({ length: 5 }, (_, at) => `${990_000_100 + at},2021-06-0${at + 1}\n`).join('')}`,
  );
  await page.locator('#file').setInputFiles({ name: 'a.csv', mimeType: '', buffer });
  await page.locator('#table-heading').waitFor();
  const start = page.locator('#column-started');
  assert.equal(await start.inputValue(), '1');
  await page.locator('#column-next_association_date').selectOption('1');
  assert.equal(await start.inputValue(), '');
  assert.equal(await page.locator('#column-person').inputValue(), '0');
  await page.locator('[data-pointer="/action/organization"] input').fill('Fabrikam');
  await page.locator('#confirmed').check();
  await page.locator('#run').click();
  assert.equal((await counts(page)).deferred, 5);
  await page.context().close();
});

test('a file that was changed can be chosen again, and is read again', async () => {
  const page = await opened();
  const name = join(mkdtempSync(join(tmpdir(), 'partnercheck-')), 'people.csv');
  const rows = (count) =>
    `MCID,Started\n${Array.from({ length: count }, (_, at) => `${990_000_100 + at},2021-01-01\n`).join('')}`;
  for (const count of [3, 5]) {
    writeFileSync(name, rows(count));
    await page.locator('#file').setInputFiles(name);
    await page.locator('#table-heading').waitFor();
    await page.locator('[data-pointer="/action/organization"] input').fill('Fabrikam');
    await page.locator('#run').click();
    assert.equal((await counts(page)).needs_info, count);
  }
  await page.context().close();
});

test('of a workbook the sheet with the people is read, and another can be chosen', async () => {
  const page = await opened();
  await page.locator('#file').setInputFiles({ name: 'people.xlsx', mimeType: '', buffer: workbook() });
  await page.locator('#table-heading').waitFor();
  assert.match(await page.locator('#reading').innerText(), /the sheet “People” is read/);
  assert.equal(await page.locator('#sheet').inputValue(), 'People');
  await page.locator('#sheet').selectOption('Notes');
  await page.locator('#reading').waitFor({ state: 'detached' });
  assert.equal(await page.locator('#sheet').inputValue(), 'Notes');
  await page.context().close();
});

test('what is said of a table holds for the next one of its shape, until somebody takes it back', async () => {
  const page = await opened();
  const table = (day) => ({
    name: 'a.csv',
    mimeType: '',
    buffer: Buffer.from(`Wer,Wo,Wann\nA,Contoso,${day}\nB,Contoso,${day}\n`),
  });
  const choose = async (day) => {
    await page.locator('#file').setInputFiles(table(day));
    await page.locator('#table-heading').waitFor();
  };
  const person = page.locator('#column-person');
  await choose('05/04/2021');
  assert.equal(await person.inputValue(), '');
  for (const [index, column] of ['person', 'organization', 'started'].entries()) {
    await page.locator(`#column-${column}`).selectOption(String(index));
  }
  await page.locator('#day-order input[value=day_month]').check();
  await page.locator('#remember').check();
  await page.locator('[data-pointer="/action/organization"] input').fill('Fabrikam');
  await page.locator('#run').click();
  assert.equal((await counts(page)).not_decided, 0);

  await page.reload();
  await page.locator('#sample').waitFor();
  await choose('06/04/2021');
  assert.equal(await person.inputValue(), '0');
  assert.equal(await page.locator('#day-order input[value=day_month]').isChecked(), true);
  assert.match(await page.locator('#reading').innerText(), /known from a table with the same names of columns/);
  assert.doesNotMatch(await page.evaluate(() => JSON.stringify(localStorage)), /Contoso/);
  await page.locator('#remember').uncheck();
  await choose('05/04/2021');
  assert.equal(await person.inputValue(), '');
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await page.context().close();
});

test('an order that a cell shows can be read otherwise', async () => {
  const page = await opened();
  await page
    .locator('#file')
    .setInputFiles({ name: 'a.csv', mimeType: '', buffer: Buffer.from('MCID,Started\n1,05/04/2021\n2,20/04/2021\n') });
  await page.locator('#other-order').click();
  await page.locator('#day-order input[value=month_day]').check();
  await page.locator('[data-pointer="/action/organization"] input').fill('Fabrikam');
  await page.locator('#run').click();
  assert.equal((await counts(page)).not_decided, 1);
  await page.context().close();
});

test('what is hidden in a workbook is told: rows and columns are read all the same, sheets are not', async () => {
  const page = await openRoster(context);
  const choose = (hidden) =>
    page.locator('#file').setInputFiles({ name: 'people.xlsx', mimeType: '', buffer: workbook(hidden) });
  await choose(['Notes', 2, 'B', 'C']);
  await page.locator('#table-heading').waitFor();
  assert.equal(await page.locator('#sheet').inputValue(), 'People');
  const told = await page.locator('#reading').innerText();
  assert.match(told, /Row 2 is hidden in the workbook\. It is read like the others\./);
  assert.match(told, /Columns B and C are hidden in the workbook\. They are read like the others\./);
  assert.match(told, /The sheet Notes is hidden in the workbook and is not read\./);
  assert.match(await page.locator('#column-person').innerText(), /990000001/);

  // The people themselves are hidden: the sheet that is seen is read, and the other can be chosen.
  await choose(['People']);
  await page.locator('#reading', { hasText: 'The sheet People is hidden' }).waitFor();
  assert.equal(await page.locator('#sheet').inputValue(), 'Notes');
  await page.locator('#sheet').selectOption('People');
  await page.locator('#column-person option', { hasText: 'MCID (990000001)' }).waitFor({ state: 'attached' });
  await page.locator('#reading').waitFor({ state: 'detached' });
  await page.context().close();
});

test('a year of two digits is asked for, with the days that a cell then gives', async () => {
  const page = await openRoster(context);
  const table = 'Person;Organization;Start\nA;Contoso;20-07-21\nB;Contoso;21-05-01\n';
  await page.locator('#file').setInputFiles({ name: 'a.csv', mimeType: '', buffer: Buffer.from(table) });
  await page.locator('#table-heading').waitFor();
  const years = page.locator('#short-years');
  assert.match(await years.innerText(), /“20-07-21” stands in row 2\./);
  assert.deepEqual(await years.locator('label').allInnerTexts(), [
    'First – July 21, 2020',
    'Last – July 20, 2021',
    'I do not know',
  ]);
  await page.locator('[data-pointer="/action/organization"] input').fill('Fabrikam');
  await page.locator('#run').click();
  assert.equal((await counts(page)).not_decided, 2);
  assert.match(await page.locator('.faults tbody').innerText(), /“20-07-21” has a year of two digits\./);
  await years.locator('input[value=first]').check();
  await page.locator('#run').click();
  assert.equal((await counts(page)).not_decided, 0);
  await page.context().close();
});

test('a byte that is nothing in the encoding that somebody chose is told, and no letter is made of it', async () => {
  const page = await openRoster(context);
  const bytes = Buffer.from('MCID;Organization;Start\n1;Bj\xf6rk;2021-05-01\n2;B\x81rk;2021-05-01\n', 'latin1');
  await page.locator('#file').setInputFiles({ name: 'a.csv', mimeType: '', buffer: bytes });
  await page.locator('#encoding').selectOption('windows-1252');
  await page.locator('#column-organization option', { hasText: 'Björk' }).waitFor({ state: 'attached' });
  await page.locator('[data-pointer="/action/organization"] input').fill('Fabrikam');
  await page.locator('#run').click();
  assert.equal((await counts(page)).not_decided, 1);
  assert.match(await page.locator('.faults tbody').innerText(), /bytes that are not text in the encoding of the file/);
  await page.context().close();
});
