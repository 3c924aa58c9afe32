// Whose works are shipped, and under which licence, can be read on the page, in the one file and in the package.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from 'partnercheck';
import { built } from './server.mjs';
import { violations } from './axe.mjs';
import { open } from './browser.mjs';
import { started } from './started.mjs';

const { server, browser } = await started();
const project = new URL('../../', import.meta.url);
const inCore = ['nlohmann/json', 'Emscripten', 'musl', 'libc++, libc++abi, libunwind, compiler-rt'];

/** Name to licence, from the list at the beginning; each must have its text below. */
function listed(text) {
  const works = [...text.matchAll(/^\* (.+?)(?: (\d[\d.]+))? \(([^)]+)\) https:\/\/\S+$/gm)];
  for (const [, name, version, license] of works) {
    const [, words = ''] = text.split(`\n${name}${version ? ` ${version}` : ''} (${license})\n${'-'.repeat(80)}\n`);
    assert.match(words.slice(0, 10000), /copyright|mozilla public license/i, name);
  }
  return new Map(works.map(([, name, , license]) => [name, license]));
}

test('each dependency, each part of the service worker and of the core is named, and none is under the GPL', () => {
  const works = listed(readFileSync(`${built}licenses.txt`, 'utf8'));
  const { dependencies, devDependencies } = JSON.parse(readFileSync(new URL('web/package.json', project), 'utf8'));
  const inWorker = Object.keys(devDependencies).filter((name) => /^workbox-(?!build)/.test(name));
  const own = Object.keys(dependencies).filter((name) => name !== 'partnercheck');
  for (const name of [...own, ...inWorker, ...inCore]) {
    assert.ok(works.has(name), `${name} is not named`);
  }
  for (const [name, license] of works) {
    assert.match(license, /^(MIT|ISC|BSD-[23]-Clause|MPL-2\.0|Apache-2\.0( WITH LLVM-exception)?)$/, name);
  }
});

test('the package names what is compiled into it', () => {
  const works = listed(readFileSync(new URL('wasm/dist/licenses.txt', project), 'utf8'));
  assert.deepEqual([...works.keys()].sort(), [...inCore].sort());
});

test('the page leads to them, and to the documents that the rules come from', async () => {
  const page = await open(browser, server.url);
  await page.locator('footer').getByRole('link', { name: 'Sources and licenses' }).click();
  const licences = page.locator('.licences').filter({ hasText: 'lit' });
  assert.ok(listed(await licences.textContent()).has('lit'));
  const { sources } = (await load()).describe();
  assert.deepEqual(
    (await page.locator('.sources a').evaluateAll((links) => links.map(({ href }) => href))).sort(),
    sources.map(({ url }) => url).sort(),
  );
  await page.locator('#language').selectOption('sv-SE');
  await page.getByRole('heading', { level: 1, name: 'Källor och licenser' }).waitFor();
  await page.getByRole('link', { name: 'Partner Check' }).click();
  await page.locator('#language').filter({ hasText: 'Svenska' }).waitFor();
  await page.locator('#wish').waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'sv-SE');
  assert.deepEqual(page.seen.messages, []);
  await page.context().close();
});

for (const options of [
  {},
  { locale: 'nl-NL', viewport: { width: 320, height: 720 } },
  { locale: 'zh-TW', colorScheme: 'dark' },
]) {
  test(`no violation and no scrolling sideways ${JSON.stringify(options)}`, async () => {
    const page = await open(browser, `${server.url}about.html`, { ...options, ready: false });
    await page.locator('.licences').filter({ hasText: 'lit' }).waitFor();
    assert.deepEqual(await violations(page), []);
    const [needed, given] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(needed <= given);
    await page.context().close();
  });
}

test('where the licenses cannot be fetched, it is said, and the sources are there', async () => {
  const page = await open(browser, server.url);
  await page.route('**/licenses.txt', (route) => route.fulfill({ status: 404 }));
  await page.locator('footer').getByRole('link', { name: 'Sources and licenses' }).click();
  await page.getByText('The list could not be fetched').waitFor();
  assert.ok((await page.locator('.sources a').count()) > 5);
  await page.context().close();
});

test('the one file holds both', async () => {
  const page = await open(browser, `file://${built}partner-check.html`);
  await page.locator('footer summary').click();
  await page.locator('.sources a').first().waitFor();
  assert.equal(
    await page.locator('.licences').textContent(),
    readFileSync(`${built}licenses.txt`, 'utf8').replace('\ufeff', ''),
  );
  assert.deepEqual(page.seen.messages, []);
  await page.context().close();
});
