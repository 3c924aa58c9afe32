// Back and Forward, what a link becomes when its case is changed, a reload that the page asks for, and the days of the strip.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { choice, fillInExample, open } from './browser.mjs';
import { started } from './started.mjs';

const { server, browser } = await started();

const withPage = async (fragment, act) => {
  const page = await open(browser, `${server.url}${fragment}`, { reducedMotion: 'reduce' });
  page.setDefaultTimeout(10_000);
  // What keeps the steps is fetched behind the first question.
  await page.waitForFunction(() => history.state !== null || location.hash !== '');
  try {
    await act(page);
    assert.deepEqual(page.seen.messages, []);
    assert.deepEqual(
      page.seen.requests.filter((url) => !url.startsWith(server.url)),
      [],
    );
  } finally {
    await page.context().close();
  }
};

const input = (page, pointer) => page.locator(`[data-pointer="${pointer}"] input[type=text]`).first();
const action = (page) => page.locator('#action').inputValue();
const answered = (page, status) => page.locator(`.status-${status}`).waitFor();
const asking = (page) => page.locator('.empty').waitFor();
const address = (page) => page.evaluate(() => location.hash);
const length = (page) => page.evaluate(() => history.length);
const fragmentOf = (value) => `#v1:${deflateRawSync(JSON.stringify(value)).toString('base64url')}`;
const viewing = { ruleset: '2021-04-27', today: '2021-05-20', action: { type: 'view_kpi' } };

describe('Back and Forward', () => {
  test('go from the answer to the question and back, and keep what was answered in between', () =>
    withPage('', async (page) => {
      await input(page, '/action/organization').fill('Fabrikam');
      await page.locator('.primary').click();
      await answered(page, 'needs_info');
      await choice(page, '/actor/relation', 'admin').check();
      await answered(page, 'denied');
      await page.goBack();
      await asking(page);
      assert.equal(await input(page, '/action/organization').inputValue(), 'Fabrikam');
      assert.equal(await choice(page, '/actor/relation', 'admin').isChecked(), true);
      await input(page, '/action/organization').fill('Contoso');
      await page.goForward();
      await answered(page, 'denied');
      assert.equal(
        await page.evaluate(
          () =>
            document.querySelector('partner-check-page').shadowRoot.querySelector('partner-check').shadowRoot
              .activeElement?.id,
        ),
        'verdict',
      );
      assert.equal(await input(page, '/action/organization').inputValue(), 'Contoso');
    }));

  test('go from one action to another', () =>
    withPage('', async (page) => {
      await page.locator('#action').selectOption('view_kpi');
      await page.locator('.primary').click();
      await page.locator('#verdict').waitFor();
      await page.locator('#action').selectOption('publish_invoice');
      await asking(page);
      await page.goBack();
      await page.locator('#verdict').waitFor();
      assert.equal(await action(page), 'view_kpi');
      await page.goBack();
      await asking(page);
      assert.equal(await action(page), 'view_kpi');
      await page.goBack();
      await page.waitForFunction(() => document.title === 'Partner Check – Link a certification profile (MCID)');
      assert.equal(await action(page), 'link_mcid');
    }));

  test('undo an example and a new start', () =>
    withPage('', async (page) => {
      await input(page, '/action/organization').fill('Tailspin');
      await fillInExample(page);
      assert.equal(await input(page, '/action/organization').inputValue(), 'Fabrikam');
      await page.getByRole('button', { name: 'Start again' }).click();
      await asking(page);
      assert.equal(await input(page, '/action/organization').inputValue(), '');
      await page.goBack();
      await answered(page, 'deferred');
      assert.equal(await input(page, '/action/organization').inputValue(), 'Fabrikam');
      await page.goBack();
      await asking(page);
      assert.equal(await input(page, '/action/organization').inputValue(), 'Tailspin');
    }));

  test('return to what can no longer be asked without a step of their own', () =>
    withPage('', async (page) => {
      await fillInExample(page);
      await input(page, '/today').fill('soon');
      await page.goBack();
      await asking(page);
      const before = await length(page);
      await page.goForward();
      await page.locator('#verdict, .error-summary, .empty').first().waitFor();
      await page.goBack();
      await asking(page);
      assert.equal(await length(page), before);
    }));

  test('change no address', () =>
    withPage('', async (page) => {
      await fillInExample(page);
      await page.locator('#action').selectOption('view_kpi');
      assert.equal(page.url(), `${server.url}#all`);
    }));

  test('find what was answered after a reload, and forget the steps of the visit before', () =>
    withPage('', async (page) => {
      await fillInExample(page);
      await page.waitForFunction(() => history.state?.carried?.isAnswered === true);
      await page.reload();
      await page.locator('#verdict').waitFor();
      assert.equal(await input(page, '/action/organization').inputValue(), 'Fabrikam');
      await page.goBack();
      await asking(page);
    }));
});

