// Tables of skills on the roster page: who stands in the old system only, and what comes of a skill when people leave or join.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessible, downloaded, openRoster } from './roster-page.mjs';
import { started } from './started.mjs';

const context = await started();

async function choose(page, text) {
  await page.locator('#file').setInputFiles({ name: 'skills.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.locator('#table-heading').waitFor();
}

async function run(page, { today = '2021-05-20', moved = '2021-01-15' } = {}) {
  await page.locator('[data-pointer="/today"] input').fill(today);
  await page.locator('#moved-on').fill(moved);
  await page.locator('#run').click();
  await page.locator('#results-heading').waitFor();
}

const series = (page) =>
  page
    .locator('#series tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [row.querySelector('time').dateTime, Number.parseInt(row.cells[1].textContent, 10)]),
    );

/** The texts of each row, and what stands in its input. */
const skillCells = (page) =>
  page
    .locator('#skills tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.cells].map((cell) => cell.querySelector('input')?.value ?? cell.innerText.trim())),
    );

const report = [
  'MCID,Associated to PMC,Associated to PC,Skill,Skill Expiration Date',
  '=1,Yes,No,Cloud,',
  '2,Ja,是,Cloud,2021-06-30',
  '3,否,Ja,Cloud,2021-05-19',
  '4,Nej,Nee,Cloud,',
  '5,perhaps,Yes,Cloud,',
].join('\r\n');

test('a skills report: the old system, the skills, and one of them when people leave and join', async () => {
  const page = await openRoster(context);
  await choose(page, report);
  assert.equal(await page.locator('#subject input[value=skills]').isChecked(), true);
  assert.equal(
    await page.locator('#column-pc').evaluate((select) => select.selectedOptions[0].text),
    'Associated to PC (No)',
  );
  await run(page);
  assert.match(await page.locator('#old-heading').innerText(), /^1 person is linked in the old system only/);
  assert.match(await page.locator('#old-ends').innerText(), /July 15, 2021/);
  const saved = await downloaded(page, () => page.locator('#save-old').click());
  assert.equal(saved, "\ufeffPerson,Name,Skills,No longer counts from\r\n'=1,,1,2021-07-15\r\n");
  assert.match(
    await page.locator('.faults tbody').innerText(),
    /^Line 6, character 3\s+“perhaps” is neither yes nor no/,
  );
  assert.match(await page.locator('.assumptions').innerText(), /until 6 months after the move/);
  await page.locator('#shortfalls', { hasText: '1 of 1 skill falls short' }).waitFor();
  assert.deepEqual(await skillCells(page), [['Cloud', '2', '2', 'July 1, 2021']]);

  await page.locator('.skill', { hasText: 'Cloud' }).click();
  await page.locator('#forecast').waitFor();
  assert.match(
    await page.locator('#forecast').innerText(),
    /^2 people hold it on May 20, 2021\. From Thursday, July 1, 2021 on, there are fewer than 2: 1\./,
  );
  await page.locator('.as-table summary', { hasText: 'The same as a table' }).click();
  assert.deepEqual(await series(page), [
    ['2021-05-20', 2],
    ['2021-07-01', 1],
    ['2021-07-15', 0],
  ]);

  await page.locator('.forecast').getByRole('checkbox', { name: '2 leaves' }).check();
  await page.getByLabel('2 leaves on').fill('2021-06-01');
  await page.locator('#forecast', { hasText: 'June 1, 2021' }).waitFor();
  assert.deepEqual(await series(page), [
    ['2021-05-20', 2],
    ['2021-06-01', 1],
    ['2021-07-15', 0],
  ]);

  await page.locator('#newcomer').fill('2');
  await page.locator('#join').click();
  await page.locator('#newcomer-error').waitFor();
  await page.locator('#newcomer').fill('Nobody Yet');
  await page.locator('#join').click();
  await page.getByLabel('Nobody Yet joins on').fill('2021-06-01');
  await page.locator('#forecast', { hasText: 'July 15, 2021' }).waitFor();
  assert.deepEqual(await series(page), [
    ['2021-05-20', 2],
    ['2021-07-15', 1],
  ]);

  await page.getByLabel('Nobody Yet joins on').fill('someday');
  await page.locator('.changes-list .error').waitFor();
  await page.locator('#forecast', { hasText: 'June 1, 2021' }).waitFor();
  await page.locator('#needed').fill('one');
  await page.locator('#needed-error').waitFor();
  await page.locator('#needed').fill('1');
  await page.locator('#forecast', { hasText: 'July 15, 2021' }).waitFor();
  await accessible(page);
  assert.deepEqual(page.seen.messages, []);
  await page.context().close();
});

test('the example in another language, narrow: every text is there', async () => {
  const page = await openRoster(context, { locale: 'nl-NL', viewport: { width: 320, height: 720 } });
  await page.locator('#skills-sample').click();
  await page.locator('#results-heading').waitFor();
  assert.match(await page.locator('#results-heading').innerText(), /^24 personen met 3 verschillende vaardigheden/);
  assert.match(await page.locator('#old-heading').innerText(), /alleen in het oude systeem gekoppeld$/);
  await page.locator('.skill').first().click();
  await page.locator('#forecast').waitFor();
  await page.locator('.forecast .leaves').first().check();
  await page.locator('.changes-list li').waitFor();
  assert.doesNotMatch(
    await page.locator('partner-check-roster').innerText(),
    /\b(skills|row|column|subject|columns)\.[a-z_]+/,
  );
  await accessible(page);
  assert.deepEqual(page.seen.messages, []);
  await page.context().close();
});

test('other tables: trainings, a kind said by hand, and one of competencies', async () => {
  const page = await openRoster(context);
  await choose(page, 'MCPID,TrainingTitle,TrainingCompletionDate,ExpirationDate\r\n1,Cloud,2021-01-01,2021-12-31\r\n');
  await run(page);
  await page.locator('#shortfalls', { hasText: 'falls short' }).waitFor();
  assert.deepEqual(await skillCells(page), [['Cloud', '1', '1', 'January 1, 2022']]);
  assert.equal(await page.locator('#old-heading').count(), 0);
  await choose(page, 'a,b\r\n1,Cloud\r\n');
  await page.locator('#subject input[value=skills]').check();
  await page.locator('#run').click();
  await page.locator('.error-summary').waitFor();
  assert.equal(await page.locator('#column-person').getAttribute('aria-invalid'), 'true');
  await page.locator('#column-person').selectOption('0');
  await page.locator('#column-skill').selectOption('1');
  await run(page, { moved: '' });
  assert.deepEqual(await skillCells(page), [['Cloud', '1', '1', 'never']]);
  await choose(page, 'CompetencyName,CompetencyLevel,CompetencyStatus\r\nCloud,gold,active\r\n');
  await page.getByText('This looks like a table of competencies').waitFor();
  assert.deepEqual(page.seen.messages, []);
  await page.context().close();
});

const teams = [
  'Person,Skill,Last day',
  'ann,Azure,',
  'ann,Data,2021-12-31',
  'bo,Azure,2021-08-31',
  'bo,Security,',
  'cy,Security,',
  'cy,Data,',
].join('\r\n');

test('who leaves is ticked once: every skill that falls short shows beside it, is kept and compared', async () => {
  const page = await openRoster(context);
  await choose(page, teams);
  await page.locator('#subject input[value=skills]').check();
  for (const [name, index] of [
    ['person', 0],
    ['skill', 1],
    ['expires', 2],
  ]) {
    await page.locator(`#column-${name}`).selectOption(String(index));
  }
  await run(page);
  await page.locator('#shortfalls', { hasText: '2 of 3 skills fall short' }).waitFor();
  await page.locator('#needed-of-each').fill('1');
  await page.locator('#shortfalls', { hasText: 'None of the 3 skills falls short.' }).waitFor();
  const whatIf = page.locator('.what-if');
  await whatIf.getByRole('checkbox', { name: 'ann leaves' }).check();
  await page.getByLabel('ann leaves on').fill('2021-06-01');
  await page
    .locator('#shortfalls', { hasText: '1 of 3 skills fall short, the first on Wednesday, September 1, 2021' })
    .waitFor();
  assert.deepEqual(await skillCells(page), [
    ['Azure', '2', '1', 'never', 'September 1, 2021'],
    ['Data', '2', '1', 'never', 'never'],
    ['Security', '2', '1', 'never', 'never'],
  ]);
  await page.locator('#what-if-name').fill('Without Ann');
  await page.locator('#save-what-if').click();
  await whatIf.locator('#leaver').fill('cy');
  await whatIf.getByRole('checkbox', { name: 'ann leaves' }).waitFor({ state: 'detached' });
  await whatIf.getByRole('checkbox', { name: 'cy leaves' }).check();
  await page.locator('#shortfalls', { hasText: '2 of 3 skills fall short' }).waitFor();
  await page.getByRole('textbox', { name: 'Needed: Security' }).fill('2');
  await page
    .locator('#shortfalls', { hasText: '3 of 3 skills fall short, the first on Thursday, May 20, 2021' })
    .waitFor();
  assert.deepEqual(await skillCells(page), [
    ['Azure', '2', '1', 'never', 'September 1, 2021', 'September 1, 2021'],
    ['Data', '2', '1', 'never', 'June 1, 2021', 'never'],
    ['Security', '2', '2', 'never', 'May 20, 2021', 'never'],
  ]);
  assert.deepEqual(await page.locator('#skills thead th').allInnerTexts(), [
    'Skill',
    'People who hold it',
    'Needed',
    'Too few from',
    'With these changes',
    'Without Ann',
  ]);
  await page.locator('.changes-list button').last().click();
  await page.locator('#only-short').check();
  await page.locator('#skills tbody tr').nth(1).waitFor({ state: 'detached' });
  assert.deepEqual(
    (await skillCells(page)).map(([skill]) => skill),
    ['Azure'],
  );
  await accessible(page);
  assert.deepEqual(page.seen.messages, []);
  await page.context().close();
});

test('a report that names competencies: people are counted by them, and what no document says is said', async () => {
  const named = [
    'MCID,Skill,Relevant for Competencies  (Option) or Programs,Skill Expiration Date',
    '990000001,Administrator,Cloud Platform,2021-06-30',
    '990000001,Architect,Cloud Platform,',
    '990000002,Architect,Cloud Platform,2021-07-31',
    '990000002,Analyst,Data Analytics,2021-06-30',
  ].join('\r\n');
  const page = await openRoster(context);
  await choose(page, named);
  await run(page);
  assert.match(await page.locator('#results-heading').innerText(), /2 people with 3 different skills/);
  assert.equal(await page.getByText('stands in none of the documents').count(), 0);

  await page.locator('#count-otherwise', { hasText: 'Count by competency' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('#results-heading', { hasText: '2 people with 2 different competencies' }).waitFor();
  const said = page.locator('.assumptions li', {
    hasText: 'How many people a competency needs stands in none of the documents',
  });
  assert.match(await said.innerText(), /as many as today are taken/);
  assert.match(await said.locator('.source').innerText(), /Silver learning option/);
  await page
    .locator('#shortfalls', { hasText: '2 of 2 competencies fall short, the first on Thursday, July 1, 2021' })
    .waitFor();
  assert.deepEqual(await skillCells(page), [
    ['Cloud Platform', '2', '2', 'August 1, 2021'],
    ['Data Analytics', '1', '1', 'July 1, 2021'],
  ]);
  // What the organization was told is needed goes before what is there today.
  await page.locator('#needed-of-each').fill('1');
  await page.locator('#shortfalls', { hasText: '1 of 2 competencies' }).waitFor();
  await page.locator('.what-if').getByRole('checkbox', { name: '990000001 leaves' }).check();
  await page.locator('#shortfalls', { hasText: '2 of 2 competencies' }).waitFor();
  await page.locator('.skill', { hasText: 'Cloud Platform' }).click();
  await page.locator('#forecast', { hasText: '1 person has a skill for it on May 20, 2021' }).waitFor();
  await accessible(page);

  await page.locator('#count-otherwise', { hasText: 'Count by skill' }).click();
  await page.locator('#results-heading', { hasText: '3 different skills' }).waitFor();

  // Without names of skills there is nothing else to count by.
  await choose(page, named.replaceAll(/^([^,]*),[^,]*/gm, '$1'));
  await run(page);
  await page.locator('#results-heading', { hasText: '2 different competencies' }).waitFor();
  assert.equal(await page.locator('#count-otherwise').count(), 0);
  assert.equal(await said.count(), 1);
  assert.deepEqual(page.seen.messages, []);
  await page.context().close();
});
