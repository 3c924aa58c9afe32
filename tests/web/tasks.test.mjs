// What people come for, each done as a person would, from the start of the page: how much they press and type, how far they
// scroll, how much they are told, how long it takes. Times are printed, not judged.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open } from './browser.mjs';
import { started } from './started.mjs';

const { server, browser } = await started();

const field = (page, pointer) => page.locator(`[data-pointer="${pointer}"]`);
const input = (page, pointer) => field(page, pointer).locator('input[type=text]').first();
const choice = (page, pointer, value) =>
  page.locator(`input[name="field${pointer.replaceAll('/', '-')}"][value="${value}"]`);
const situation = (page, name) => page.locator(`.start a[href="#${name}"]`).first();

const wordsOf = (text) =>
  [...new Intl.Segmenter('en-US', { granularity: 'word' }).segment(text)].filter(({ isWordLike }) => isWordLike).length;

/** `never`: what may not be said on the way, since what is known by then says otherwise. */
function task(
  title,
  { today = '2021-05-20', most, never = [], act, verdict, also = [], options = {}, words: mostWords = 120 },
) {
  test(title, async (t) => {
    const page = await open(browser, `${server.url}?`, {
      ready: false,
      ...options,
      prepare: (fresh) => fresh.clock.setFixedTime(new Date(`${today}T09:00:00`)),
    });
    try {
      await page.locator('.start').waitFor();
      let interactions = 0;
      let scrolls = 0;
      const said = async () =>
        (await page.locator('#verdict').count()) > 0 ? page.locator('#verdict').innerText() : '';
      const step = async (doing, target) => {
        interactions += 1;
        if (target !== undefined) {
          const seen = await target.evaluate((element) => {
            const { top, bottom } = element.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight;
          });
          scrolls += seen ? 0 : 1;
        }
        await doing();
        const now = await said();
        for (const wrong of never) {
          assert.doesNotMatch(now, wrong);
        }
      };
      const began = performance.now();
      await act({
        page,
        press: (target) => step(() => target.click(), target),
        check: (target) => step(() => target.check(), target),
        type: (target, text) => step(() => target.fill(text), target),
        enter: () => step(() => page.keyboard.press('Enter')),
      });
      await page.locator('#verdict').filter({ hasText: verdict }).waitFor();
      const milliseconds = Math.round(performance.now() - began);
      for (const more of also) {
        await page.getByText(more).first().waitFor();
      }
      const fold = await page.locator('#verdict').evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        const answer = element.closest('.answer');
        // What only a screen reader tells stands on the page as well.
        const hidden = [...answer.querySelectorAll('.visually-hidden')].map(({ innerText }) => innerText);
        return { isSeen: top >= 0 && bottom <= innerHeight, text: answer.innerText, hidden: hidden.join(' ') };
      });
      const words = wordsOf(fold.text) - wordsOf(fold.hidden);
      t.diagnostic(`${interactions} interactions, ${scrolls} scrolls, ${words} words of answer, ${milliseconds} ms`);
      assert.ok(words <= mostWords, `${words} words`);
      assert.ok(interactions <= most, `${interactions} interactions`);
      assert.ok(fold.isSeen, 'the verdict is on the screen');
      assert.deepEqual(page.seen.messages, []);
    } finally {
      await page.context().close();
    }
  });
}

const linkedOnMayFirst = {
  most: 6,
  act: async ({ page, press, type, enter }) => {
    await press(situation(page, 'link_mcid'));
    await type(input(page, '/action/organization'), 'Fabrikam');
    await enter();
    await press(page.locator('.usual .primary'));
    await page.locator('.one').waitFor();
    if (page.viewportSize().width < 800) {
      // One thing at a time: the date that the profile shows comes first.
      await press(page.locator('.one .secondary'));
    }
    await type(input(page, '/facts/person/associations/0/started'), '2021-05-01');
    await press(page.locator('.one .primary'));
  },
};

task('linked to Contoso on May 1: may I link on May 20?', {
  ...linkedOnMayFirst,
  never: [/^(Yes|No)\b(?!t)/],
  verdict: 'Not yet. You can do this from Monday, May 31, 2021, in 11 days.',
  also: [/Because: The last association started on May 1, 2021/],
});

for (const [locale, never, verdict, words] of [
  // What counts as a word in Chinese is shorter.
  ['zh-TW', /^可以/, /還不行.*5\s*月\s*31\s*日/, 150],
  ['sv-SE', /^(Ja|Nej)/, /Inte än.*31 maj 2021/],
  ['nl-NL', /^(Ja|Nee)/, /Nog niet.*31 mei 2021/],
]) {
  task(`the same on a phone, ${locale}`, {
    ...linkedOnMayFirst,
    most: 7,
    never: [never],
    verdict,
    words,
    options: { locale, viewport: { width: 390, height: 844 } },
  });
}

