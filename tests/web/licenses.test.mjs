// Whose works are shipped, and under which licence, can be read on the page, in the one file and in the package.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { built } from './server.mjs';
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

test('the page leads to them', async () => {
  const page = await open(browser, server.url);
  const link = page.locator('footer').getByRole('link', { name: 'Licenses' });
  const response = await page.request.get(new URL(await link.getAttribute('href'), server.url).href);
  assert.ok(listed(await response.text()).has('lit'));
  await page.context().close();
});

test('the one file holds them', async () => {
  const page = await open(browser, `file://${built}partner-check.html`);
  await page.locator('.licences summary').click();
  assert.equal(
    await page.locator('.licences pre').textContent(),
    readFileSync(`${built}licenses.txt`, 'utf8').replace('\ufeff', ''),
  );
  assert.deepEqual(page.seen.messages, []);
  await page.context().close();
});
