// Chromium, and a page that is watched: what it logs, what the policy refuses, what it asks the network for.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** The browser that people have. */
export const whole = '/usr/bin/chromium';
// The same engine without windows, in three fifths of the time; without it the whole browser does as well.
const shell = '/usr/bin/chromium-headless-shell';

// The last --disable-features wins, so those that Playwright names are here again: what it cannot drive, and what would
// ask the network for something at the start.
const without = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  // Pages of Chromium's own behind the address bar, which nobody sees. Each context is a window and would load them
  // anew: twice the work of our page, in processes that compete with it.
  'OmniboxAimPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
];

export const launch = (executablePath = existsSync(shell) ? shell : whole) =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-gpu',
      `--disable-features=${without.join()}`,
    ],
  });

/**
 * Opens the page and waits until it can be asked. Close it with `page.context().close()`. Without `offline` there is no
 * service worker, as in browsers that refuse them, so that every request of the page can be seen.
 */
export async function open(
  browser,
  url,
  { locale = 'en-US', ready = true, offline = false, prepare, ...options } = {},
) {
  const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const seen = { messages: [], requests: [] };
  page.on('console', (message) => seen.messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => seen.messages.push(`exception: ${error.message}`));
  page.on('request', (request) => seen.requests.push(request.url()));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
    );
  });
  if (!offline) {
    await page.addInitScript(() => delete Navigator.prototype.serviceWorker);
  }
  await prepare?.(page);
  // All questions at once, unless an address asks for something else.
  await page.goto(url.endsWith('/') ? `${url}#all` : url);
  if (ready) {
    await page.locator('.question, .start').first().waitFor();
  }
  return Object.assign(page, { seen });
}

/** Fills in the contract example; the answer is "not yet, from May 31, 2021". */
export async function fillInExample(page) {
  if ((await page.locator('form.question').count()) === 0) {
    await page.evaluate(() => {
      location.hash = 'all';
    });
  }
  await page.locator('form.question .secondary').first().click();
  await openParts(page);
}

/** Opens all that stands below the card of an answer. */
export async function openParts(page, otherwise = '#verdict') {
  await page.locator(`#verdict, ${otherwise}`).first().waitFor();
  await page.locator('details.more').evaluateAll((parts) => parts.forEach((part) => part.setAttribute('open', '')));
  // The days are fetched later, and would move what stands below them under the pointer; without them nothing moves.
  await page.locator('partner-check-other-days').evaluateAll((all) =>
    Promise.all(
      all.map(async (days) => {
        const never = new Promise((resolve) => setTimeout(resolve, 5_000));
        await Promise.race([customElements.whenDefined(days.localName), never]);
        await days.updateComplete;
      }),
    ),
  );
}

/** The input of one choice; rows inside a list have names of their own. */
export const choice = (page, pointer, value) =>
  page.locator(`input[name="field${pointer.replaceAll('/', '-')}"][value="${value}"]`);
