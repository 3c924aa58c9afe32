// From what somebody wants to know to the answer: the search, the guide, and what both cost.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { open } from './browser.mjs';
import { started } from './started.mjs';

const { server, browser } = await started();

/** The page on a day of its own, as somebody finds it; nothing may have been logged in the end. */
const withPage = async ({ today = '2021-05-20', at = '', ...options }, act) => {
  const page = await open(browser, `${server.url}${at === '' ? '?' : `#${at}`}`, {
    ready: false,
    prepare: (fresh) => fresh.clock.setFixedTime(new Date(`${today}T09:00:00`)),
    ...options,
  });
  try {
    await page.locator('.start, .guide').first().waitFor();
    await act(page);
    assert.deepEqual(page.seen.messages, []);
  } finally {
    await page.context().close();
  }
};

const input = (page, pointer) => page.locator(`[data-pointer="${pointer}"] input[type=text]`).first();
const verdict = (page) => page.locator('#verdict');
const next = (page) => page.locator('.one .primary').click();
const usual = (page) => page.locator('.usual .primary').click();

/** Counts what a person does: a press of a button, a choice, a text that is typed, Enter. */
function hand(page) {
  let count = 0;
  const act = async (doing) => {
    count += 1;
    await doing;
  };
  return {
    press: (locator) => act(locator.click()),
    type: (locator, text) => act(locator.fill(text)),
    enter: () => act(page.keyboard.press('Enter')),
    get count() {
      return count;
    },
  };
}

for (const locale of ['en-US', 'zh-TW', 'sv-SE', 'nl-NL']) {
  test(`${locale}: of 100 ways to ask, 95 find their situation first and all find it among three`, () =>
    withPage({ locale }, async (page) => {
      const phrasings = JSON.parse(readFileSync(new URL(`phrasings/${locale}.json`, import.meta.url), 'utf8'));
      assert.equal(phrasings.length, 100);
      let first = 0;
      let three = 0;
      for (const { says, finds } of phrasings) {
        await page.locator('#wish').fill(says);
        await page.locator(`.matches[data-written=${JSON.stringify(says)}]`).waitFor();
        const found = await page.locator('.matches a').evaluateAll((links) => links.map((link) => link.hash.slice(1)));
        first += found[0] === finds ? 1 : 0;
        three += found.slice(0, 3).includes(finds) ? 1 : 0;
      }
      assert.ok(first >= 95, `${first} first`);
      assert.ok(three === 100, `${three} among three`);
    }));
}

test('a plan is found by its words, too', () =>
  withPage({}, async (page) => {
    await page.locator('#wish').fill('somebody leaves us, what has to be done?');
    await page.locator('.matches a[href="#leave"]').click();
    await page.locator('.guide h2', { hasText: 'Somebody leaves us' }).waitFor();
  }));

test('linked on May 1, may I link on May 20: six interactions, with Enter and without a mouse after the first', () =>
  withPage({}, async (page) => {
    const person = hand(page);
    await person.press(page.locator('a[href="#link_mcid"]').first());
    await person.type(input(page, '/action/organization'), 'Fabrikam');
    await person.enter();
    assert.match(await page.locator('.usual').innerText(), /You have a work account of Fabrikam in Partner Center\./);
    await person.press(page.locator('.usual .primary'));
    assert.match(await verdict(page).innerText(), /^We cannot tell yet\./);
    await person.type(input(page, '/facts/person/associations/0/started'), '2021-05-01');
    // It is said before anybody presses anything, and what was asked stays where it is.
    await verdict(page)
      .filter({ hasText: 'Not yet. You can do this from Monday, May 31, 2021, in 11 days.' })
      .waitFor();
    await person.press(page.locator('.one .primary'));
    await page.locator('.details').waitFor();
    assert.match(await verdict(page).innerText(), /^Not yet\. You can do this from Monday, May 31, 2021, in 11 days\./);
    assert.equal(person.count, 6);
    assert.equal(new URL(page.url()).hash, '#link_mcid');
  }));

/** Answers what is asked: links since May 1 and nothing else. */
async function answerLinks(page) {
  await input(page, '/action/organization').fill('Fabrikam');
  await next(page);
  await usual(page);
  const started = input(page, '/facts/person/associations/0/started');
  // There is room for one question at a time: the date in the profile first.
  if ((await started.count()) === 0) {
    await page.locator('.one > .buttons .secondary').click();
  }
  await started.fill('2021-05-01');
  await next(page);
  await page.locator('.details').waitFor();
}

for (const locale of ['en-US', 'zh-TW', 'sv-SE', 'nl-NL']) {
  test(`${locale}: the answer fits the screen of a phone, in 120 words at most`, () =>
    withPage({ locale, at: 'link_mcid', viewport: { width: 390, height: 844 } }, async (page) => {
      await answerLinks(page);
      await page.waitForFunction(() => scrollY > 0);
      const card = await page.locator('.verdict').boundingBox();
      const tools = await page.locator('.keep').boundingBox();
      assert.ok(card.y >= 0 && tools.y + tools.height <= 844, JSON.stringify({ card, tools }));
      // What a screen reader is told once more is no more to read.
      const said = await page.locator('.answer').evaluate((answer) => {
        answer.querySelector('[role=status]').remove();
        return answer.innerText;
      });
      const { length } = [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(said)].filter(
        ({ isWordLike }) => isWordLike,
      );
      // A date has six words in Chinese and three elsewhere.
      assert.ok(length <= (locale === 'zh-TW' ? 150 : 120), `${length} words: ${said}`);
    }));
}