describe('a link', () => {
  test('stays in the address until its case is another one', () =>
    withPage(fragmentOf(viewing), async (page) => {
      await page.locator('#verdict').waitFor();
      assert.match(await address(page), /^#v1:/);
      const before = await length(page);
      await page.locator('.advanced summary').click();
      await input(page, '/today').fill('2021-06-20');
      await page.locator('.asked').filter({ hasText: 'June 20, 2021' }).waitFor();
      assert.equal(await address(page), '#view_kpi');
      assert.equal(await length(page), before);
    }));

  test('is left by another action, and Back opens it again', () =>
    withPage(fragmentOf(viewing), async (page) => {
      await page.locator('#verdict').waitFor();
      await page.locator('.back button').click();
      await page.locator('.groups a[href="#link_mcid"]').click();
      await page.locator('.guide h2', { hasText: 'May I link my profile' }).waitFor();
      assert.equal(await address(page), '#link_mcid');
      await page.goBack();
      await page.locator('.start').waitFor();
      assert.equal(await address(page), '');
      await page.goBack();
      await page.locator('.guide h2', { hasText: 'Which months does the KPI report show?' }).waitFor();
      assert.match(await address(page), /^#v1:/);
    }));

  test('opened over a form that was filled gives it back', () =>
    withPage('', async (page) => {
      await input(page, '/action/organization').fill('Tailspin');
      await page.evaluate((to) => {
        location.hash = to;
      }, fragmentOf(viewing));
      await page.locator('#verdict').waitFor();
      await page.goBack();
      await asking(page);
      assert.equal(await action(page), 'link_mcid');
      assert.equal(await input(page, '/action/organization').inputValue(), 'Tailspin');
    }));
});

describe('a reload that the page asks for', () => {
  const reload = async (page) => {
    await page.locator('partner-check-offline').evaluate((notice) => {
      notice.news = 'update';
    });
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Reload' }).click()]);
    await page.locator('form.question').waitFor();
  };
  // What is kept stands in the tab's own history entry, and goes with the tab.
  const nothingStored = async (page) => {
    assert.equal(await page.evaluate(() => sessionStorage.length + localStorage.length), 0);
  };

  test('keeps a form that is half filled', () =>
    withPage('', async (page) => {
      await page.locator('#action').selectOption('report_kpi_discrepancy');
      await input(page, '/action/invoice_number').pressSequentially('INV-7');
      await reload(page);
      await page.waitForFunction(() => document.title.includes('KPI'));
      assert.equal(await action(page), 'report_kpi_discrepancy');
      assert.equal(await input(page, '/action/invoice_number').inputValue(), 'INV-7');
      await asking(page);
      await nothingStored(page);
    }));

  test('keeps the answers of a guide, and asks on', async () => {
    await withPage('#link_mcid', async (page) => {
      await input(page, '/action/organization').fill('Fabrikam');
      await page.locator('.one .primary').click();
      await page.locator('.usual').waitFor();
      await page.locator('partner-check-offline').evaluate((notice) => {
        notice.news = 'update';
      });
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Reload' }).click()]);
      await page.locator('.usual').waitFor();
      assert.match(await page.locator('[data-answer="/action/organization"] dd').innerText(), /Fabrikam/);
      await nothingStored(page);
    });
  });

  test('keeps an answer, and what was typed last', () =>
    withPage('', async (page) => {
      await fillInExample(page);
      await input(page, '/action/organization').fill('Tailspin');
      await reload(page);
      await answered(page, 'denied');
      assert.equal(await input(page, '/action/organization').inputValue(), 'Tailspin');
      await nothingStored(page);
    }));

  test('takes nothing that it has not kept itself', () =>
    withPage('', async (page) => {
      for (const carried of [
        null,
        'x',
        { action: 'toString', ruleset: '2021-04-27', isAnswered: true, answers: [] },
        { action: 'link_mcid', ruleset: '<b>', isAnswered: true, answers: [] },
        { action: 'link_mcid', ruleset: '2021-04-27', isAnswered: true, answers: {} },
        { action: 'link_mcid', ruleset: '2021-04-27', isAnswered: true, answers: [['/today', null]] },
        {
          action: 'link_mcid',
          ruleset: '2021-04-27',
          isAnswered: true,
          answers: [['/today', { state: 'given', text: 'x', rows: 0, value: { a: 1 } }]],
        },
        {
          action: 'link_mcid',
          ruleset: '2021-04-27',
          isAnswered: true,
          answers: [['/today', { state: 'given', text: 'x', rows: 1.5 }]],
        },
      ]) {
        await page.evaluate((each) => history.replaceState({ visit: 0, step: 0, carried: each }, ''), carried);
        await page.reload();
        await nothingStored(page);
        await asking(page);
        assert.equal(await action(page), 'link_mcid');
      }
    }));
});

test('a click on a day of the strip shows that day; beside the days it does nothing', () =>
  withPage('', async (page) => {
    await fillInExample(page);
    await page.locator('.strip').waitFor();
    await page.locator('.strip').scrollIntoViewIfNeeded();
    // The first row is May 2021, from the 20th on. The verdict above takes as many lines as it needs.
    const clickAt = async (at) => {
      const { x, y, width, height } = await page.locator('.strip').boundingBox();
      const [left, top] = at((width - 56) / 31, (height - 2) / 13);
      await page.mouse.click(x + left, y + top);
    };
    const clickDay = (day, row) => clickAt((across, down) => [56 + (day - 0.5) * across, 1 + (row + 0.5) * down]);
    await clickDay(31, 0);
    await page.locator('.asked').filter({ hasText: 'May 31, 2021' }).waitFor();
    await clickDay(15, 1);
    await page.locator('.asked').filter({ hasText: 'June 15, 2021' }).waitFor();
    await clickDay(31, 1);
    await clickDay(3, 0);
    await clickAt(() => [10, 10]);
    assert.match(await page.locator('.asked').innerText(), /June 15, 2021/);
    assert.equal(await page.locator('#day').inputValue(), '26');
  }));
