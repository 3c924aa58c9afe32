// "Show as request": the question of the page as JSON that can be changed, and as programs.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from 'partnercheck';
import { violations } from './axe.mjs';
import { fillInExample, open } from './browser.mjs';
import { started } from './started.mjs';

const { server, browser } = await started();
const rules = await load();
const show = (page, shown) => page.locator('dialog #shown').selectOption(shown);
const code = (page) => page.locator('dialog #code');
const written = async (page) => JSON.parse(await code(page).inputValue());

/** Opens the sheet over the example's answer. */
async function opened(options) {
  const page = await open(browser, server.url, options);
  await fillInExample(page);
  await page.locator('[data-tool=request]').click();
  await code(page).waitFor();
  return page;
}
const withSheet = async (act, options) => {
  const page = await opened(options);
  try {
    await act(page);
    assert.deepEqual(page.seen.messages, []);
  } finally {
    await page.context().close();
  }
};

describe('the question as a request', () => {
  test('is what the page asked, and its answer is the one of the page', () =>
    withSheet(async (page) => {
      const request = await written(page);
      assert.equal(request.action.organization, 'Fabrikam');
      assert.match(await page.locator('dialog #judged').innerText(), /Not yet.*May 31, 2021/);
      await show(page, 'answer');
      assert.deepEqual(await written(page), JSON.parse(JSON.stringify(rules.check(request))));
    }));

  test('is judged at every key, with line and column, and a fault leads to its place', () =>
    withSheet(async (page) => {
      const lines = ['{', '  "today": "2021-05-20",', '  "action": { "type": "link_mcid", "organisation": "x" }', '}'];
      await code(page).fill(lines.join('\n'));
      const fault = page.locator('dialog .faults li').filter({ hasText: 'organisation' });
      assert.match(await fault.innerText(), /Line 3, column 52|Line 3, column 36/);
      assert.equal(await code(page).getAttribute('aria-invalid'), 'true');
      await fault.locator('button').click();
      const [start, isFocused] = await code(page).evaluate((area) => [
        area.selectionStart,
        area.getRootNode().activeElement === area,
      ]);
      assert.ok(isFocused);
      const before = lines.slice(0, 2).join('\n').length + 1;
      assert.ok(start > before && start < before + lines[2].length, String(start));
      await code(page).fill('{ "today": ');
      assert.match(await page.locator('dialog .faults').innerText(), /Line 1/);
      assert.equal(await page.locator('dialog #ask').count(), 0);
    }));

  test('that was changed is what the programs hold, and what the page answers', () =>
    withSheet(async (page) => {
      const request = await written(page);
      request.facts.person.associations[0].started = '2021-05-10';
      await code(page).fill(JSON.stringify(request));
      await page.locator('dialog #judged').filter({ hasText: 'June 9, 2021' }).waitFor();
      for (const shown of ['typescript', 'shell', 'cpp']) {
        await show(page, shown);
        assert.match(await code(page).inputValue(), /"started": "2021-05-10"/, shown);
        assert.ok(await code(page).evaluate((area) => area.readOnly), shown);
      }
      await page.locator('dialog #ask').click();
      await page.locator('#verdict').filter({ hasText: 'June 9, 2021' }).waitFor();
    }));

  test('says what can be said of its action, by the catalogue', () =>
    withSheet(async (page) => {
      await page.locator('dialog summary').click();
      const help = page.locator('dialog details .lines');
      const paths = await help.locator('code').allInnerTexts();
      const { facts } = rules.describe().actions.find(({ type }) => type === 'link_mcid');
      const known = new Set(paths);
      for (const path of ['/action/organization', '/facts/person/associations/*/started', '/actor/relation']) {
        assert.ok(facts.includes(path) && known.has(path), path);
      }
      assert.match(await help.innerText(), /One of these: owner, admin, other/);
    }));

  test('is copied whole; where the browser refuses, that is said', () =>
    withSheet(
      async (page) => {
        await page.locator('dialog .do').click();
        await page.locator('dialog .status').filter({ hasText: 'Copied' }).waitFor();
        const copied = await page.evaluate(() => window.copiedText);
        assert.equal(copied, await code(page).inputValue());
        await page.evaluate(() => (window.refuses = true));
        await page.locator('dialog .do').click();
        await page.locator('dialog .status').filter({ hasText: 'did not allow' }).waitFor();
      },
      {
        prepare: (page) =>
          page.addInitScript(() => {
            Object.defineProperty(navigator, 'clipboard', {
              value: {
                writeText: async (text) => {
                  if (window.refuses) {
                    throw new Error('refused');
                  }
                  window.copiedText = text;
                },
              },
            });
          }),
      },
    ));

  for (const options of [
    {},
    { locale: 'nl-NL', viewport: { width: 320, height: 720 } },
    { locale: 'zh-TW', colorScheme: 'dark' },
  ]) {
    test(`no violation and no scrolling sideways ${JSON.stringify(options)}`, () =>
      withSheet(async (page) => {
        await page.locator('dialog summary').click();
        assert.deepEqual(await violations(page), []);
        await code(page).fill('{ "today": 3 }');
        assert.deepEqual(await violations(page), []);
        const [content, width] = await page
          .locator('dialog')
          .evaluate((dialog) => [dialog.scrollWidth, dialog.clientWidth]);
        assert.ok(content <= width, `${content} in ${width}`);
      }, options));
  }
});
