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
