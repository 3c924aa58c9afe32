// WCAG 2.2 AA as far as axe can see it, in every state, language and theme; and no scrolling sideways.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { vectors } from '../vectors.mjs';
import { violations } from './axe.mjs';
import { choice, fillInExample, open } from './browser.mjs';
import { built } from './server.mjs';
import { started } from './started.mjs';

const { server, browser } = await started();

const follow = (page, request) =>
  page.evaluate(
    (to) => {
      location.hash = to;
    },
    `#v1:${deflateRawSync(JSON.stringify(request)).toString('base64url')}`,
  );
const use = async (page, tool) => {
  await fillInExample(page);
  await page.locator(`[data-tool=${tool}]`).click();
  await page.locator('dialog[open]').waitFor();
};
const news = (which) => async (page) => {
  await page.locator('partner-check-offline').evaluate((notice, value) => {
    notice.news = value;
  }, which);
  await page.locator(`.notice[data-news=${which}]`).waitFor();
};

/** As somebody finds the page. */
const begin = async (page) => {
  await page.goto(`${server.url}?fresh`);
  await page.locator('.start').waitFor();
};
const situation = async (page) => {
  await begin(page);
  await page.locator('.groups a[href="#link_mcid"]').click();
  await page.locator('.one').waitFor();
};
const usual = async (page) => {
  await situation(page);
  await page.locator('.one input').fill('Fabrikam');
  await page.locator('.one .primary').click();
  await page.locator('.usual').waitFor();
};

const states = {
  start: async () => {},
  begin,
  found: async (page) => {
    await begin(page);
    await page.locator('#wish').fill('mcid');
    await page.locator('.matches').waitFor();
  },
  situation,
  usual,
  questions: async (page) => {
    await usual(page);
    await page.locator('.usual .primary').click();
    await page.locator('.one').waitFor();
  },
  wrong: async (page) => {
    await begin(page);
    await page.locator('.groups a[href="#reenroll_membership"]').click();
    await page.locator('.one input').first().fill('soon');
    await page.locator('.one .primary').click();
    await page.locator('.one .error').waitFor();
  },
  card: async (page) => {
    await usual(page);
    await page.locator('.usual .primary').click();
    await page.locator('.one .secondary', { hasNotText: '+' }).last().click();
    await page.locator('.guide .given').waitFor();
  },
  deferred: fillInExample,
  allowed: async (page) => {
    await fillInExample(page);
    await choice(page, '/facts/person/associations', 'none').check();
  },
  denied: async (page) => {
    await fillInExample(page);
    await choice(page, '/actor/relation', 'admin').check();
  },
  needs_info: async (page) => {
    await fillInExample(page);
    await choice(page, '/facts/person/associations', 'unknown').check();
  },
  errors: async (page) => {
    await page.locator('[data-pointer="/today"] input').fill('soon');
    await page.locator('.primary').click();
    await page.locator('.error-summary').waitFor();
  },
  letter: async (page) => {
    await page.locator('#action').selectOption('request_directory_listing');
    await page.locator('.primary').click();
    await page.locator('#verdict').waitFor();
  },
  settled: async (page) => {
    await page.locator('#action').selectOption('renew_learning_option');
    await page.locator('[data-pointer="/action/anniversary"] input').fill('2021-06-10');
    await choice(page, '/action/tier', 'silver').check();
    await page.locator('.primary').click();
    await page.locator('.settled').waitFor();
    await page.locator('details').evaluateAll((all) =>
      all.forEach((details) => {
        details.open = true;
      }),
    );
  },
  link: (page) => use(page, 'link'),
  calendar: (page) => use(page, 'calendar'),
  receipt: async (page) => {
    await use(page, 'receipt');
    await page.locator('dialog #paste').fill('{}');
    await page.locator('dialog .check .other').click();
    await page.locator('dialog .result').waitFor();
  },
  saved: async (page) => {
    await use(page, 'saved');
    await page.locator('dialog .do').click();
    await page.locator('dialog .cases').waitFor();
  },
  text: async (page) => {
    await page.evaluate(() =>
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new Error('refused')) },
      }),
    );
    await use(page, 'text');
  },
  'broken link': async (page) => {
    await page.evaluate(() => {
      location.hash = '#v1:A';
    });
    await page.locator('.notice').waitFor();
  },
  ready: news('ready'),
  update: news('update'),
};
// That the page really is in the state that is looked at.
const outcomes = {
  ...Object.fromEntries(['allowed', 'deferred', 'denied', 'needs_info'].map((status) => [status, `.status-${status}`])),
  errors: '.error-summary',
  begin: '.start',
  found: '.matches',
  situation: '.guide .one',
  usual: '.usual',
  questions: '.guide .one',
  wrong: '.one .has-error',
  card: '.guide .given',
  letter: '.status-needs_info',
  settled: 'details.settled[open]',
  ...Object.fromEntries(
    ['link', 'calendar', 'receipt', 'saved', 'text'].map((tool) => [tool, `dialog[open] .sheet-${tool}`]),
  ),
};
const narrow = { viewport: { width: 320, height: 720 } };
const themes = [
  { colorScheme: 'dark' },
  { forcedColors: 'active' },
  { forcedColors: 'active', colorScheme: 'dark' },
  narrow,
  { ...narrow, colorScheme: 'dark' },
];
// Every state once; the main states in every theme, language and width.
const main = ['begin', 'questions', 'deferred', 'denied', 'errors'];
const cases = [
  ...Object.keys(states).map((state) => [state, {}]),
  ...themes.flatMap((theme) => main.map((state) => [state, theme])),
  ...['letter', 'link', 'receipt', 'update'].flatMap((state) =>
    [narrow, { colorScheme: 'dark' }].map((theme) => [state, theme]),
  ),
  ...['zh-TW', 'sv-SE', 'nl-NL'].flatMap((locale) => [
    ...main.map((state) => [state, { locale }]),
    ...['deferred', 'errors'].map((state) => [state, { locale, ...narrow }]),
  ]),
];

