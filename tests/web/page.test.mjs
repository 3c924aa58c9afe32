// What a person can do with the page.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { choice, fillInExample, open, openParts } from './browser.mjs';
import { started } from './started.mjs';

const { server, browser } = await started();

/** A page that must not have logged anything in the end. */
const withPage = async (options, act) => {
  const page = await open(browser, server.url, options);
  try {
    await act(page);
    assert.deepEqual(page.seen.messages, []);
  } finally {
    await page.context().close();
  }
};

const field = (page, pointer) => page.locator(`[data-pointer="${pointer}"]`);
const input = (page, pointer) => field(page, pointer).locator('input[type=text]').first();
const choose = (page, pointer, value) => choice(page, pointer, value).check();
const check = async (page) => {
  await page.locator('.primary').click();
  await openParts(page, '.error-summary');
};
const verdict = (page) => page.locator('#verdict');
const focused = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) {
      element = element.shadowRoot.activeElement;
    }
    return element.closest('[data-pointer]')?.dataset.pointer ?? element.className ?? element.id;
  });

/** Presses Tab until the focus is in the field of a pointer. */
async function tabTo(page, pointer) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === pointer) {
      return;
    }
  }
  assert.fail(`the focus never came to ${pointer}`);
}

test('what newer rules say stands above the answer, and one press answers by them', () =>
  withPage({}, async (page) => {
    await page.locator('#action').selectOption('reenroll_membership');
    await input(page, '/facts/membership/pmc_expires').fill('2023-12-31');
    await input(page, '/today').fill('2023-11-01');
    await check(page);
    await verdict(page).filter({ hasText: 'Yes. The new membership ends on Tuesday, December 31, 2024.' }).waitFor();
    const later = page.locator('.later');
    assert.match(await later.innerText(), /^By the rules of October 23, 2023: no\. The reason: /);
    assert.ok((await later.boundingBox()).y < (await verdict(page).boundingBox()).y);
    await later.getByRole('button', { name: 'Answer by these rules' }).click();
    await verdict(page).filter({ hasText: 'No. The reasons below say what stands in the way.' }).waitFor();
    assert.equal(await later.count(), 0);
    assert.equal(await page.locator('#ruleset, [data-pointer="/ruleset"] select').inputValue(), '2023-10-23');
  }));

describe('the contract example', () => {
  test('typed with the keyboard alone gives the verdict with its day', () =>
    withPage({}, async (page) => {
      await tabTo(page, '/action/organization');
      await page.keyboard.type('Fabrikam');
      await tabTo(page, '/actor/relation');
      await page.keyboard.press('Space');
      await tabTo(page, '/facts/person/partner_center_account');
      await page.keyboard.press('Space');
      await tabTo(page, '/facts/person/partner_center_account/organization');
      await page.keyboard.type('Fabrikam');
      await tabTo(page, '/facts/person/partner_center_account/kind');
      await page.keyboard.press('Space');
      await tabTo(page, '/facts/person/certification_profile/active_certifications');
      await page.keyboard.type('1');
      await tabTo(page, '/facts/person/associations');
      await page.keyboard.press('Space');
      await tabTo(page, '/facts/person/associations/0/organization');
      await page.keyboard.type('Contoso');
      await tabTo(page, '/facts/person/associations/0/started');
      await page.keyboard.type('1 May 2021');
      await tabTo(page, '/today');
      await page.keyboard.press('Control+A');
      await page.keyboard.type('5/20/2021');
      await page.keyboard.press('Enter');
      await verdict(page).waitFor();
      assert.match(await verdict(page).innerText(), /^Not yet\..* from .*May 31, 2021/);
      assert.equal(await page.locator('.status-deferred').count(), 1);
      assert.match(await page.title(), /^Not yet – Partner Check – Link a certification profile/);
      assert.equal(await verdict(page).evaluate((element) => element === element.getRootNode().activeElement), true);
    }));

  test('shows the reason with its source, the dates, the steps and what will change', () =>
    withPage({}, async (page) => {
      await fillInExample(page);
      const coolOff = page.locator('[data-rule="association.cool_off"]');
      assert.match(
        await coolOff.innerText(),
        /Not met[^]*30 days[^]*May 31, 2021[^]*Section “Association is limited”/i,
      );
      // The document that all of it rests on, once.
      const document = page.locator('.why .sources');
      assert.match(await document.innerText(), /^Source: Link or unlink [^]*April 27, 2021/);
      assert.equal(await document.locator('a').getAttribute('rel'), 'noreferrer noopener');
      assert.match(await page.locator('.named-dates').innerText(), /June 30, 2021/);
      assert.match(await page.locator('.next-steps').innerText(), /work account of Fabrikam/);
      assert.equal(await page.locator('.effects > li > time').first().getAttribute('datetime'), '2021-05-31');
      // Nothing that anybody can do shortens a wait.
      assert.equal(await page.locator('.what-if').count(), 0);
      assert.match(await page.locator('.asked').innerText(), /May 20, 2021[^]*Rules of April 27, 2021/);
    }));

  test('follows every change at once, and another ruleset says which one answers', () =>
    withPage({}, async (page) => {
      await fillInExample(page);
      await input(page, '/facts/person/associations/0/started').fill('2021-04-01');
      await page.locator('.status-allowed').waitFor();
      await page.locator('#ruleset').selectOption('2021-03-11');
      await page.locator('.status-needs_info').waitFor();
      assert.match(await page.locator('.asked').innerText(), /Rules of March 11, 2021/);
    }));

  test('a date half typed makes no error, and says that the answer is an earlier one', () =>
    withPage({}, async (page) => {
      await fillInExample(page);
      await input(page, '/today').fill('2021-05-');
      await page.locator('.stale').waitFor();
      assert.equal(await page.locator('.error-summary').count(), 0);
      await input(page, '/today').fill('2021-05-25');
      await page.locator('.stale').waitFor({ state: 'detached' });
      assert.match(await page.locator('.asked').innerText(), /May 25, 2021/);
    }));
});

