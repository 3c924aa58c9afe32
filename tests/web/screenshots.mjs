// Pictures of the page to look at: node tests/web/screenshots.mjs <folder>
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fillInExample, launch, open } from './browser.mjs';
import { serve } from './server.mjs';

const target = process.argv[2] ?? 'tests/web/screenshots';
mkdirSync(target, { recursive: true });
const server = await serve();
const browser = await launch();

const narrow = { viewport: { width: 320, height: 720 } };
const shots = [
  ['start', {}],
  ['answer', {}, fillInExample],
  ['answer-dark', { colorScheme: 'dark' }, fillInExample],
  ['answer-320', narrow, fillInExample],
  ['start-320-dark', { ...narrow, colorScheme: 'dark' }],
  ['answer-forced-colors', { forcedColors: 'active' }, fillInExample],
  [
    'denied',
    {},
    async (page) => {
      await fillInExample(page);
      await page.locator('[data-pointer="/actor/relation"] input[value=admin]').check();
    },
  ],
  [
    'needs-info',
    {},
    async (page) => {
      await page.locator('[data-pointer="/action/organization"] input').fill('Fabrikam');
      await page.locator('.primary').click();
    },
  ],
  [
    'errors',
    {},
    async (page) => {
      await page.locator('[data-pointer="/today"] input').fill('31 Foo 2021');
      await page.locator('.primary').click();
    },
  ],
  [
    'letter',
    {},
    async (page) => {
      await page.locator('#action').selectOption('request_directory_listing');
      await page.locator('.primary').click();
    },
  ],
  ...['zh-TW', 'sv-SE', 'nl-NL'].map((locale) => [`answer-${locale}`, { locale }, fillInExample]),
];

for (const [name, options, act] of shots) {
  const page = await open(browser, server.url, { reducedMotion: 'reduce', ...options });
  await act?.(page);
  await page.screenshot({ path: join(target, `${name}.png`), fullPage: options.viewport === undefined });
  console.log(name, page.seen.messages.join('\n'));
  await page.context().close();
}

await browser.close();
await server.close();