task('I left a company and cannot get in any more: who does what?', {
  most: 8,
  verdict: 'Everything can be settled by Thursday, May 20, 2021.',
  also: [
    'Delete the account of somebody who left',
    'Remove somebody from the skills report',
    /The Global admin: Delete/,
  ],
  act: async ({ page, press, check, type }) => {
    await press(situation(page, 'leave'));
    await press(page.getByRole('button', { name: 'I do not know' }));
    await check(choice(page, '/facts/person/partner_center_account', 'none'));
    await check(choice(page, '/facts/person/left_on', 'given'));
    await type(input(page, '/facts/person/left_on'), '2021-05-10');
  },
});

task('a Global Admin links for an employee: no, and nothing can make it yes', {
  most: 6,
  never: [/^Yes/],
  verdict: /^No\./,
  also: [/only the person who owns the profile can do this/],
  act: async ({ page, press, check, type, enter }) => {
    await press(situation(page, 'link_mcid'));
    await type(input(page, '/action/organization'), 'Fabrikam');
    await enter();
    await press(page.locator('.usual .secondary'));
    await check(choice(page, '/actor/relation', 'admin'));
    await press(page.locator('.one .primary'));
  },
});

task('we re-enrol: when does it end?', {
  today: '2018-11-24',
  most: 4,
  verdict: 'The new membership ends on Tuesday, March 31, 2020.',
  act: async ({ page, press, type, enter }) => {
    await press(situation(page, 'reenroll_membership'));
    await type(input(page, '/facts/membership/pmc_expires'), '2019-03-31');
    await enter();
  },
});

task('one trainer: which level do we reach?', {
  most: 5,
  verdict: 'Enroll with the Learning Action Pack: you can, from Thursday, May 20, 2021.',
  also: ['Enroll with the Learning Action Pack', 'Silver: requirements of the competency'],
  act: async ({ page, press, check, type }) => {
    await press(situation(page, 'find_tier'));
    await check(choice(page, '/actor/roles', 'account_admin'));
    await type(input(page, '/facts/learning/mct_count'), '1');
  },
});

task('the KPIs differ: what do we send to whom?', {
  most: 8,
  never: [/^No/],
  verdict: 'Yes, once the request is complete. 5 values are still to be filled in.',
  also: ['Copy the text'],
  act: async ({ page, press, check, type }) => {
    await press(situation(page, 'report_kpi_discrepancy'));
    await check(choice(page, '/actor/roles', 'mpn_partner_admin'));
    await check(choice(page, '/action/evidence', 'invoice'));
    await type(input(page, '/action/month'), '1');
    await press(page.locator('.one .primary'));
    await type(input(page, '/action/year'), '2021');
    await press(page.locator('summary', { hasText: 'Text to send' }));
    assert.match(await page.locator('.letter').innerText(), /Partner Frontline Support/);
    const text = await page.locator('#letter-body').inputValue();
    assert.match(text, /Month: 1\nYear: 2021\nOMLP type: _+\n/);
  },
});

task('how do we get into the directory?', {
  most: 8,
  never: [/^No/],
  verdict: /^Yes\./,
  also: ['Monday, June 7, 2021'],
  act: async ({ page, press, check, type }) => {
    await press(situation(page, 'request_directory_listing'));
    await press(page.locator('.usual .primary'));
    await type(input(page, '/action/url'), 'fabrikam.com/training');
    await check(choice(page, '/actor/roles', 'mpn_partner_admin'));
    await check(choice(page, '/facts/learning/enrolled', 'action_pack'));
    await press(page.locator('.one .primary'));
    await type(input(page, '/action/name'), 'Fabrikam');
    await type(input(page, '/action/country'), 'Sweden');
  },
});

task('an answer to send: its link', {
  today: '2018-11-24',
  most: 6,
  verdict: 'The new membership ends on Tuesday, March 31, 2020.',
  also: ['Whoever has the link can read everything below.'],
  act: async ({ page, press, type, enter }) => {
    await press(situation(page, 'reenroll_membership'));
    await type(input(page, '/facts/membership/pmc_expires'), '2019-03-31');
    await enter();
    await press(page.locator('[data-tool=link]'));
  },
});

task('an invoice: when does it show?', {
  most: 4,
  verdict: /June 15, 2021/,
  act: async ({ page, press, type, enter }) => {
    await press(situation(page, 'publish_invoice'));
    await type(input(page, '/action/on'), '2021-05-20');
    await enter();
  },
});