describe('no violation and no scrolling sideways', { concurrency: 2 }, () => {
  for (const [state, options] of cases) {
    test(`${state} ${JSON.stringify(options)}`, async () => {
      const page = await open(browser, server.url, { reducedMotion: 'reduce', ...options });
      await states[state](page);
      assert.equal(await page.locator(state in outcomes ? outcomes[state] : 'form.question').count(), 1);
      // With forced colors the system chooses them.
      assert.deepEqual(await violations(page, { withColors: options.forcedColors !== 'active' }), []);
      const { content, window: width } = await page.evaluate(() => ({
        content: document.documentElement.scrollWidth,
        window: innerWidth,
      }));
      assert.ok(content <= width, `${content} pixels of content in ${width}`);
      assert.deepEqual(page.seen.messages, []);
      await page.context().close();
    });
  }
});

test('no violation in the form and an answer of any action', async () => {
  const page = await open(browser, server.url, { reducedMotion: 'reduce' });
  // The colors are those of the states above, and take longest.
  const actions = await page.locator('#action option').evaluateAll((options) => options.map(({ value }) => value));
  for (const type of actions) {
    await page.locator('#action').selectOption(type);
    for (const given of await page.locator('input[type=radio][value=given]').all()) {
      await given.check();
    }
    assert.deepEqual(await violations(page, { withColors: false }), [], type);
    const { request } = vectors.find(
      ({ call = 'check', request: each, expect }) =>
        call === 'check' && each.action?.type === type && !('$schema' in each) && expect.errors === undefined,
    );
    await follow(page, { ruleset: '2021-04-27', ...request });
    await page.locator('#verdict').waitFor();
    assert.deepEqual(await violations(page, { withColors: false }), [], `${type}, answered`);
    await page.getByRole('button', { name: 'Start again' }).click();
    await page.locator('#verdict').waitFor({ state: 'detached' });
  }
  await page.context().close();
});