test('on a phone one question is asked at a time', () =>
  withPage({ at: 'link_mcid', viewport: { width: 390, height: 844 } }, async (page) => {
    await input(page, '/action/organization').fill('Fabrikam');
    await next(page);
    await usual(page);
    assert.equal(await page.locator('.one > .field').count(), 1);
  }));

test('an administrator who asks for somebody else is told no as soon as that is known, and asked nothing more', () =>
  withPage({ at: 'link_mcid' }, async (page) => {
    await input(page, '/action/organization').fill('Fabrikam');
    await next(page);
    await page.locator('.usual .secondary').click();
    await page.locator('input[name="field-actor-relation"][value=admin]').check();
    await verdict(page).filter({ hasText: /^No\./ }).waitFor();
    await next(page);
    await page.locator('.details').waitFor();
    assert.equal(await page.locator('.one').count(), 0);
  }));

test('what nobody knows is not asked again, and stays open in the answer', () =>
  withPage({ at: 'link_mcid' }, async (page) => {
    await input(page, '/action/organization').fill('Fabrikam');
    await next(page);
    await usual(page);
    await page.locator('.one .secondary', { hasText: 'I do not know' }).click();
    await page.locator('.details').waitFor();
    assert.match(await verdict(page).innerText(), /^We cannot tell yet\./);
    assert.equal(await page.getByText('That is all we need to know.').count(), 0);
    // Its name leads back to the question.
    await page.locator('.missing-list a').first().click();
    await page.locator('.one').waitFor();
  }));

test('Back goes through the questions with what was answered, and an answer can be changed', () =>
  withPage({ at: 'link_mcid' }, async (page) => {
    await input(page, '/action/organization').fill('Fabrikam');
    await next(page);
    await usual(page);
    await page.goBack();
    await page.locator('.usual').waitFor();
    await page.goBack();
    assert.equal(await input(page, '/action/organization').inputValue(), 'Fabrikam');
    await page.goForward();
    await page.goForward();
    await input(page, '/facts/person/associations/0/started').fill('2021-05-01');
    await next(page);
    await page.locator('.details').waitFor();
    assert.equal(await page.getByText('That is all we need to know.').count(), 1);
    await page.locator('[data-answer="/facts/person/associations"] button').click();
    await input(page, '/facts/person/associations/0/started').fill('2021-04-01');
    await next(page);
    await verdict(page).filter({ hasText: 'Yes. You can do this on May 20, 2021.' }).waitFor();
  }));

test('another question begins at the start, and bad input stays and is named', () =>
  withPage({ at: 'reenroll_membership', today: '2018-11-24' }, async (page) => {
    await input(page, '/facts/membership/pmc_expires').fill('2019-02-30');
    await next(page);
    const asked = page.locator('[data-pointer="/facts/membership/pmc_expires"]');
    await asked.locator('.error').waitFor();
    assert.equal(await input(page, '/facts/membership/pmc_expires').inputValue(), '2019-02-30');
    await input(page, '/facts/membership/pmc_expires').fill('2019-03-31');
    await next(page);
    await page.locator('.details').waitFor();
    await page.locator('.back button').click();
    await page.locator('#wish').waitFor();
    assert.equal(new URL(page.url()).hash, '');
    await page.goBack();
    await page.locator('.details').waitFor();
  }));

test('a day that is none is named where it stands, although it is asked nowhere', () =>
  withPage({ at: 'link_mcid' }, async (page) => {
    await page.locator('.advanced summary').click();
    await input(page, '/today').fill('2021-02-30');
    await page.locator('.advanced summary').click();
    await input(page, '/action/organization').fill('Fabrikam');
    await next(page);
    await page.locator('[data-pointer="/today"] .error').waitFor();
    assert.equal(await input(page, '/today').evaluate((field) => field === field.getRootNode().activeElement), true);
    await input(page, '/today').fill('2021-05-20');
    await next(page);
    await page.locator('.usual').waitFor();
  }));

test('every situation has an address of its own and asks for something, or answers at once', () =>
  withPage({}, async (page) => {
    const links = await page.locator('.groups a').evaluateAll((all) => all.map((link) => link.hash.slice(1)));
    assert.ok(links.length >= 33 && new Set(links).size === links.length);
    for (const situation of links) {
      await page.goto(`${server.url}?${situation}#${situation}`);
      await page.locator('.guide').waitFor();
      assert.ok((await page.locator('.one, .usual, .details').count()) > 0, situation);
    }
  }));

test('a search that cannot be fetched leaves the questions to choose from', () =>
  withPage({}, async (page) => {
    await page.route(/search-/, (route) => route.abort());
    await page.locator('#wish').fill('link');
    await page.locator('.found', { hasText: 'Nothing found' }).waitFor();
    await page.locator('a[href="#link_mcid"]').first().click();
    await page.locator('.guide').waitFor();
    page.seen.messages.length = 0;
  }));