test('a "no" is calm: no error, no alert', () =>
  withPage({}, async (page) => {
    await fillInExample(page);
    await choose(page, '/actor/relation', 'admin');
    await page.locator('.status-denied').waitFor();
    assert.match(await verdict(page).innerText(), /^No/);
    assert.equal(await page.locator('[role=alert], .error-summary, .error, [aria-invalid]').count(), 0);
    assert.equal(await page.locator('.answer > [role=status]').innerText(), await verdict(page).innerText());
    assert.match(await page.locator('[data-rule="association.owner"]').innerText(), /privacy/);
    assert.doesNotMatch(await page.title(), /Error/);
  }));

test('rows of a list can be added and removed; "none so far" is not "I do not know"', () =>
  withPage({}, async (page) => {
    const list = '/facts/person/associations';
    await fillInExample(page);
    await field(page, list).getByRole('button', { name: 'Add another entry' }).click();
    await input(page, `${list}/1/organization`).fill('Tailspin');
    await input(page, `${list}/1/started`).fill('2021-05-10');
    assert.match(await verdict(page).innerText(), /June 9, 2021/);
    await page.getByRole('button', { name: 'Remove entry 1' }).click();
    assert.equal(await input(page, `${list}/0/organization`).inputValue(), 'Tailspin');
    await choose(page, list, 'none');
    await page.locator('.status-allowed').waitFor();
    await choose(page, list, 'unknown');
    await page.locator('.status-needs_info').waitFor();
    await choose(page, list, 'given');
    assert.equal(await input(page, `${list}/0/organization`).inputValue(), 'Tailspin');
  }));

describe('something to correct', () => {
  test('is listed above with the focus on it, linked to its field, in the same words, and the input is kept', () =>
    withPage({}, async (page) => {
      await input(page, '/action/organization').fill('Fabrikam');
      await input(page, '/today').fill('31 Foo 2021');
      await check(page);
      const summary = page.locator('.error-summary');
      await summary.waitFor();
      assert.equal(await summary.evaluate((element) => element === element.getRootNode().activeElement), true);
      assert.equal(await summary.locator('h2').innerText(), 'There is a problem');
      assert.match(await page.title(), /^Error: /);
      const words = await summary.locator('a').innerText();
      assert.match(words, /31 Foo 2021/);
      assert.equal(await field(page, '/today').locator('.error').innerText(), words);
      await summary.locator('a').click();
      assert.equal(await focused(page), '/today');
      assert.equal(await input(page, '/today').inputValue(), '31 Foo 2021');
      assert.equal(await input(page, '/today').getAttribute('aria-invalid'), 'true');
      await input(page, '/today').fill('31 May 2021');
      await summary.waitFor({ state: 'detached' });
      await verdict(page).waitFor();
      assert.doesNotMatch(await page.title(), /Error/);
    }));

  test('names the question that has to be answered', () =>
    withPage({}, async (page) => {
      await check(page);
      assert.match(await page.locator('.error-summary a').innerText(), /Which organization do you want to link to/);
      await page.locator('.error-summary a').click();
      assert.equal(await focused(page), '/action/organization');
    }));

  test('inside a list links to the row', () =>
    withPage({}, async (page) => {
      await fillInExample(page);
      await input(page, '/facts/person/associations/0/started').fill('2021-02-30');
      await check(page);
      await page.locator('.error-summary a').click();
      assert.equal(await focused(page), '/facts/person/associations/0/started');
    }));
});

