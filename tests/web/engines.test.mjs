// The other engines: the page answers under its strict policy, and Firefox keeps it for offline.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { engines, until } from './engines.mjs';
import { hostPage } from './host-page.mjs';
import { built, serve } from './server.mjs';

const [, policy] = /Content-Security-Policy"\s+content="([^"]+)"/.exec(readFileSync(join(built, 'index.html'), 'utf8'));
// As a header as well, because only then a browser reports what it refused before a script could listen.
const headers = { 'content-security-policy': `${policy}; frame-ancestors 'none'; report-uri /report` };

// These run in the page.
const ofElement = (selector) =>
  document.querySelector('partner-check').shadowRoot.querySelector(selector)?.textContent ?? '';
const textOf = (selector) => {
  const page = document.querySelector('partner-check-page').shadowRoot;
  const element =
    page.querySelector(selector) ?? page.querySelector('partner-check')?.shadowRoot.querySelector(selector);
  return element?.textContent ?? '';
};
const fillInExample = () =>
  document
    .querySelector('partner-check-page')
    .shadowRoot.querySelector('partner-check')
    .shadowRoot.querySelector('.question .secondary')
    .click();
const speak = (locale) => {
  const select = document.querySelector('partner-check-page').shadowRoot.querySelector('#language');
  select.value = locale;
  select.dispatchEvent(new Event('change'));
};
const newsOf = () =>
  document
    .querySelector('partner-check-page')
    .shadowRoot.querySelector('partner-check-offline')
    ?.shadowRoot.querySelector('.notice')?.dataset.news ?? '';
const keepsService = () => 'serviceWorker' in navigator;

async function answers(engine) {
  await until(async () => (await engine.run(textOf, '.start')) !== '', 'the start');
  await engine.run(() => {
    location.hash = 'all';
  });
  await until(async () => (await engine.run(textOf, 'form.question')) !== '', 'the form');
  await engine.run(speak, 'en-US');
  await engine.run(fillInExample);
  for (const [locale, verdict] of [
    ['en-US', 'May 31, 2021'],
    ['zh-TW', '2021年5月31日'],
    ['sv-SE', '31 maj 2021'],
    ['nl-NL', '31 mei 2021'],
  ]) {
    await engine.run(speak, locale);
    await until(async () => (await engine.run(textOf, '#verdict')).includes(verdict), `the verdict in ${locale}`);
  }
}

for (const [name, { isInstalled, package: wanted, start }] of Object.entries(engines)) {
  const skip =
    !isInstalled && process.env.CI === undefined ? `not installed: ./emsdk-setup.sh brings ${wanted}` : false;
  describe(name, { skip }, () => {
    test('the element answers in a page of somebody else, and its form sends the answer', async (t) => {
      const server = await serve({ headers: { 'access-control-allow-origin': '*' } });
      const host = await hostPage(`${server.url}embed/partner-check.js`);
      const engine = await start();
      t.after(() => Promise.all([engine.close(), host.close(), server.close()]));
      host.body = '<form><partner-check name="answer" action="view_kpi" today="2021-05-20"></partner-check></form>';
      await engine.go(host.url);
      await until(async () => (await engine.run(ofElement, 'form.question')) !== '', 'the form of the element');
      await engine.run(() => document.querySelector('partner-check').shadowRoot.querySelector('.primary').click());
      await until(async () => (await engine.run(ofElement, '#verdict')) !== '', 'the verdict of the element');
      assert.match(
        await engine.run(() => new FormData(document.querySelector('form')).get('answer')),
        /"status":"needs_info"/,
      );
      assert.equal(
        await engine.run(
          () => getComputedStyle(document.querySelector('partner-check').shadowRoot.querySelector('.hint')).fontSize,
        ),
        '15px',
      );
    });

    test('answers the contract example in every language under the strict policy; offline too where it keeps pages', async (t) => {
      const server = await serve({ headers });
      t.after(() => server.close());
      const engine = await start();
      t.after(() => engine.close());
      await engine.go(`${server.url}?x=1#y`);
      await answers(engine);
      assert.deepEqual(server.reports, []);
      if (await engine.run(keepsService)) {
        await until(async () => (await engine.run(newsOf)) === 'ready', 'the offline copy');
        await server.close();
        await engine.go(`${server.url}?x=2#z`);
        await answers(engine);
        t.diagnostic(`${name}: works offline`);
      } else {
        assert.notEqual(name, 'Firefox ESR');
        t.diagnostic(`${name}: this build has no service workers`);
      }
      assert.deepEqual(engine.messages, []);
    });

    test('answers from the one file on a disk', async (t) => {
      const engine = await start();
      t.after(() => engine.close());
      await engine.go(pathToFileURL(join(built, 'partner-check.html')).href);
      await answers(engine);
      assert.deepEqual(engine.messages, []);
    });

    test('reports what a policy refuses, so that no report means no violation', async (t) => {
      const server = await serve({
        headers: { 'content-security-policy': "img-src 'none'; connect-src 'none'; report-uri /report" },
      });
      t.after(() => server.close());
      const engine = await start();
      t.after(() => engine.close());
      await engine.go(`${server.url}#all`);
      await until(async () => server.reports.length > 0, 'a report');
    });
  });
}
