// WCAG 2.2 AA as far as axe can see it, in every state, language and theme; and no scrolling sideways.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { choice, fillInExample, open } from './browser.mjs';
import { started } from './started.mjs';

const { server, browser } = await started();

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function violations(page) {
  const { violations: found } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.flat().join(' ')).join(', ')}`);
}

const states = {
  start: async () => {},
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
};
// That the page really is in the state that is looked at.
const outcomes = {
  ...Object.fromEntries(['allowed', 'deferred', 'denied', 'needs_info'].map((status) => [status, `.status-${status}`])),
  errors: '.error-summary',
  letter: '.status-needs_info',
};
const narrow = { viewport: { width: 320, height: 720 } };
const cases = [
  ...Object.keys(states).map((state) => [state, {}]),
  ...['start', 'deferred', 'denied', 'errors'].map((state) => [state, { colorScheme: 'dark' }]),
  ...['start', 'deferred', 'errors', 'letter'].map((state) => [state, narrow]),
  ...['zh-TW', 'sv-SE', 'nl-NL'].map((locale) => ['deferred', { locale }]),
  ...['zh-TW', 'sv-SE', 'nl-NL'].map((locale) => ['errors', { locale, ...narrow }]),
];

describe('no violation and no scrolling sideways', { concurrency: 4 }, () => {
  for (const [state, options] of cases) {
    test(`${state} ${JSON.stringify(options)}`, async () => {
      const page = await open(browser, server.url, { reducedMotion: 'reduce', ...options });
      await states[state](page);
      assert.equal(await page.locator(state in outcomes ? outcomes[state] : 'form.question').count(), 1);
      assert.deepEqual(await violations(page), []);
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

test('nothing to click is smaller than 24 by 24 pixels, links in text aside', async () => {
  const page = await open(browser, server.url, narrow);
  await fillInExample(page);
  const small = await page.locator('button, select, input[type=text], label.choice').evaluateAll((elements) =>
    elements.map((element) => element.getBoundingClientRect()).filter(({ width, height }) => width < 24 || height < 24).length,
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
      card: shadowRoot.querySelector('.live').getBoundingClientRect().bottom,
    }));
    assert.ok(link > card, `link ends at ${link}, the verdict at ${card}`);
  }
  await page.context().close();
});
