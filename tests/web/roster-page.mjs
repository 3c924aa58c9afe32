// The page of a table, for its tests.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { violations } from './axe.mjs';
import { open } from './browser.mjs';

/** Ready for a table. `options`: those of the browser's context and of `open`. */
export async function openRoster({ server, browser }, options) {
  const page = await open(browser, `${server.url}roster.html`, {
    ready: false,
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...options,
  });
  await page.locator('#sample').waitFor();
  return page;
}

/** The text of the file that comes of `act`. */
export async function downloaded(page, act) {
  const coming = page.waitForEvent('download');
  await act();
  return readFileSync(await (await coming).path(), 'utf8');
}

/** No violation, and no scrolling sideways. */
export async function accessible(page) {
  assert.deepEqual(await violations(page), []);
  const { content, width } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    width: innerWidth,
  }));
  assert.ok(content <= width, `${content} pixels of content in ${width}`);
}

export const field = (page, pointer) => page.locator(`[data-pointer="${pointer}"]`);

/** Links to Fabrikam of people who work there, on May 20, 2021. */
export async function fillIn(page) {
  await field(page, '/today').locator('input').fill('2021-05-20');
  await field(page, '/action/organization').locator('input').fill('Fabrikam');
  await field(page, '/facts/person/partner_center_account').locator('input[value=given]').check();
  await field(page, '/facts/person/partner_center_account/organization').locator('input').fill('Fabrikam');
  await field(page, '/facts/person/partner_center_account/kind').locator('input[value=work]').check();
  await field(page, '/facts/person/certification_profile/active_certifications').locator('input').fill('1');
}

/**
 * Has a million rows read, and ends that in the page itself, once `sign` is there: a click from outside would often come when all of
 * them are read.
 */
export const startAndCancel = (page, sign = '#cancel') =>
  page.locator('#million').evaluate(
    (button, awaited) =>
      new Promise((resolve) => {
        const root = button.getRootNode();
        new MutationObserver((_, observer) => {
          if (root.querySelector(awaited) !== null) {
            observer.disconnect();
            root.querySelector('#cancel').click();
            resolve();
          }
        }).observe(root, { childList: true, subtree: true });
        button.click();
      }),
    sign,
  );