for (const options of [{}, { locale: 'zh-TW', colorScheme: 'dark' }]) {
  test(`no violation where the core cannot be had ${JSON.stringify(options)}`, async () => {
    const page = await open(browser, server.url, {
      ...options,
      ready: false,
      prepare: (each) => each.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: '' })),
    });
    await page.locator('.failure').waitFor();
    assert.deepEqual(await violations(page), []);
    await page.context().close();
  });

  test(`no violation in the page in one file ${JSON.stringify(options)}`, async () => {
    const page = await open(browser, pathToFileURL(`${built}partner-check.html`).href, {
      reducedMotion: 'reduce',
      ...options,
    });
    await fillInExample(page);
    await page.locator('.runs').waitFor();
    await page.locator('details').evaluateAll((all) =>
      all.forEach((details) => {
        details.open = true;
      }),
    );
    assert.deepEqual(await violations(page), []);
    await page.context().close();
  });
}

test('with the keyboard alone: an example, its other days, another answer, Back, a new start, another language', async () => {
  const page = await open(browser, server.url, { reducedMotion: 'reduce' });
  const press = (...keys) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const focused = () =>
    page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) {
        element = element.shadowRoot.activeElement;
      }
      return `${element?.localName}#${element?.id} ${element?.textContent.trim().slice(0, 40)}`;
    });
  /** Goes on until something like this has the focus. */
  const tabTo = async (wanted, key = 'Tab') => {
    for (let presses = 0; presses < 120; presses += 1) {
      await page.keyboard.press(key);
      if (wanted.test(await focused())) {
        return;
      }
    }
    assert.fail(`${wanted} never had the focus`);
  };
  await press('Tab', 'Enter');
  assert.match(await focused(), /^select#action/);
  await tabTo(/Fill in an example/);
  await press('Enter');
  await page.locator('.status-deferred').waitFor();
  assert.match(await focused(), /^h2#verdict/);
  await tabTo(/^summary# On another day/);
  await press('Enter');
  await page.locator('.other-days .runs').waitFor();
  await tabTo(/^input#day/);
  await press('End');
  await page.locator('.status-allowed').waitFor();
  await tabTo(/^summary# Timeline/);
  await press('Enter');
  await tabTo(/^summary# The same as a table/);
  await press('Enter');
  await page.locator('.as-table[open]').waitFor();
  await tabTo(/^input#field-action-organization/, 'Shift+Tab');
  await page.keyboard.type('Tailspin');
  await page.locator('.status-denied').waitFor();
  // The keys for Back belong to the browser, which has no window here.
  await page.goBack();
  await page.locator('.empty').waitFor();
  assert.match(await focused(), /^select#action/);
  await page.goForward();
  await page.locator('.status-denied').waitFor();
  assert.match(await focused(), /^h2#verdict/);
  await tabTo(/Start again/, 'Shift+Tab');
  await press('Enter');
  await page.locator('.empty').waitFor();
  assert.match(await focused(), /^select#action/);
  await tabTo(/^select#language/, 'Shift+Tab');
  await press('ArrowDown');
  await page.waitForFunction(() => document.documentElement.lang !== 'en-US');
  assert.match(await focused(), /^select#language/);
  assert.deepEqual(page.seen.messages, []);
  await page.context().close();
});

test('nothing to click is smaller than 24 by 24 pixels, links in text aside', async () => {
  const page = await open(browser, server.url, narrow);
  await fillInExample(page);
  const small = await page
    .locator('button, select, input[type=text], label.choice')
    .evaluateAll(
      (elements) =>
        elements
          .map((element) => element.getBoundingClientRect())
          .filter(({ width, height }) => width < 24 || height < 24).length,
    );
  assert.equal(small, 0);
  await page.context().close();
});

test('what has the focus is never hidden behind the verdict', async () => {
  const page = await open(browser, server.url, { reducedMotion: 'reduce' });
  await fillInExample(page);
  const links = page.locator('.details a');
  await links.last().focus();
  for (let left = await links.count(); left > 1; left -= 1) {
    await page.keyboard.press('Shift+Tab');
    const { link, card } = await page.locator('partner-check').evaluate(({ shadowRoot }) => ({
      link: shadowRoot.activeElement.getBoundingClientRect().bottom,
      card: shadowRoot.querySelector('.card').getBoundingClientRect().bottom,
    }));
    assert.ok(link > card, `link ends at ${link}, the verdict at ${card}`);
  }
  await page.context().close();
});
