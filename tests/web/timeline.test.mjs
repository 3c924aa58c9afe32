// The groups of actions, the questions that still matter, the timeline with its table, and the same question on other days.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { vectors } from '../vectors.mjs';
import { violations } from './axe.mjs';
import { choice, fillInExample, open, openParts } from './browser.mjs';
import { started } from './started.mjs';

const { server, browser } = await started();

/** A page that must not have logged anything in the end, a breach of the policy least of all. */
const withPage = async (options, act) => {
  const page = await open(browser, server.url, { reducedMotion: 'reduce', ...options });
  try {
    await act(page);
    assert.deepEqual(page.seen.messages, []);
  } finally {
    await page.context().close();
  }
};

const field = (page, pointer) => page.locator(`[data-pointer="${pointer}"]`);
const input = (page, pointer) => field(page, pointer).locator('input[type=text]').first();
const fillInAction = async (page, type, values) => {
  await page.locator('#action').selectOption(type);
  for (const [pointer, value] of Object.entries(values)) {
    await input(page, pointer).fill(value);
  }
  await page.locator('.primary').click();
  await openParts(page);
};
const asked = (page) =>
  page
    .locator('form.question > section [data-pointer]')
    .evaluateAll((fields) => fields.map((each) => each.dataset.pointer));

describe('the chooser', () => {
  test('holds every action of the catalogue once, in the groups of what people come for', () =>
    withPage({}, async (page) => {
      const actions = await page
        .locator('partner-check')
        .evaluate((element) => element.core.describe().actions.map((action) => action.type));
      const groups = await page
        .locator('#action optgroup')
        .evaluateAll((all) => all.map((group) => [group.label, [...group.children].map((option) => option.value)]));
      assert.deepEqual(groups.flatMap(([, types]) => types).sort(), actions.sort());
      assert.deepEqual(
        groups.map(([label]) => label),
        [
          'Link my profile',
          'I left a company',
          'When will it show?',
          'Our membership moves',
          'Become a Learning Partner',
          'KPIs and invoices',
          'Who may do this?',
          'Something does not work',
        ],
      );
      assert.equal(await page.locator('#action > option').count(), 0);
    }));
});

describe('only what can change the answer is asked', () => {
  const mcId = '/facts/person/certification_profile/mc_id_generated';

  test('a question of a rule that is not in force does not appear, and its answer is not sent', () =>
    withPage({}, async (page) => {
      await fillInExample(page);
      assert.equal((await asked(page)).includes(mcId), false);
      await page.locator('#ruleset').selectOption('2023-10-23');
      await page.locator('.status-needs_info').waitFor();
      await choice(page, mcId, 'no').check();
      await page.locator('.status-denied').waitFor();
      await page.locator('#ruleset').selectOption('2021-04-27');
      await page.locator('.status-deferred').waitFor();
      assert.equal((await asked(page)).includes(mcId), false);
      await page.locator('#ruleset').selectOption('2023-10-23');
      await page.locator('.status-denied').waitFor();
      assert.equal(await choice(page, mcId, 'no').isChecked(), true);
    }));

  test('a question that no longer matters steps aside with its answer, and comes back', () =>
    withPage({}, async (page) => {
      const gold = '/facts/learning/gold/kpi_met';
      await page.locator('#action').selectOption('renew_learning_option');
      await input(page, '/action/anniversary').fill('2021-06-10');
      await choice(page, gold, 'yes').check();
      await choice(page, '/action/tier', 'silver').check();
      await page.locator('.primary').click();
      await page.locator('.settled summary').filter({ hasText: 'These no longer matter (5 questions)' }).click();
      assert.equal(
        await page
          .locator('.settled')
          .locator(choice(page, gold, 'yes'))
          .isChecked(),
        true,
      );
      assert.equal((await asked(page)).includes(gold), false);
      await choice(page, '/action/tier', 'gold').check();
      await page.locator('.settled [data-pointer="/facts/learning/silver/kpi_met"]').waitFor();
      assert.equal((await asked(page)).includes(gold), true);
      assert.equal(await choice(page, gold, 'yes').isChecked(), true);
    }));

  test('the field with the focus never goes away', () =>
    withPage({}, async (page) => {
      const deleted = '/facts/person/partner_center_account';
      await fillInExample(page);
      for (const value of ['none', 'unknown', 'given', 'none']) {
        await choice(page, deleted, value).focus();
        await page.keyboard.press('Space');
        assert.equal(
          await choice(page, deleted, value).evaluate((radio) => radio === radio.getRootNode().activeElement),
          true,
        );
      }
    }));
});

