// The other engines: the page answers under its strict policy, and Firefox keeps it for offline.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { engines, until } from './engines.mjs';
import { fragmentOf, fragmentWords, hostileFragments, linking, names, read, set, written } from './hostile.mjs';
import { hostPage } from './host-page.mjs';
import { portalAndStranger } from './portal-host.mjs';
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
/** `found` looks for a selector in the page and in every shadow tree. Downloads stay where they are. */
const prepareToLook = () => {
  const trees = (root) => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot === null ? [] : trees(shadowRoot))),
  ];
  globalThis.found = (selector) => trees(document).flatMap((tree) => [...tree.querySelectorAll(selector)]);
  HTMLAnchorElement.prototype.click = () => {};
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    void blob.text().then((text) => (globalThis.saved = text));
    return make.call(URL, blob);
  };
};
const goTo = (fragment) => {
  location.hash = fragment;
};
const shown = (selector) => globalThis.found(selector)[0]?.textContent ?? '';
const press = (selector) => globalThis.found(selector)[0].click();
const paste = (text) => {
  const [area] = globalThis.found('dialog[open] #paste');
  area.value = text;
  area.dispatchEvent(new Event('input'));
};
/** What no text may have become: an element, a script that ran, a key that each object has. */
const harm = () => [
  ...globalThis
    .found('img, script:not([src]), iframe, object, embed, base, animate, [onerror], [onfocus]')
    .map(({ outerHTML }) => outerHTML),
  ...globalThis
    .found('a[href]')
    .map(({ href }) => href)
    .filter((href) => !href.startsWith('https://') && !href.startsWith(location.origin)),
  ...Object.keys(Object.prototype),
];
/** Those of the host's rules that were refused with a reason. */
const refusedOf = (texts) => {
  const { core } = document.querySelector('partner-check-page').shadowRoot.querySelector('partner-check');
  return texts.map((text) => {
    const { type, errors } = core.loadRuleset(text);
    return type === 'failure' && errors.length > 0 && errors.every(({ code }) => code !== 'engine.failed');
  });
};
const takeRuleset = ([id, source]) => {
  const page = document.querySelector('partner-check-page');
  const parameters = { 'association.cool_off_days': { value: 30, source } };
  const { ruleset } = page.core.loadRuleset({ id, parameters });
  const catalogue = page.core.describe();
  const rulesets = [...catalogue.rulesets, ruleset];
  page.core = { ...page.core, describe: () => ({ ...catalogue, rulesets }) };
};
const choose = (selector, value) => {
  const [select] = globalThis.found(selector);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  return select.value === value;
};
/** Whoever the page is tries to speak with its frame, as the portal would and without a connection. */
const speakTo = async () => {
  const { WindowMessenger, connect } = await import('/penpal/penpal.mjs');
  const { contentWindow } = document.querySelector('iframe');
  const connection = connect({
    messenger: new WindowMessenger({ remoteWindow: contentWindow, allowedOrigins: ['*'] }),
    channel: 'partner-check',
    methods: { tell: () => (globalThis.heard = true) },
    timeout: 1000,
  });
  const call = { namespace: 'penpal', channel: 'partner-check', type: 'CALL', id: '1', methodPath: ['ask'] };
  contentWindow.postMessage({ ...call, args: [{ protocol: 1, type: 'setLang', value: 'sv-SE' }] }, '*');
  connection.promise.then(
    (frame) =>
      frame.ask({ protocol: 1, type: 'setLang', value: 'nl-NL' }).then(() => (globalThis.outcome = 'connected')),
    ({ code }) => (globalThis.outcome = code),
  );
};
const stateOf = () => {
  const { shadowRoot } = document.querySelector('partner-check');
  return [document.documentElement.lang, shadowRoot.querySelector('form.question') !== null, shadowRoot.textContent];
};
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

    test('hostile links, names and receipts stay text, and what is wrong is said', async (t) => {
      const server = await serve({ headers });
      t.after(() => server.close());
      const engine = await start();
      t.after(() => engine.close());
      await engine.go(`${server.url}#all`);
      await until(async () => (await engine.run(textOf, 'form.question')) !== '', 'the form');
      await engine.run(speak, 'en-US');
      await engine.run(prepareToLook);
      const good = fragmentOf(JSON.stringify(linking('Fabrikam')));
      const fragments = hostileFragments();
      for (const [what, fragment, code] of fragments) {
        await engine.run(goTo, good);
        await until(async () => (await engine.run(shown, '#verdict')) !== '', 'an answer');
        await engine.run(goTo, fragment);
        await until(async () => fragmentWords[code].test(await engine.run(shown, '.notice')), `words about ${what}`);
        assert.equal(await engine.run(shown, '#verdict'), '', what);
      }
      for (const [what, name] of names) {
        await engine.run(goTo, fragmentOf(JSON.stringify(linking(name))));
        await until(async () => (await engine.run(shown, '#verdict')).includes('May 31, 2021'), `an answer to ${what}`);
        assert.deepEqual(await engine.run(harm), [], what);
        // So that the next answer is a new one.
        await engine.run(goTo, fragments[0][1]);
        await until(async () => (await engine.run(shown, '#verdict')) === '', `an end of ${what}`);
      }
      await engine.run(goTo, good);
      await until(async () => (await engine.run(shown, '#verdict')) !== '', 'an answer');
      await engine.run(press, '[data-tool=receipt]');
      await until(async () => (await engine.run(shown, 'dialog[open] .do')) !== '', 'the receipt');
      await engine.run(press, 'dialog[open] .do');
      await until(async () => (await engine.run(() => typeof globalThis.saved)) === 'string', 'what is saved');
      const receipt = await engine.run(() => globalThis.saved);
      for (const [what, pointer, value, words] of read('receipts')) {
        const forged = JSON.parse(receipt);
        set(forged, pointer, value);
        for (const [text, outcome] of [
          [JSON.stringify(forged), new RegExp(words)],
          // So that the next outcome is a new one.
          ['[]', /no receipt of this page/],
        ]) {
          await engine.run(paste, text);
          await engine.run(press, 'dialog[open] .check .other');
          await until(
            async () => outcome.test(await engine.run(shown, 'dialog[open] .outcome')),
            `words about ${what}`,
          );
        }
        assert.deepEqual(await engine.run(harm), [], what);
      }
      assert.deepEqual(server.reports, []);
      assert.deepEqual(engine.messages, []);
    });

    test('hostile rules of a host are refused, or are text', async (t) => {
      const server = await serve({ headers });
      t.after(() => server.close());
      const engine = await start();
      t.after(() => engine.close());
      const { refused, sources } = read('rulesets');
      await engine.go(`${server.url}#all`);
      await until(async () => (await engine.run(textOf, 'form.question')) !== '', 'the form');
      await engine.run(speak, 'en-US');
      await engine.run(prepareToLook);
      const texts = refused.map(([, text]) => written(text));
      const outcomes = await engine.run(refusedOf, texts);
      refused.forEach(([what], index) => assert.equal(outcomes[index], true, what));
      for (const [index, source] of sources.entries()) {
        const id = `<img src=x onerror=alert(${index})>`;
        await engine.run(takeRuleset, [id, source]);
        await engine.run(fillInExample);
        await until(() => engine.run(choose, '#ruleset', id), `the ruleset of ${source}`);
        await until(
          async () => (await engine.run(shown, '#verdict')).includes('May 31, 2021'),
          `an answer by ${source}`,
        );
        assert.notEqual(await engine.run(shown, '[data-rule="association.cool_off"] .source'), '');
        assert.equal(await engine.run(() => globalThis.found('#ruleset')[0].selectedOptions[0].value), id);
        assert.deepEqual(await engine.run(harm), [], source);
      }
      assert.deepEqual(server.reports, []);
      assert.deepEqual(engine.messages, []);
    });

    test('a frame listens to the portal that its address names, and to no stranger', async (t) => {
      const server = await serve();
      const { portal, stranger } = await portalAndStranger(server.url);
      const engine = await start();
      t.after(() => Promise.all([engine.close(), portal.close(), stranger.close(), server.close()]));
      const opened = async (address) => {
        await engine.go(address);
        await until(async () => (await engine.runInFrame(stateOf))[1], 'the form in the frame');
        return engine.runInFrame(stateOf);
      };
      const answered = async () => {
        await engine.run(speakTo);
        await until(() => engine.run(() => globalThis.outcome !== undefined), 'what becomes of it');
        return engine.run(() => globalThis.outcome);
      };
      const before = await opened(`${stranger.origin}/index.html`);
      assert.equal(await answered(), 'CONNECTION_TIMEOUT');
      assert.equal(await engine.run(() => globalThis.heard === undefined), true);
      assert.deepEqual(await engine.runInFrame(stateOf), before);

      // The same words from the portal are carried out.
      await opened(`${portal.origin}/frames/index.html`);
      assert.equal(await answered(), 'connected');
      await until(async () => (await engine.runInFrame(stateOf))[0] === 'nl-NL', 'the language of the portal');
      assert.deepEqual(
        engine.messages.filter((message) => !message.includes('Partner Check refused a message from http://localhost')),
        [],
      );
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
