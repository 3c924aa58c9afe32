// The page for many people in a language that does not exist: every text is translated and whole, in each of its states.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertTranslated, pseudoPages, widths } from './pseudo-page.mjs';
import { field, fillIn, startAndCancel } from './roster-page.mjs';

const pages = await pseudoPages();
const today = '2021-05-20';

const links = [
  ['MCID', 'Organization', 'Started', 'Ended'],
  ['1', 'Contoso', '2021-05-01', ''],
  ['2', 'Adventure Works', '2020-01-01', '2020-06-01'],
  ['3', 'Fabrikam', '01/02/2021', ''],
  ['4', 'Contoso', 'soon', ''],
  ['5', 'Contoso', '2021-02-01', '2021-01-01'],
  ['6', 'Contoso', '2021-07-01', ''],
  ['7', 'Contoso', '2021-01-01', '2021-01-05'],
  ['7', 'Fabrikam', '2021-02-05', '2021-03-01'],
  ['7', 'Adventure Works', '2021-04-10', ''],
];
const skills = [
  ['MCID', 'Associated to PMC', 'Associated to PC', 'Skill', 'Skill Expiration Date'],
  ['1', 'Yes', 'No', 'Cloud', ''],
  ['2', 'Yes', 'Yes', 'Cloud', '2021-06-30'],
  ['3', 'No', 'Yes', 'Cloud', '2021-09-30'],
  ['4', 'perhaps', 'Yes', 'Cloud', '02/03/2021'],
];
const cellsOf = (table) => table.flat().filter((cell) => /[a-z]/i.test(cell));

const choose = async (page, table, name = '1.csv') => {
  const buffer = Buffer.isBuffer(table) ? table : Buffer.from(table.map((cells) => cells.join(',')).join('\r\n'));
  await page.locator('#file').setInputFiles({ name, mimeType: 'text/csv', buffer });
};
const opened = (page) => page.locator('#table-heading').waitFor();
const run = async (page) => {
  await page.locator('#run').click();
  await page.locator('#results-heading').waitFor();
};

/** Rows come after the table. */
const everyRow = async (page) => {
  await page.locator('.people-scroller .open').first().waitFor();
  await page.locator('.people-scroller tr[aria-busy]').first().waitFor({ state: 'detached' });
};

/** In a long table every row has the same height, or its bar would be wrong: two lines, no more. */
async function assertRows(page) {
  const cells = await page
    .locator('.people-scroller :is(th, td)')
    .evaluateAll((all) =>
      all.flatMap((cell) => (cell.clientHeight > 44 ? [`${cell.innerText} is ${cell.clientHeight} pixels high`] : [])),
    );
  assert.deepEqual(cells, []);
}