test('dates are read as people write them, and said back', () =>
  withPage({ locale: 'nl-NL' }, async (page) => {
    for (const written of [
      '2021-05-31',
      '31-5-2021',
      '31/5/2021',
      '31.05.2021',
      '31 mei 2021',
      '31 May 2021',
      'maandag 31 mei 2021',
    ]) {
      await input(page, '/today').fill(written);
      assert.match(await field(page, '/today').locator('.read').innerText(), /maandag 31 mei 2021/, written);
    }
    for (const written of ['31-5-21', '31 februari 2021', '2021-02-30', 'morgen', '31 mei 2021 12']) {
      await input(page, '/today').fill(written);
      assert.equal(await field(page, '/today').locator('.read').innerText(), '', written);
    }
  }));

test('a day that may be two is asked, and keeps what was typed', () =>
  withPage({}, async (page) => {
    const today = field(page, '/today');
    for (const [said, read] of [
      ['January 5, 2021', 'Tuesday, January 5, 2021'],
      ['May 1, 2021', 'Saturday, May 1, 2021'],
    ]) {
      await input(page, '/today').fill('01/05/2021');
      assert.equal(await today.locator('.read').innerText(), '');
      await today.getByRole('group', { name: 'Which day is meant?' }).getByRole('button', { name: said }).click();
      await today.locator('.read').filter({ hasText: read }).waitFor();
      assert.equal(await input(page, '/today').inputValue(), '01/05/2021');
      assert.equal(await focused(page), '/today');
      assert.equal(await today.getByRole('button').count(), 0);
    }
    await input(page, '/today').fill('05/05/2021');
    await today.locator('.read').filter({ hasText: 'May 5, 2021' }).waitFor();
  }));

test('what is not known is named, with a link to its question', () =>
  withPage({}, async (page) => {
    await input(page, '/action/organization').fill('Fabrikam');
    await choose(page, '/actor/relation', 'unknown');
    await check(page);
    await page.locator('.status-needs_info').waitFor();
    const missing = page.locator('.missing-list a');
    assert.ok((await missing.count()) >= 4);
    await missing.filter({ hasText: 'Who are you in this case?' }).click();
    assert.equal(await focused(page), '/actor/relation');
    await missing.filter({ hasText: 'Which associations' }).click();
    assert.equal(await focused(page), '/facts/person/associations');
  }));

test('unlinking: the link ends and the next association keeps its day', () =>
  withPage({}, async (page) => {
    await fillInExample(page);
    await page.locator('#action').selectOption('unlink_mcid');
    assert.equal(await verdict(page).count(), 0);
    await input(page, '/action/organization').fill('Contoso');
    await input(page, '/facts/person/partner_center_account/organization').fill('Contoso');
    await check(page);
    await page.locator('.status-allowed').waitFor();
    assert.match(await page.locator('.named-dates').innerText(), /May 31, 2021/);
    assert.match(await page.locator('.effects').innerText(), /The link to Contoso ends/);
  }));

test('what would change an answer is what somebody can do', () =>
  withPage({}, async (page) => {
    await page.locator('#action').selectOption('enroll_learning_action_pack');
    await choose(page, '/actor/roles', 'mpn_partner_admin');
    await input(page, '/facts/learning/mct_count').fill('0');
    await check(page);
    await page.locator('.status-denied').waitFor();
    assert.match(await page.locator('.what-if').innerText(), /How many Microsoft Certified Trainers[^]*\n1/);
  }));

