// A table of links and a table of skills on the roster page: who stands in which, and when a successor can be linked.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessible, downloaded, openRoster } from './roster-page.mjs';
import { started } from './started.mjs';

const context = await started();

const links = [
  'MCID;Namn;E-post;Företag;Länkad fr.o.m.',
  '990012345;Anna Berg;anna@fabrikam.example;;',
  '990012352;Bo Dahl;bo@fabrikam.example;Contoso;2021-05-01',
  '990012359;Cees Vos;cees@fabrikam.example;;',
].join('\r\n');
const report = [
  'MCID,Name,E-mail,Associated to PMC,Associated to PC,Skill,Skill Expiration Date',
  '990012345,Anna Berg,,No,Yes,Cloud,',
  '990012380,Dora Ek,,No,Yes,Cloud,2021-07-31',
  '990012380,Dora Ek,,No,Yes,Data,2021-04-30',
  '990099999,Cees Vos,CEES@fabrikam.example,No,Yes,Data,',
].join('\r\n');

async function open(page, name, text) {
  await page.locator('#file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.locator('#table-heading', { hasText: name }).waitFor();
  await page.locator('[data-pointer="/today"] input').fill('2021-05-20');
}
async function openLinks(page) {
  await open(page, 'links.csv', links);
  const field = (pointer) => page.locator(`[data-pointer="${pointer}"]`);
  await field('/action/organization').locator('input').fill('Fabrikam');
  await page.locator('#confirmed').check();
  await page.locator('#run').click();
  await page.locator('#results-heading').waitFor();
}
async function openSkills(page) {
  await open(page, 'skills.csv', report);
  await page.locator('#run').click();
  await page.locator('#results-heading').waitFor();
}

const tiles = (page) =>
  page
    .locator('.both .count')
    .evaluateAll((buttons) => buttons.map((each) => [each.dataset.in, each.querySelector('.number').textContent]));
const people = (page) =>
  page
    .locator('partner-check-both tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));

test('the people of both tables stand together, whichever was read first', async () => {
  for (const [first, second, hint] of [
    [openLinks, openSkills, /Choose a table of skills as well/],
    [openSkills, openLinks, /Choose a table of links as well/],
  ]) {
    const page = await openRoster(context);
    await first(page);
    assert.match(await page.locator('#both-hint').innerText(), hint);
    await second(page);
    await page.locator('partner-check-both tbody tr[aria-rowindex="3"]:not([aria-busy])').waitFor();
    assert.equal(await page.locator('#both-hint').count(), 0);
    assert.deepEqual(await tiles(page), [
      ['both', '2'],
      ['links', '1'],
      ['skills', '1'],
    ]);
    assert.match(await page.locator('.both .hint').first().innerText(), /1 person was found by the email address/);
    assert.deepEqual(await people(page), [
      ['Anna Berg (990012345)', 'Yes', '', '1', ''],
      ['Cees Vos (990012359 · 990099999)', 'Yes', '', '1', ''],
    ]);
    // By the keyboard alone.
    await page.locator('.both .count[data-in=both]').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('partner-check-both', { hasText: 'Bo Dahl' }).waitFor();
    assert.deepEqual(await people(page), [['Bo Dahl (990012352)', 'Not yet', 'May 31, 2021']]);
    assert.match(await page.locator('#both-what').innerText(), /The table of skills does not name them/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('partner-check-both', { hasText: 'Dora Ek' }).waitFor();
    assert.deepEqual(await people(page), [['Dora Ek (990012380)', '1', 'August 1, 2021']]);
    assert.match(await page.locator('#both-what').innerText(), /The table of links does not name them/);
    await accessible(page);
    const saved = await downloaded(page, () => page.locator('#save-both').click());
    assert.equal(
      saved,
      '\ufeffPerson,Name,Email address,Answer,From,Earliest possible day,For certain from,' +
        'Person in the table of skills,Skills that count,The next one ends\r\n' +
        ',Dora Ek,,,,,,990012380,1,2021-08-01\r\n',
    );
    assert.deepEqual(page.seen.messages, []);
    await page.context().close();
  }
});

test('Anna leaves: which skills fall short, and when her successor can be linked', async () => {
  const page = await openRoster(context);
  await openLinks(page);
  await openSkills(page);
  await page.locator('.both').waitFor();
  await page.locator('.what-if').getByRole('checkbox', { name: 'Anna Berg (990012345) leaves' }).check();
  await page.locator('#shortfalls', { hasText: '1 of 2 skills fall short, the first on Thursday, May 20' }).waitFor();
  await page.locator('.skill', { hasText: 'Cloud' }).click();
  await page.locator('#forecast').waitFor();
  assert.deepEqual(
    await page.locator('#others option').evaluateAll((options) => options.map(({ value, label }) => [value, label])),
    [['990012352', 'Bo Dahl (990012352)']],
  );
  // From the day on which he can be linked, not from today.
  await page.locator('#newcomer').fill('BO@fabrikam.example');
  await page.locator('#join').click();
  const day = page.getByLabel('Bo Dahl (990012352) joins on');
  await day.waitFor();
  assert.equal(await day.inputValue(), '2021-05-31');
  assert.match(
    await page.locator('.changes-list li', { has: day }).innerText(),
    /Can be linked from Monday, May 31, 2021 on/,
  );
  await accessible(page);

  // He holds it under another number already.
  await page.locator('.skill', { hasText: 'Data' }).click();
  await page.locator('#forecast-heading', { hasText: 'Data' }).waitFor();
  await page.locator('#newcomer').fill('990012359');
  await page.locator('#join').click();
  await page.locator('#newcomer-error', { hasText: 'counted already' }).waitFor();

  // Somebody whom the table of links does not name joins from today on, as before.
  await page.locator('#newcomer').fill('Bo');
  await page.locator('#join').click();
  assert.equal(await page.getByLabel('Bo joins on', { exact: true }).inputValue(), '2021-05-20');
  assert.deepEqual(page.seen.messages, []);
  await page.context().close();
});

test('in four languages and at 320 pixels, and a table that is read anew takes both along', async () => {
  for (const [lang, heading] of [
    ['en-US', 'Both tables together'],
    ['zh-TW', '兩個表格對照'],
    ['sv-SE', 'Båda tabellerna tillsammans'],
    ['nl-NL', 'Beide tabellen samen'],
  ]) {
    const page = await openRoster(context, { locale: lang, viewport: { width: 320, height: 800 } });
    await openSkills(page);
    await openLinks(page);
    await page.locator('#both-heading', { hasText: heading }).waitFor();
    await page.locator('partner-check-both tbody tr:not([aria-busy])').first().waitFor();
    await accessible(page);
    await page.locator('#file').setInputFiles({ name: 'a.csv', mimeType: '', buffer: Buffer.from(links) });
    await page.locator('#both-heading').waitFor({ state: 'detached' });
    await page.context().close();
  }
});
