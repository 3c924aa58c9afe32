// Plans: what somebody is asked for, the dated steps that come of it, and what can be taken along.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { open } from './browser.mjs';
import { started } from './started.mjs';

const { server, browser } = await started();

const withPlan = async (goal, act, options = {}) => {
  const page = await open(browser, `${server.url}#${goal}`, {
    ready: false,
    permissions: ['clipboard-read', 'clipboard-write'],
    prepare: (fresh) => fresh.clock.setFixedTime(new Date('2021-05-20T09:00:00')),
    ...options,
  });
  try {
    await page.locator('.guide').waitFor();
    await act(page);
    assert.deepEqual(page.seen.messages, []);
  } finally {
    await page.context().close();
  }
};

const field = (page, pointer) => page.locator(`[data-pointer="${pointer}"]`);
const input = (page, pointer) => field(page, pointer).locator('input[type=text]').first();
const choose = (page, pointer, value) => field(page, pointer).locator(`input[value=${value}]`).check();
const next = (page) => page.locator('.one .primary').click();
/** The steps as people see them: the day, then what is done on it. */
const steps = (page) =>
  page
    .locator('.plan-days > li')
    .evaluateAll((days) =>
      days.map((day) => [
        day.querySelector('time')?.dateTime ?? null,
        ...[...day.querySelectorAll('[data-step]')].map((step) => step.dataset.step),
      ]),
    );

test('somebody leaves: link, account and report in their order, by day and by who does it', () =>
  withPlan('leave', async (page) => {
    await page.getByRole('button', { name: 'I do not know' }).click();
    await choose(page, '/facts/person/partner_center_account', 'given');
    await field(page, '/facts/person/partner_center_account').locator('input[value=work]').check();
    await input(page, '/facts/person/partner_center_account/organization').fill('Contoso');
    await input(page, '/facts/person/associations/0/organization').fill('Contoso');
    await input(page, '/facts/person/associations/0/started').fill('2021-01-05');
    await choose(page, '/facts/person/associations/0/ended', 'none');
    await choose(page, '/facts/person/left_on', 'given');
    await input(page, '/facts/person/left_on').fill('2021-06-01');
    await next(page);
    while ((await page.locator('.one').count()) > 0) {
      await page.getByRole('button', { name: 'I do not know' }).click();
    }
    assert.equal(await page.locator('#verdict').innerText(), 'Everything can be settled by Tuesday, June 1, 2021.');
    assert.deepEqual(await steps(page), [
      ['2021-05-20', 'unlink_mcid'],
      ['2021-06-01', 'delete_user_account', 'remove_from_skills_report'],
    ]);
    assert.match(
      await page.locator('[data-step=unlink_mcid]').innerText(),
      /The person who owns the profile or account: /,
    );
    assert.match(await page.locator('[data-step=delete_user_account]').innerText(), /The Global admin: /);
  }));

test('one organization after the other: each link has its day', () =>
  withPlan('link_to_organizations', async (page) => {
    await input(page, '/goal/organizations/0/organization').fill('Adatum');
    await page.getByRole('button', { name: 'Add another entry' }).click();
    await input(page, '/goal/organizations/1/organization').fill('Contoso');
    await next(page);
    await page.locator('.usual .primary').click();
    await page.locator('input[name="field-facts-person-associations"][value=none]').check();
    await next(page);
    while ((await page.locator('.one').count()) > 0) {
      await page.getByRole('button', { name: 'I do not know' }).click();
    }
    assert.deepEqual(await steps(page), [
      ['2021-05-20', 'link_mcid'],
      ['2021-06-19', 'link_mcid'],
    ]);
  }));

test('several people to one organization: who waits and until when, as text and as days', () =>
  withPlan('link_everybody', async (page) => {
    await input(page, '/goal/organization').fill('Fabrikam');
    await next(page);
    await input(page, '/goal/people/0/name').fill('Ann');
    await input(page, '/goal/people/0/organization').fill('Contoso');
    await input(page, '/goal/people/0/started').fill('2021-05-01');
    await page.getByRole('button', { name: 'Add another entry' }).click();
    await input(page, '/goal/people/1/name').fill('=HYPERLINK("x")<b>');
    await next(page);
    assert.equal(await page.locator('#verdict').innerText(), 'Everybody can be linked by Monday, May 31, 2021.');
    assert.deepEqual(await steps(page), [
      ['2021-05-20', 'link_mcid'],
      ['2021-05-31', 'link_mcid'],
    ]);
    await page.locator('#copy-plan').click();
    await page.getByText('The plan was copied.').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(text, /Monday, May 31, 2021\n- Link a certification profile \(MCID\): Ann, Fabrikam\n/);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#plan-days').click()]);
    assert.equal(download.suggestedFilename(), 'partner-check-plan-2021-05-20.ics');
    const days = readFileSync(await download.path(), 'utf8');
    assert.match(days, /DTSTART;VALUE=DATE:20210531/);
    assert.equal(days.match(/BEGIN:VEVENT/g).length, 2);
  }));

test('a day that cannot be is said at its input, with what stands there kept', () =>
  withPlan('link_everybody', async (page) => {
    await input(page, '/goal/organization').fill('Fabrikam');
    await next(page);
    await input(page, '/goal/people/0/started').fill('2021-02-30');
    await next(page);
    await page.locator('.error').first().waitFor();
    assert.equal(await input(page, '/goal/people/0/started').inputValue(), '2021-02-30');
    await input(page, '/goal/people/0/started').fill('2021-02-03');
    await next(page);
    await page.locator('.plan-step').first().waitFor();
  }));

test('the highest level that is met, and what is missing for the next', () =>
  withPlan('find_tier', async (page) => {
    await choose(page, '/actor/roles', 'account_admin');
    await input(page, '/facts/learning/mct_count').fill('1');
    await next(page);
    while ((await page.locator('.one').count()) > 0) {
      await page.getByRole('button', { name: 'I do not know' }).click();
    }
    const text = await page.locator('.plan').innerText();
    assert.match(text, /Learning Action Pack/);
    assert.ok((await steps(page)).length > 0);
  }));

test('what was passed over can be answered later', () =>
  withPlan('find_tier', async (page) => {
    await choose(page, '/actor/roles', 'account_admin');
    await next(page);
    const trainers = page.locator('[data-answer="/facts/learning/mct_count"]');
    assert.match(await trainers.innerText(), /Not known/);
    await trainers.getByRole('button').click();
    await input(page, '/facts/learning/mct_count').fill('1');
    await page.locator('#verdict', { hasText: 'Enroll with the Learning Action Pack' }).waitFor();
  }));

test('a plan has an address, and Back and a reload find it as it was', () =>
  withPlan('leave', async (page) => {
    assert.equal(new URL(page.url()).hash, '#leave');
    assert.equal(
      await page.locator('.guide h2').innerText(),
      'Somebody leaves us: what has to be done, by whom, and when?',
    );
    await input(page, '/goal/organization').fill('Fabrikam');
    await next(page);
    await page.waitForFunction(() => JSON.stringify(history.state).includes('Fabrikam'));
    await page.reload();
    await page.locator('.guide').waitFor();
    assert.match(await page.locator('.given').innerText(), /Fabrikam/);
    await page.locator('.back button').click();
    await page.locator('.start').waitFor();
    await page.goBack();
    await page.locator('.guide').waitFor();
    assert.match(await page.locator('.given').innerText(), /Fabrikam/);
  }));