test('a letter can be read and copied', () =>
  withPage({}, async (page) => {
    await page.locator('#action').selectOption('request_directory_listing');
    await input(page, '/action/name').fill('Contoso');
    await input(page, '/action/country').fill('Sweden');
    await input(page, '/action/url').fill('https://contoso.example/learning');
    for (const name of ['partner_owned', 'microsoft_specific', 'only_this_partner', 'no_competitors']) {
      await choose(page, `/action/page/${name}`, 'yes');
    }
    await choose(page, '/actor/roles', 'mpn_partner_admin');
    await choose(page, '/facts/learning/enrolled', 'silver');
    await input(page, '/today').fill('2021-05-03');
    await check(page);
    await verdict(page).waitFor();
    assert.match(await page.locator('#letter-body').inputValue(), /Contoso[^]*https:\/\/contoso\.example\/learning/);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('.letter button').click();
    await page.locator('.copied').filter({ hasText: 'Copied.' }).waitFor();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /Contoso/);
  }));

test('every language keeps the answers and says itself in the lang of the page', () =>
  withPage({}, async (page) => {
    await fillInExample(page);
    await input(page, '/facts/person/associations/0/started').fill('5/1/2021');
    await field(page, '/facts/person/associations/0/started').getByRole('button', { name: 'May 1, 2021' }).click();
    const verdicts = new Map([
      ['zh-TW', /2021年5月31日/],
      ['sv-SE', /31 maj 2021/],
      ['nl-NL', /31 mei 2021/],
      ['en-US', /May 31, 2021/],
    ]);
    for (const [locale, day] of verdicts) {
      await page.locator('#language').selectOption(locale);
      await page.locator(`.columns[lang=${locale}]`).waitFor();
      assert.equal(await page.locator('html').getAttribute('lang'), locale);
      assert.match(await verdict(page).innerText(), day);
      // Typed as month and day; another language must not read it the other way round.
      assert.equal(await input(page, '/facts/person/associations/0/started').inputValue(), '5/1/2021');
      assert.equal(await input(page, '/action/organization').inputValue(), 'Fabrikam');
    }
  }));

test('starts in the language that the browser asks for', async () => {
  for (const locale of ['zh-TW', 'sv-SE', 'nl-NL']) {
    await withPage({ locale }, async (page) => {
      assert.equal(await page.locator('html').getAttribute('lang'), locale);
    });
  }
});

test('every action can be opened, asked without answers and answered with "I do not know", in every language', async () => {
  for (const locale of ['en-US', 'zh-TW', 'sv-SE', 'nl-NL']) {
    await withPage({ locale }, async (page) => {
      const actions = await page
        .locator('#action option')
        .evaluateAll((options) => options.map((option) => option.value));
      assert.ok(actions.length >= 28);
      // One round trip for each action instead of a dozen.
      const outcomes = await page.locator('partner-check').evaluate(async (element, types) => {
        const root = element.shadowRoot;
        const settle = () => element.updateComplete;
        const outcomes = [];
        for (const type of types) {
          const select = root.querySelector('#action');
          select.value = type;
          select.dispatchEvent(new Event('change'));
          await settle();
          root.querySelector('form').requestSubmit();
          await settle();
          for (const radio of root.querySelectorAll(
            'input[type=radio][value=unknown], input[type=radio][value=given]',
          )) {
            radio.click();
            await settle();
          }
          const empty = [...root.querySelectorAll('label, legend, h3, h4, p.error')].filter(
            (each) => each.textContent.trim() === '',
          );
          outcomes.push([
            type,
            root.querySelector('#verdict, .error-summary li')?.textContent.trim() ?? '',
            empty.length,
          ]);
        }
        return outcomes;
      }, actions);
      for (const [type, words, empty] of outcomes) {
        assert.notEqual(words, '', type);
        assert.doesNotMatch(words, /undefined|\{|NaN/, type);
        assert.equal(empty, 0, type);
      }
    });
  }
});

test('starting again forgets everything', () =>
  withPage({}, async (page) => {
    await fillInExample(page);
    await page.getByRole('button', { name: 'Start again' }).click();
    assert.equal(await verdict(page).count(), 0);
    assert.equal(await input(page, '/action/organization').inputValue(), '');
    assert.match(await input(page, '/today').inputValue(), /^\d{4}-\d\d-\d\d$/);
  }));