const rows = (page) =>
  page
    .locator('.days-table tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [
        row.querySelector('th').textContent.trim(),
        ...[...row.querySelectorAll('td')].map(
          (cell) => cell.querySelector('time')?.dateTime ?? cell.textContent.trim(),
        ),
      ]),
    );

describe('the timeline', () => {
  test('of the contract example: the table has the links, the cool-off periods, the year and the days', () =>
    withPage({}, async (page) => {
      await fillInExample(page);
      await page.locator('.as-table summary').click();
      assert.equal(await page.locator('.days-table caption').isVisible(), true);
      assert.deepEqual(await rows(page), [
        ['The day of your question', '2021-05-20'],
        ['First day on which it is allowed', '2021-05-31'],
        ['After this, next association possible from', '2021-06-30'],
        ['Link to Contoso', '2021-05-01', '2021-05-31'],
        ['Cool-off period: Link to Contoso', '2021-05-01', '2021-05-30'],
        ['New link to Fabrikam', '2021-05-31', 'open'],
        ['Cool-off period: New link to Fabrikam', '2021-05-31', '2021-06-29'],
        ['Calendar year: 1 of 3 associations', '2021-01-01', '2021-12-31'],
        ['Last 12 months: 1 of 3 associations', '2020-05-21', '2021-05-20'],
      ]);
      const drawing = page.locator('svg.timeline-drawing');
      assert.equal(await drawing.getAttribute('role'), 'img');
      assert.match(
        await drawing.getAttribute('aria-label'),
        /Cool-off period: Link to Contoso: May 1, 2021 to May 30, 2021/,
      );
      assert.equal(await drawing.locator('.bar').count(), 4);
      assert.equal(await drawing.locator('.wait').count(), 2);
    }));

  test('of a re-enrolment shows the overlap, of an invoice how long it is shown', () =>
    withPage({}, async (page) => {
      await fillInAction(page, 'reenroll_membership', {
        '/facts/membership/pmc_expires': '2021-08-01',
        '/today': '2021-05-20',
      });
      await page.locator('.days-table').waitFor({ state: 'attached' });
      assert.deepEqual(await rows(page), [
        ['The day of your question', '2021-05-20'],
        ['Old membership, in PMC', 'open', '2021-08-01'],
        ['New membership', '2021-05-20', '2022-08-01'],
        ['Both systems can be used', '2021-05-20', '2021-08-01'],
      ]);
      await fillInAction(page, 'publish_invoice', { '/today': '2021-05-20' });
      await page.locator('.days-table th').filter({ hasText: 'Shown in' }).waitFor({ state: 'attached' });
      assert.deepEqual(await rows(page), [
        ['The day of your question', '2021-05-20'],
        ['No longer shown from', '2022-06-15'],
        ['Shown in the KPI report', '2021-06-15', '2022-06-14'],
      ]);
    }));

  test('of every vector has each of its days in the table and in the words of the drawing', () =>
    withPage({}, async (page) => {
      await fillInExample(page);
      await page.locator('svg.timeline-drawing').waitFor();
      const requests = vectors
        .filter(({ call }) => call === 'check' || call === 'preview')
        .map(({ request }) => request);
      const results = await page
        .locator('partner-check')
        .evaluate(async ({ core, messages, shadowRoot }, questions) => {
          const timeline = document.createElement('partner-check-timeline');
          shadowRoot.append(timeline);
          const results = [];
          const catalogue = core.describe();
          for (const request of questions) {
            const preview = core.preview(request);
            if (preview.type !== 'success') {
              continue;
            }
            Object.assign(timeline, { messages, catalogue, request, preview });
            await timeline.updateComplete;
            await timeline.updateComplete;
            const { dates, until } = preview.decision;
            results.push({
              request,
              days: [...Object.entries(dates), ...(until === undefined ? [] : [['until', until]])],
              shown: [...timeline.querySelectorAll('tbody time')].map((time) => time.dateTime),
              words: timeline.querySelector('svg')?.getAttribute('aria-label') ?? '',
              spoken: [...timeline.querySelectorAll('tbody time')].map((time) => time.textContent),
            });
          }
          timeline.remove();
          return results;
        }, requests);
      assert.ok(results.length > 50);
      for (const { request, days, shown, words, spoken } of results) {
        for (const [name, day] of days) {
          assert.ok(shown.includes(day), `${name} ${day} of ${JSON.stringify(request)}`);
        }
        for (const day of spoken) {
          assert.ok(words.includes(day), `${day} in ${words}`);
        }
        assert.doesNotMatch(words, /undefined|NaN|\{/);
      }
    }));
});

describe('other days', () => {
  const slider = (page) => page.locator('#day');
  const verdict = (page, pattern) => page.locator('.verdict').filter({ hasText: pattern });

  test('by keyboard: the verdict is not yet on the day before, a yes on the day, and goes back', () =>
    withPage({}, async (page) => {
      await fillInExample(page);
      await slider(page).focus();
      for (let day = 0; day < 10; day += 1) {
        await page.keyboard.press('ArrowRight');
      }
      await verdict(page, /Not yet[^]*in 1 day\.[^]*Asked for Sunday, May 30, 2021/).waitFor();
      assert.equal(await slider(page).getAttribute('aria-valuetext'), 'Sunday, May 30, 2021: Not yet');
      await page.keyboard.press('ArrowRight');
      await verdict(page, /Yes\.[^]*Asked for Monday, May 31, 2021/).waitFor();
      assert.equal(await slider(page).getAttribute('aria-valuetext'), 'Monday, May 31, 2021: Yes');
      assert.equal(await input(page, '/today').inputValue(), '2021-05-31');
      const runs = await page.locator('.runs').innerText();
      await page.getByRole('button', { name: 'One day earlier' }).click();
      await verdict(page, /Not yet[^]*Asked for Sunday, May 30, 2021/).waitFor();
      await page.getByRole('button', { name: 'One day later' }).click();
      await page.getByRole('button', { name: 'Back to May 20, 2021' }).click();
      await verdict(page, /Not yet[^]*Asked for Thursday, May 20, 2021/).waitFor();
      assert.equal(await slider(page).inputValue(), '0');
      assert.equal(await slider(page).evaluate((element) => element === element.getRootNode().activeElement), true);
      // The year is that of the question, wherever the verdict was moved.
      assert.equal(await page.locator('.runs').innerText(), runs);
    }));

  test('a day that is written is a question of its own, with its own year', () =>
    withPage({}, async (page) => {
      await fillInExample(page);
      await slider(page).focus();
      await page.keyboard.press('ArrowRight');
      await verdict(page, /Asked for Friday, May 21, 2021/).waitFor();
      await input(page, '/today').fill('2021-05-25');
      await page.locator('.runs').filter({ hasText: 'May 25, 2021 to May 30, 2021' }).waitFor();
      assert.equal(await slider(page).inputValue(), '0');
    }));

  test('reach a year ahead, and back to the day before which nothing can be asked', () =>
    withPage({}, async (page) => {
      await fillInExample(page);
      await slider(page).focus();
      await page.keyboard.press('Home');
      await verdict(page, /Asked for Saturday, May 1, 2021/).waitFor();
      await page.getByRole('button', { name: 'One day earlier' }).click();
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('End');
      await verdict(page, /Yes\.[^]*Asked for Friday, May 20, 2022/).waitFor();
    }));

  test('a year is told as a list: the first day with a yes, and every stretch of days', () =>
    withPage({}, async (page) => {
      await fillInExample(page);
      await page.locator('.runs').waitFor();
      assert.deepEqual(
        (await page.locator('.runs li').allInnerTexts()).map((text) => text.trim()),
        ['May 20, 2021 to May 30, 2021: Not yet', 'May 31, 2021 to May 19, 2022: Yes'],
      );
      assert.equal(await page.locator('.first-day').innerText(), 'First day with a yes: Monday, May 31, 2021.');
      const strip = page.locator('svg.strip');
      await strip.focus();
      const said = () => strip.getAttribute('aria-valuetext');
      assert.equal(await said(), 'Thursday, May 20, 2021: Not yet');
      for (const [key, text] of [
        ['ArrowRight', 'Friday, May 21, 2021: Not yet'],
        ['ArrowDown', 'Monday, June 21, 2021: Yes'],
        ['End', 'Thursday, May 19, 2022: Yes'],
        ['ArrowRight', 'Thursday, May 19, 2022: Yes'],
        ['Home', 'Thursday, May 20, 2021: Not yet'],
        ['ArrowUp', 'Thursday, May 20, 2021: Not yet'],
      ]) {
        await page.keyboard.press(key);
        await page.locator(`svg.strip[aria-valuetext="${text}"]`).waitFor();
      }
      const cells = await page
        .locator('svg.strip .ground')
        .evaluateAll((paths) => paths.map((path) => (path.getAttribute('d').match(/M/g) ?? []).length));
      assert.deepEqual(cells, [354, 11, 0, 0]);
      await choice(page, '/actor/relation', 'admin').check();
      await page.locator('.first-day').filter({ hasText: 'None of these days has a yes.' }).waitFor();
    }));

  test('the year is worked out in short pieces', () =>
    withPage({}, async (page) => {
      await fillInExample(page);
      await page.locator('.runs').waitFor();
      await page.evaluate(() => {
        globalThis.longTasks = [];
        new PerformanceObserver((list) =>
          globalThis.longTasks.push(...list.getEntries().map((entry) => entry.duration)),
        ).observe({
          type: 'longtask',
        });
      });
      await input(page, '/facts/person/associations/0/started').fill('2021-05-10');
      await page.locator('.runs').filter({ hasText: 'June 8, 2021: Not yet' }).waitFor();
      await page.waitForTimeout(200);
      assert.deepEqual(await page.evaluate(() => globalThis.longTasks), []);
    }));
});

test('what draws the days is there before the first answer, so that nothing is fetched after it', () =>
  withPage({}, async (page) => {
    await page.waitForLoadState('networkidle');
    assert.equal(page.seen.requests.filter((url) => /\/days-[^/]*\.js$/.test(url)).length, 1);
    const fetched = page.seen.requests.length;
    await fillInExample(page);
    await page.locator('.runs').waitFor();
    assert.equal(page.seen.requests.length, fetched);
  }));

test('without it the answer is whole', () =>
  withPage(
    {
      prepare: (page) =>
        page.route('**/days-*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'export {}' })),
    },
    async (page) => {
      await fillInExample(page);
      assert.match(await page.locator('.named-dates').innerText(), /June 30, 2021/);
      assert.equal(await page.locator('.drawn').count(), 0);
    },
  ));

describe('no violation and no scrolling sideways', { concurrency: 2 }, () => {
  const narrow = { viewport: { width: 320, height: 720 } };
  const long = async (page) => {
    await fillInExample(page);
    await input(page, '/facts/person/associations/0/organization').fill(
      'Wide World Importers Learning and Development',
    );
  };
  const invoice = (page) => fillInAction(page, 'publish_invoice', { '/today': '2021-05-20' });
  const cases = [
    ['example', {}, fillInExample],
    ['example', { colorScheme: 'dark' }, fillInExample],
    ['example', { forcedColors: 'active' }, fillInExample],
    ['long name', narrow, long],
    ['long name', { ...narrow, colorScheme: 'dark' }, long],
    ['invoice', narrow, invoice],
    ...['zh-TW', 'sv-SE', 'nl-NL'].map((locale) => ['example', { locale }, fillInExample]),
    ...['zh-TW', 'sv-SE', 'nl-NL'].map((locale) => ['long name', { locale, ...narrow }, long]),
  ];
  for (const [name, options, act] of cases) {
    test(`${name} ${JSON.stringify(options)}`, () =>
      withPage(options, async (page) => {
        await act(page);
        await page.locator('.runs').waitFor();
        await page.locator('.as-table summary').click();
        // With forced colors the system chooses them.
        assert.deepEqual(await violations(page, { withColors: options.forcedColors !== 'active' }), []);
        const { content, window: width } = await page.evaluate(() => ({
          content: document.documentElement.scrollWidth,
          window: innerWidth,
        }));
        assert.ok(content <= width, `${content} pixels of content in ${width}`);
        const cut = await page.locator('svg.timeline-drawing text').evaluateAll((texts) =>
          texts
            .filter((text) => {
              const [inner, outer] = [text.getBoundingClientRect(), text.ownerSVGElement.getBoundingClientRect()];
              return inner.left < outer.left - 3 || inner.right > outer.right + 3;
            })
            .map((text) => text.textContent),
        );
        assert.deepEqual(cut, []);
        assert.equal(await page.locator('[style], style').count(), 0);
      }));
  }
});
