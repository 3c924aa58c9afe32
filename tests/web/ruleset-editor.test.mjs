// Other numbers: from a built-in ruleset, judged at every key, tried on a case, kept as a file and as a link.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from 'partnercheck';
import { fillInExample, open } from './browser.mjs';
import { accessible, downloaded } from './roster-page.mjs';
import { started } from './started.mjs';

const { server, browser } = await started();
const catalogue = (await load()).describe();
const names = [...new Set(catalogue.rulesets.flatMap(({ parameters }) => Object.keys(parameters)))].sort();
const field = (page, name) => page.locator(`#number-${name.replace('.', '-')}`);
const source = (page, name) => page.locator(`#number-${name.replace('.', '-')}-source`);

const clipboard = (page) =>
  page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text) => void (window.copiedText = text) },
    });
  });
const withEditor = async (act, { address = `${server.url}rules.html#edit=2021-04-27`, ...options } = {}) => {
  const page = await open(browser, address, { ready: false, acceptDownloads: true, prepare: clipboard, ...options });
  try {
    await page.locator('#base').waitFor();
    await act(page);
    assert.deepEqual(page.seen.messages, []);
  } finally {
    await page.context().close();
  }
};

describe('the editor of numbers', () => {
  test('shows every number of every ruleset, with what the documents say and where', () =>
    withEditor(async (page) => {
      const shown = await page
        .locator('[data-number]')
        .evaluateAll((rows) =>
          rows.map((row) => [
            row.dataset.number,
            row.querySelector('.was').innerText,
            row.querySelectorAll('.source').length,
          ]),
        );
      assert.deepEqual(
        shown.map(([name]) => name),
        names,
      );
      const { parameters } = catalogue.rulesets.find(({ id }) => id === '2021-04-27');
      for (const [name, was, sources] of shown) {
        assert.equal(sources, name in parameters ? 1 : 0, name);
        assert.match(was, name in parameters ? /As documented: ./ : /not in these documents/, name);
      }
    }));

  test('says what is wrong at the number, in the words of the core, and what comes of it once nothing is', () =>
    withEditor(async (page) => {
      const number = page.locator('[data-number="association.cool_off_days"]');
      await field(page, 'association.cool_off_days').fill('ten');
      await number.locator('.faults li').first().waitFor();
      assert.ok(await page.locator('.do').isDisabled());
      await field(page, 'association.cool_off_days').fill('10');
      await source(page, 'association.cool_off_days').fill('our own handbook');
      await number.locator('.faults li').first().waitFor({ state: 'detached' });
      const changes = page.locator('section').filter({ has: page.locator('h3', { hasText: 'What comes of it' }) });
      assert.match(
        await changes.locator('[data-number="association.cool_off_days"]').innerText(),
        /Before: 30 days\s+Now: 10 days/,
      );
      assert.match(
        await changes.locator('[data-rule="association.limit_message"]').innerText(),
        /10 days from the start/,
      );
      await page.locator('#name').fill('2021-04-27');
      await page.locator('#name-faults li').waitFor();
      await page.locator('#name').fill('ours');
      await number.getByRole('button', { name: 'As it was' }).click();
      await changes.getByText('Change a number below').waitFor();
    }));

  test('takes lists, choices, days, and numbers that are not stated', () =>
    withEditor(async (page) => {
      const roles = page.locator('[data-number="skills_report.roles"]');
      await roles.getByLabel('Account admin').check();
      await source(page, 'skills_report.roles').fill('ours');
      await field(page, 'association.year').selectOption('calendar');
      await source(page, 'association.year').fill('ours');
      await field(page, 'membership.pmc_last_day').fill('2022-01-31');
      await source(page, 'membership.pmc_last_day').fill('ours');
      await field(page, 'association.per_year').fill('');
      await source(page, 'association.per_year').fill('ours');
      const file = JSON.parse(await downloaded(page, () => page.locator('.do').click()));
      assert.deepEqual(Object.fromEntries(Object.entries(file.parameters).map(([name, { value }]) => [name, value])), {
        'skills_report.roles': ['global_admin', 'mpn_partner_admin', 'account_admin'],
        'association.year': 'calendar',
        'membership.pmc_last_day': '2022-01-31',
        'association.per_year': null,
      });
      assert.equal((await load()).loadRuleset(file).type, 'success');
    }));

  test('compares both rulesets over the case of the answer it was opened from; a link carries both', async () => {
    const page = await open(browser, server.url, { prepare: clipboard });
    await fillInExample(page);
    await page.locator('[data-tool=request]').click();
    await page.locator('dialog #numbers').click();
    await page.locator('#before').filter({ hasText: 'May 31, 2021' }).waitFor();
    await field(page, 'association.cool_off_days').fill('10');
    await source(page, 'association.cool_off_days').fill('our own handbook');
    await page
      .locator('#after')
      .filter({ hasText: /Yes|You can do this on/ })
      .waitFor();
    assert.match(await page.locator('[data-rule="association.cool_off"]').innerText(), /Before:[^]*Now:/);
    await page.getByRole('button', { name: 'Copy a link to it' }).click();
    await page.getByText('The link is copied.').waitFor();
    const address = await page.evaluate(() => window.copiedText);
    assert.deepEqual(page.seen.messages, []);
    await page.context().close();
    await withEditor(
      async (again) => {
        await again
          .locator('#after')
          .filter({ hasText: /Yes|You can do this on/ })
          .waitFor();
        assert.equal(await source(again, 'association.cool_off_days').inputValue(), 'our own handbook');
      },
      { address },
    );
  });

  test('opens what it saved; and says of another file what is wrong with it, with line and column', () =>
    withEditor(async (page) => {
      const choose = (text) =>
        page
          .locator('#file')
          .setInputFiles({ name: 'r.json', mimeType: 'application/json', buffer: Buffer.from(text) });
      await choose('{\n  "id": "ours",\n  "parameters": { "moon": {} }\n}');
      await page
        .locator('.refused')
        .filter({ hasText: /Line 3, column \d+:[^]*moon/ })
        .waitFor();
      await choose('not JSON');
      await page.locator('.refused').filter({ hasText: 'Line 1' }).waitFor();
      await choose(
        JSON.stringify({
          id: 'ours',
          based_on: '2023-10-23',
          parameters: { 'reporting.partner_university_hours': { value: 48, source: '<img src=x onerror=alert(1)>' } },
          rules: { 'association.mc_id': { in_force: false, source: 'ours' } },
        }),
      );
      await page.locator('.refused').waitFor({ state: 'detached' });
      assert.equal(await page.locator('#base').inputValue(), '2023-10-23');
      assert.equal(await field(page, 'reporting.partner_university_hours').inputValue(), '48');
      assert.equal(await page.locator('img').count(), 0);
      const file = JSON.parse(await downloaded(page, () => page.locator('.do').click()));
      assert.equal(file.rules['association.mc_id'].in_force, false);
    }));

  for (const [what, fragment] of [
    ['is damaged', '#edit=v1:AAAA'],
    ['is nothing', '#edit=nothing'],
    ['is too long', `#edit=v1:${'A'.repeat(9000)}`],
  ]) {
    test(`an address that ${what} is refused, and the editor is there`, () =>
      withEditor(
        async (page) => {
          await page.locator('.refused').waitFor();
          assert.equal(await page.locator('[data-number]').count(), names.length);
        },
        { address: `${server.url}rules.html${fragment}` },
      ));
  }

  for (const options of [
    {},
    { locale: 'nl-NL', viewport: { width: 320, height: 720 } },
    { locale: 'zh-TW', colorScheme: 'dark' },
  ]) {
    test(`no violation and no scrolling sideways ${JSON.stringify(options)}`, () =>
      withEditor(async (page) => {
        await field(page, 'association.cool_off_days').fill('ten');
        await accessible(page);
      }, options));
  }
});
