// The page of all rules in a language that does not exist: every text is translated and whole.
import { describe, test } from 'node:test';
import { load } from 'partnercheck';
import { assertTranslated, pseudoPages, widths } from './pseudo-page.mjs';

const pages = await pseudoPages();
const { rules, rulesets, actions, facts, sources, competencies } = (await load()).describe();
/** What programs call them; it stands beside the words. */
const names = [...rules.map(({ id }) => id), ...facts.map(({ path }) => path)];

const places = [
  ...rules.map(({ id }) => ['rule', id]),
  ...rulesets.map(({ id }) => ['ruleset', id]),
  ...actions.map(({ type }) => ['action', type]),
  ...['/actor/roles', '/facts/person/associations/*/started'].map((path) => ['fact', path]),
  ...sources.map(({ id }) => ['source', id]),
];

for (const [width, viewport] of widths) {
  describe(`every text about rules is translated and whole, ${width}`, () => {
    const withPage = pages(viewport, 'rules.html');

    test('all there is, and what is found', () =>
      withPage(
        async (page) => {
          await page.locator('#find').waitFor();
          await assertTranslated(page, 'all rules');
          await page.locator('#find').fill('kpi');
          await page.locator('.results').waitFor();
          await assertTranslated(page, 'found', ['kpi']);
          await page.evaluate(() => (location.hash = 'rule=nothing'));
          await page.locator('.missing').waitFor();
          await assertTranslated(page, 'nothing there', ['kpi']);
        },
        { ready: false },
      ));

    test('each rule, ruleset, action, question and document', () =>
      withPage(
        async (page) => {
          await page.locator('#find').waitFor();
          for (const [kind, id] of places) {
            await page.evaluate((hash) => (location.hash = hash), `${kind}=${encodeURIComponent(id)}`);
            await page.locator(`article[data-kind=${kind}]`).waitFor();
            await page.locator('article').evaluate((article) => article.getRootNode().host.updateComplete);
            await assertTranslated(page, `${kind} ${id}`, names);
          }
        },
        { ready: false },
      ));

    test('other numbers, what is wrong with them, and what comes of them', () =>
      withPage(
        async (page) => {
          const typed = ['ten', 'ours', 'my-2021-04-27', ...competencies];
          await page.locator('#find').waitFor();
          await page.evaluate(() => (location.hash = 'edit=2021-04-27'));
          await page.locator('#number-association-cool_off_days').fill('ten');
          await page.locator('[data-number] .faults li').first().waitFor();
          await assertTranslated(page, 'wrong', typed);
          await page.locator('#number-association-cool_off_days').fill('10');
          await page.locator('#number-association-cool_off_days-source').fill('ours');
          await page.locator('h5').first().waitFor();
          await assertTranslated(page, 'right', typed);
          await page.evaluate(() => (location.hash = 'edit=nothing'));
          await page.locator('.refused').waitFor();
          await assertTranslated(page, 'refused', typed);
        },
        { ready: false },
      ));
  });
}
