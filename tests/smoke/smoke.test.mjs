// The page, the roster's page and the element in one Chromium: each answers a question that it was asked.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { choice, fillInExample, launch, open, whole } from '../web/browser.mjs';
import { hostPage } from '../web/host-page.mjs';
import { serve } from '../web/server.mjs';

const server = await serve({ headers: { 'access-control-allow-origin': '*' } });
const host = await hostPage(`${server.url}embed/partner-check.js`);
const browser = await launch(whole);
after(async () => {
  await browser.close();
  await host.close();
  await server.close();
});

async function opened(url, options) {
  const page = await open(browser, url, options);
  return Object.assign(page, {
    done: async () => {
      assert.deepEqual(page.seen.messages, []);
      await page.context().close();
    },
  });
}

test('the page finds what somebody wants to know, asks for what matters, and answers', async () => {
  const page = await opened(`${server.url}?`);
  await page.locator('#wish').fill('changed jobs, may i link my mcid again?');
  await page.locator('.matches a[href="#link_mcid"]').waitFor();
  await page.locator('#wish').press('Enter');
  await page.locator('.one input').fill('Fabrikam');
  await page.locator('.one .primary').click();
  await page.locator('.usual .primary').click();
  await choice(page, '/facts/person/associations', 'none').check();
  await page.locator('.one .primary').click();
  await page.locator('.details').waitFor();
  assert.match(await page.locator('#verdict').innerText(), /^Yes\./);
  await fillInExample(page);
  assert.match(await page.locator('#verdict').innerText(), /May 31, 2021/);
  await page.done();
});

test('the roster decides everybody in a table of its own making', async () => {
  const page = await opened(`${server.url}roster.html`, { ready: false, reducedMotion: 'reduce' });
  await page.locator('#sample').click();
  await page.locator('#table-heading').waitFor();
  await page.locator('#run').click();
  await page.locator('#results-heading').waitFor();
  const people = await page.locator('.count[data-status=all] .number').innerText();
  assert.ok(Number(people.replace(/\D/g, '')) > 0, people);
  await page.done();
});

test('the element answers in the page of somebody else, under a strict policy', async () => {
  const request = {
    action: { type: 'link_mcid', organization: 'Fabrikam' },
    actor: { relation: 'owner' },
    facts: {
      person: {
        partner_center_account: { organization: 'Fabrikam', kind: 'work' },
        certification_profile: { active_certifications: 1 },
        associations: [{ organization: 'Contoso', started: '2021-05-01' }],
      },
    },
  };
  host.body = '<partner-check lang="en-US" today="2021-05-20"></partner-check>';
  const page = await opened(host.url);
  await page.locator('partner-check').evaluate((element, asked) => Object.assign(element, { request: asked }), request);
  await page.locator('partner-check #verdict', { hasText: 'May 31, 2021' }).waitFor();
  await page.done();
});