for (const [width, viewport] of widths) {
  describe(`every text about many people is translated and whole, ${width}`, () => {
    const roster = pages(viewport, 'roster.html');
    const withPage = (act) =>
      roster(
        async (page) => {
          await page.locator('#sample').waitFor();
          await act(page);
        },
        { ready: false },
      );

    test('a table, what its columns hold, what is wrong in the question', () =>
      withPage(async (page) => {
        const known = [...cellsOf(links), '.csv'];
        await assertTranslated(page, 'start');
        await choose(page, links);
        await opened(page);
        await page.locator('#day-order').waitFor();
        await assertTranslated(page, 'a table of links', known);
        for (const given of await page.locator('.question input[type=radio][value=given]').all()) {
          await given.check();
        }
        for (const text of await page.locator('.question input[type=text]').all()) {
          await text.fill('?');
        }
        await page.locator('#column-person').selectOption('');
        await page.locator('#run').click();
        await page.locator('.error-summary').waitFor();
        await assertTranslated(page, 'a wrong question', known);
        await page.locator('#header').uncheck();
        await page.locator('#subject input[value=skills]').check();
        await assertTranslated(page, 'asked as skills', known);
        await choose(page, [
          ['CompetencyName', 'CompetencyLevel', 'CompetencyStatus'],
          ['Cloud', 'gold', 'active'],
        ]);
        await page
          .locator('#column-person option', { hasText: 'CompetencyName' })
          .first()
          .waitFor({ state: 'attached' });
        await assertTranslated(page, 'a table of competencies', [
          'CompetencyName',
          'CompetencyLevel',
          'CompetencyStatus',
          'Cloud',
          'gold',
          'active',
          '.csv',
        ]);
        await choose(page, [
          ['x', 'y'],
          ['1', '2'],
        ]);
        await page.locator('#column-person option', { hasText: /^x/ }).first().waitFor({ state: 'attached' });
        await assertTranslated(page, 'an unknown table', ['x', 'y', '.csv']);
        // As an old Mac writes it: nothing shows that.
        await choose(page, Buffer.from('MCID,Organization,Started\r\n1,Nordv\u008ast,2021-05-01\r\n', 'latin1'));
        await page.locator('#encoding').waitFor();
        await assertTranslated(page, 'an unknown encoding', [
          'MCID',
          'Organization',
          'Started',
          'Nordv\ufffdst',
          '.csv',
        ]);
      }));

    test('answers, faults, another ruleset and one person', () =>
      withPage(async (page) => {
        const known = [...cellsOf(links), '.csv'];
        await choose(page, links);
        await opened(page);
        await fillIn(page);
        await run(page);
        await everyRow(page);
        for (const mail of await page.locator('.mail').all()) {
          await mail.locator('summary').click();
          await mail.locator('textarea').waitFor();
        }
        await page.locator('.copy-mail').first().click();
        await page.locator('#todo-status').filter({ hasText: /./ }).waitFor();
        await assertTranslated(page, 'answers', known);
        await assertRows(page);
        await page.locator('.mend input').first().fill('2021-01-01');
        await page.locator('.mend button').first().click();
        await page.locator('#mended').waitFor();
        await everyRow(page);
        await assertTranslated(page, 'corrected', [...known, '2021-01-01']);
        await page
          .locator('#own-rules')
          .setInputFiles({ name: 'r.json', mimeType: 'application/json', buffer: Buffer.from('{') });
        await page.locator('#own-faults li').waitFor();
        await page.locator('#compared').selectOption('2021-03-11');
        await page.locator('#compare-sum').waitFor();
        await everyRow(page);
        await assertTranslated(page, 'compared, everybody', known);
        await page.locator('#show-changed').click();
        await page.locator('#changed:checked').waitFor();
        await everyRow(page);
        await assertTranslated(page, 'compared', known);
        await assertRows(page);
        await page.locator('#save-json').click();
        await assertTranslated(page, 'taken along', known);
        await page.locator('.people-scroller .open').first().click();
        await page.locator('dialog[open] #verdict').waitFor();
        await assertTranslated(page, 'one person', known);
        await page.keyboard.press('Escape');
        await page.locator('dialog #verdict').waitFor({ state: 'detached' });
        await page.locator('#search').fill('nobody');
        await page.locator('.people-scroller .open').first().waitFor({ state: 'detached' });
        await assertTranslated(page, 'nobody found', known);
      }));

    test('the example, and what stops it', () =>
      withPage(async (page) => {
        await page.locator('#sample').click();
        await page.locator('#results-heading').waitFor();
        await everyRow(page);
        const organizations = ['Contoso', 'Fabrikam'];
        const cells = await page.locator('.people-scroller tbody td, #column-person option').allInnerTexts();
        await assertTranslated(page, 'the example', [...organizations, ...cells.filter((cell) => !/[à-ž]/.test(cell))]);
        await assertRows(page);
        await startAndCancel(page);
        await page.locator('.trouble').waitFor();
        for (const [name, bytes] of [
          ['.xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
          ['.xlsx', [0x50, 0x4b, 3, 4, 1, 2, 3]],
        ]) {
          await choose(page, Buffer.from(bytes), `1${name}`);
          await page.locator('.trouble').waitFor();
          await assertTranslated(page, name, [name]);
        }
      }));

    test('both tables, and skills by competency', () =>
      withPage(async (page) => {
        const report = [
          ['MCID', 'E-mail', 'Skill', 'Relevant for Competencies (Option) or Programs'],
          ['1', '', 'Administrator', 'Cloud'],
          ['8', '', 'Administrator', 'Cloud'],
          ['9', 'bo@example.com', 'Analyst', 'Data'],
          ['Ek', '', 'Analyst', 'Data'],
        ];
        const people = [
          ['MCID', 'E-mail', 'Organization', 'Started'],
          ['1', '', 'Contoso', '2021-05-01'],
          ['2', 'bo@example.com', 'Contoso', ''],
          ['3', '', '', ''],
        ];
        const known = [...cellsOf(people), ...cellsOf(report), 'Fabrikam', '.csv'];
        await choose(page, report);
        await opened(page);
        for (const [name, index] of [
          ['person', 0],
          ['email', 1],
        ]) {
          await page.locator(`#column-${name}`).selectOption(String(index));
        }
        await field(page, '/today').locator('input').fill(today);
        await run(page);
        await page.locator('#both-hint').waitFor();
        await page.locator('#count-otherwise').click();
        await page.locator('.assumptions li').nth(4).waitFor();
        await page.locator('.skill').first().click();
        await page.locator('#forecast').waitFor();
        await assertTranslated(page, 'competencies', known);
        await choose(page, people, '2.csv');
        await page.locator('#column-started').waitFor();
        for (const [name, index] of [
          ['person', 0],
          ['email', 1],
        ]) {
          await page.locator(`#column-${name}`).selectOption(String(index));
        }
        await field(page, '/action/organization').locator('input').fill('Fabrikam');
        await page.locator('#confirmed').check();
        await run(page);
        for (const tables of ['both', 'links', 'skills']) {
          await page.locator(`.both [data-in=${tables}]`).click();
          await page.locator('partner-check-both tbody tr:not([aria-busy])').first().waitFor();
          await assertTranslated(page, `people of ${tables}`, known);
          await assertRows(page);
        }
        await choose(page, report);
        await page.locator('#column-skill').waitFor();
        await run(page);
        await page.locator('.both').waitFor();
        await page.locator('.skill').first().click();
        await page.locator('#newcomer-hint').waitFor();
        await page.locator('#newcomer').fill('3');
        await page.locator('#join').click();
        await page.locator('.changes-list li').waitFor();
        await assertTranslated(page, 'who takes over', known);
      }));

    test('skills, who holds one and what if they leave', () =>
      withPage(async (page) => {
        const known = [...cellsOf(skills), '.csv'];
        await choose(page, skills);
        await opened(page);
        await assertTranslated(page, 'a table of skills', known);
        await field(page, '/today').locator('input').fill(today);
        await page.locator('#moved-on').fill('?');
        await page.locator('#run').click();
        await page.locator('.error-summary').waitFor();
        await assertTranslated(page, 'a wrong day', known);
        await page.locator('#moved-on').fill('2021-01-15');
        await run(page);
        await assertTranslated(page, 'skills', known);
        await page.locator('.skill').first().click();
        await page.locator('#forecast').waitFor();
        await page.locator('.leaves').first().check();
        await page.locator('#change-0').fill('?');
        await page.locator('#newcomer').fill('8');
        await page.locator('#join').click();
        await page.locator('#change-1').waitFor();
        await page.locator('#join').click();
        await page.locator('#newcomer-error').waitFor();
        await page.locator('#save-what-if').click();
        await page.locator('.saved-what-ifs li').waitFor();
        await assertTranslated(page, 'what if', known);
        await assertRows(page);
        await page.locator('#needed').fill('?');
        await page.locator('#needed-error').waitFor();
        await assertTranslated(page, 'needed', known);
      }));
  });
}
