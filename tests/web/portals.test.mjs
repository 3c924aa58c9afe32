// The example portals, on an origin of their own under a strict policy; and portals that mean harm.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { build } from 'vite';
import { host, namesOf, portalAndStranger } from './portal-host.mjs';
import { built } from './server.mjs';
import { started } from './started.mjs';

const { server, browser } = await started();
const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const checker = server.url;
const names = namesOf(checker);
const { portal, stranger } = await portalAndStranger(checker);
after(() => Promise.all([portal.close(), stranger.close()]));

async function open(t, address, { prepare, ...options } = {}) {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 }, ...options });
  t.after(() => context.close());
  const page = await context.newPage();
  const messages = [];
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => messages.push(`exception: ${error.message}`));
  await prepare?.(page);
  await page.goto(address);
  return Object.assign(page, { messages, frame: page.frameLocator('iframe') });
}

const request = {
  today: '2021-05-20',
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

async function fillInExample(place) {
  await place.locator('.question .secondary').first().click();
  await place.locator('#verdict').waitFor();
}

test('the element answers in a portal with a policy of its own, tells it, and is handed in with its form', async (t) => {
  const page = await open(t, `${portal.origin}/element.html`);
  await fillInExample(page);
  assert.equal(await page.locator('#heard').innerText(), 'deferred until 2021-05-31');
  await page.getByRole('button', { name: 'Hand in' }).click();
  assert.match(await page.locator('#heard').innerText(), /^Handed in: \{"request":.*"until":"2021-05-31"/);
  assert.deepEqual(page.messages, []);
});

test('both work in React', async (t) => {
  const outDir = mkdtempSync(join(tmpdir(), 'partner-check-react-'));
  t.after(() => rmSync(outDir, { recursive: true }));
  await build({ root: path('examples/react'), logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  const react = await host({ '/': outDir }, names);
  t.after(() => react.close());
  const page = await open(t, `${react.origin}/`);
  await fillInExample(page);
  await page.locator('#heard').filter({ hasText: 'deferred until 2021-05-31' }).waitFor();
  await page.locator('#lang').selectOption('nl-NL');
  await page.getByRole('heading', { name: 'Je vraag' }).waitFor();

  await page.locator('#framed').check();
  await page.frame.getByRole('heading', { name: 'Je vraag' }).waitFor();
  await page.locator('#lang').selectOption('en-US');
  await page.frame.getByRole('heading', { name: 'Your question' }).waitFor();
  await page.frame.locator('[data-pointer="/action/organization"] input').fill('Fabrikam');
  await page.frame.locator('[data-pointer="/actor/relation"] input[value="other"]').check();
  await page.frame.locator('button.primary').click();
  await page.locator('#heard').filter({ hasText: 'denied' }).waitFor();
  assert.deepEqual(page.messages, []);
});

describe('in a frame', () => {
  test('the page has a strict policy, and any portal may frame it', () => {
    const [, policy] = /Content-Security-Policy"\s+content="([^"]+)"/.exec(readFileSync(`${built}embed.html`, 'utf8'));
    assert.match(
      policy,
      /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; .*require-trusted-types-for 'script'; trusted-types lit-html partner-check-roster$/,
    );
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|data:|https?:|\*|frame-ancestors/);
  });

  test('the checker answers, tells its portal, and the frame is as high as it is', async (t) => {
    const page = await open(t, `${portal.origin}/frame.html`);
    await fillInExample(page.frame);
    await page.locator('#heard').filter({ hasText: 'deferred until 2021-05-31' }).waitFor();
    const heights = () =>
      Promise.all([
        page.locator('iframe').evaluate((frame) => frame.clientHeight),
        page.frame.locator('html').evaluate((html) => Math.ceil(html.getBoundingClientRect().height)),
      ]);
    await page.waitForFunction(() => document.querySelector('iframe').clientHeight > 1000);
    await assert.doesNotReject(async () => {
      for (let tries = 0; tries < 100; tries += 1) {
        const [frame, content] = await heights();
        if (frame === content) {
          return;
        }
      }
      throw new Error(`heights differ: ${await heights()}`);
    });
    assert.deepEqual(page.messages, []);
  });

  test('a person chooses language and colors in the portal', async (t) => {
    const page = await open(t, `${portal.origin}/frame.html`);
    await page.frame.locator('form.question').waitFor();
    await page.locator('#lang').selectOption('sv-SE');
    await page.frame.getByRole('heading', { name: 'Din fråga' }).waitFor();
    await page.locator('#scheme').selectOption('dark');
    await page.frame.locator('html[style*="color-scheme: dark"]').waitFor();
    assert.deepEqual(page.messages, []);
  });

  for (const scheme of ['light', 'dark']) {
    test(`no violation that axe can see, in ${scheme} colors`, async (t) => {
      const page = await open(t, `${portal.origin}/frame.html`);
      await page.frame.locator('form.question').waitFor();
      await page.locator('#scheme').selectOption(scheme);
      await page.frame.locator(`html[style*="color-scheme: ${scheme}"]`).waitFor();
      await fillInExample(page.frame);
      // A frame of other colors than its portal has an opaque ground of its own, which axe takes for white.
      await page.frame.locator('html').evaluate((html) => {
        html.style.background = 'Canvas';
      });
      const { violations, passes } = await new AxeBuilder({ page })
        .include({ fromFrames: ['iframe', 'html'] })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      const seen =
        passes.find(({ id }) => id === 'color-contrast')?.nodes.flatMap(({ target }) => target.flat().join(' ')) ?? [];
      assert.ok(
        seen.some((target) => /#verdict/.test(target)),
        `it looked at ${seen.join(', ')}`,
      );
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.flat().join(' ')).join(', ')}`),
        [],
      );
      assert.deepEqual(page.messages, []);
    });
  }

  test('the portal sets day, rules, action, request and theme', async (t) => {
    const page = await open(t, `${portal.origin}/frames/index.html`);
    const answers = await page.evaluate(async (wanted) => {
      const { openFrame } = await import('/partner-check/frame.js');
      const results = [];
      const frame = await openFrame(document.querySelector('iframe'), {
        result: ({ decision }) => results.push(decision),
      });
      await frame.setToday('2021-06-01');
      await frame.setRuleset('2021-04-27');
      await frame.setAction('view_kpi');
      await frame.setRequest(wanted);
      await frame.setRequest(JSON.stringify({ ...wanted, today: '2021-05-31' }));
      await frame.loadRuleset({
        id: 'ours',
        based_on: '2021-04-27',
        parameters: { 'association.cool_off_days': { value: 40, source: 'our contract' } },
      });
      await frame.setRuleset('ours');
      await frame.setTheme({ scheme: 'light', properties: { '--partner-check-accent': 'rebeccapurple' } });
      await frame.focus();
      return results.map(({ status, until }) => `${status} ${until}`);
    }, request);
    assert.deepEqual(answers.slice(0, 2), ['deferred 2021-05-31', 'allowed undefined']);
    assert.match(answers.at(-1), /^deferred 2021-06-10/);
    assert.equal(
      await page.frame.locator('#action').evaluate((select) => select.getRootNode().activeElement === select),
      true,
    );
    assert.deepEqual(page.messages, []);
  });

  test('the portal may open the frame again, after closing it and without', async (t) => {
    const page = await open(t, `${portal.origin}/frames/index.html`);
    const answers = await page.evaluate(async (wanted) => {
      const { openFrame } = await import('/partner-check/frame.js');
      const iframe = document.querySelector('iframe');
      const heard = [];
      for (const round of ['first', 'second', 'third']) {
        const frame = await openFrame(iframe, { result: ({ decision }) => heard.push(`${round} ${decision.until}`) });
        await frame.setRequest(wanted);
        await frame.setRequest(null);
        if (round === 'first') {
          frame.close();
        }
      }
      return heard;
    }, request);
    assert.deepEqual(answers, ['first 2021-05-31', 'second 2021-05-31', 'third 2021-05-31']);
    assert.deepEqual(page.messages, []);
  });

  test('a theme may set every custom property that the element documents, and they are colors, lengths and fonts', async (t) => {
    const page = await open(t, `${portal.origin}/frames/index.html`);
    const { modules } = JSON.parse(readFileSync(path('element/dist/custom-elements.json'), 'utf8'));
    const [{ cssProperties }] = modules[0].declarations;
    const value = (name) =>
      name.endsWith('-font') ? 'serif' : /-(radius|padding|gap|top)$/.test(name) ? '3px' : 'rgb(1, 2, 3)';
    const properties = Object.fromEntries(cssProperties.map(({ name }) => [name, value(name)]));
    await page.evaluate(async (wanted) => {
      const { openFrame } = await import('/partner-check/frame.js');
      await (await openFrame(document.querySelector('iframe'))).setTheme({ properties: wanted });
    }, properties);
    const style = await page.frame.locator('partner-check').evaluate((element) => element.style.cssText);
    const set = [...style.matchAll(/(--partner-check-[\w-]+): ([^;]+);/g)].map(([, name, given]) => [name, given]);
    assert.deepEqual(Object.fromEntries(set), properties);
    assert.deepEqual(page.messages, []);
  });

  test('the address alone sets it up, and nobody may talk to it', async (t) => {
    const page = await open(t, `${checker}embed.html?lang=nl-NL&action=view_kpi&today=2021-05-20`);
    await page.locator('form.question').waitFor();
    assert.equal(await page.locator('#action').inputValue(), 'view_kpi');
    assert.equal(await page.locator('html').getAttribute('lang'), 'nl-NL');
    assert.deepEqual(page.messages, []);
  });

  test('asks one thing at a time where its address says so', async (t) => {
    const page = await open(t, `${checker}embed.html?lang=sv-SE&action=link_mcid&guided`);
    await page.locator('.guide h2', { hasText: 'Får jag länka min profil' }).waitFor();
    assert.equal(await page.locator('#action').count(), 0);
    assert.deepEqual(page.messages, []);
  });

  test('an answer is given where the browser keeps nothing', async (t) => {
    const page = await open(t, `${portal.origin}/frame.html`, {
      prepare: (each) =>
        each.addInitScript(() => {
          for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
            Object.defineProperty(window, name, {
              get() {
                throw new DOMException('Access is denied for this document.', 'SecurityError');
              },
            });
          }
        }),
    });
    await fillInExample(page.frame);
    await page.locator('#heard').filter({ hasText: 'deferred' }).waitFor();
    assert.deepEqual(page.messages, []);
  });

  test('a sandbox that takes away its origin: the frame says what it needs', async (t) => {
    const page = await open(t, `${stranger.origin}/sandbox.html`);
    await page.frame.getByText('allow-scripts allow-same-origin').first().waitFor();
  });
});

describe('refused, and nothing changes:', () => {
  const state = (frame) =>
    frame.locator('partner-check').evaluate((element) => {
      const { lang, style } = document.documentElement;
      const inputs = [...element.shadowRoot.querySelectorAll('input, select')].map(
        ({ value, checked }) => `${value} ${checked}`,
      );
      const { request: asked, today, ruleset, action } = element;
      return JSON.stringify([
        lang,
        style.cssText,
        element.style.cssText,
        asked,
        today,
        ruleset,
        action,
        inputs,
        element.shadowRoot.textContent,
      ]);
    });

  let page;
  before(async () => {
    page = await open({ after: () => {} }, `${portal.origin}/frames/index.html`);
    await page.frame.locator('form.question').waitFor();
  });

  const long = 'x'.repeat(1_000_000);
  const markup = '<img src=x onerror=alert(1)>';
  const polluted = `{"today": "2021-05-20", "__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}`;
  for (const [what, ask, reason] of [
    ['another version', { protocol: 2, type: 'setLang', value: 'sv-SE' }, /speaks protocol 1, not 2/],
    ['no version', { type: 'setLang', value: 'sv-SE' }, /speaks protocol 1, not undefined/],
    ['no object', 'setLang', /a message is/],
    ['null', null, /a message is/],
    ['an unknown type', { protocol: 1, type: 'setHtml', value: markup }, /its type one of open, setRequest/],
    ['a type that every object has', { protocol: 1, type: 'constructor', value: 'x' }, /its type one of/],
    ['a member too many', { protocol: 1, type: 'setLang', value: 'sv-SE', then: 'x' }, /a message is/],
    ['a number for a language', { protocol: 1, type: 'setLang', value: 7 }, /takes a short text/],
    ['1 MB as language', { protocol: 1, type: 'setLang', value: long }, /takes a short text/],
    ['a day that does not exist', { protocol: 1, type: 'setToday', value: '2021-02-30' }, /\/today date\.impossible/],
    ['markup for a day', { protocol: 1, type: 'setToday', value: markup }, /\/today date/],
    ['an unknown ruleset', { protocol: 1, type: 'setRuleset', value: markup }, /\/ruleset/],
    ['an unknown action', { protocol: 1, type: 'setAction', value: '__proto__' }, /\/action\/type/],
    ['a request with prototype keys', { protocol: 1, type: 'setRequest', value: polluted }, /__proto__ key\.unknown/],
    [
      'a request with 1 MB of text',
      { protocol: 1, type: 'setRequest', value: { ...request, today: long } },
      /refused: /,
    ],
    ['1 MB that is no JSON', { protocol: 1, type: 'setRequest', value: long }, /refused: /],
    ['a list for a request', { protocol: 1, type: 'setRequest', value: [request] }, /refused: /],
    ['a ruleset that is none', { protocol: 1, type: 'loadRuleset', value: { id: markup, __proto__x: 1 } }, /refused: /],
    ['a theme of another shape', { protocol: 1, type: 'setTheme', value: { css: 'body { display: none }' } }, /no css/],
    [
      'a scheme that every object has',
      { protocol: 1, type: 'setTheme', value: { scheme: 'constructor' } },
      /scheme is one of/,
    ],
    [
      'a property that is not documented',
      { protocol: 1, type: 'setTheme', value: { properties: { display: 'none' } } },
      /is none of/,
    ],
    [
      'a property with an address',
      {
        protocol: 1,
        type: 'setTheme',
        value: { properties: { '--partner-check-accent': 'url(https://evil.example/x)' } },
      },
      /takes a color/,
    ],
    [
      'one right property and one wrong',
      {
        protocol: 1,
        type: 'setTheme',
        value: { scheme: 'dark', properties: { '--partner-check-accent': 'red', '--partner-check-text': '1px' } },
      },
      /takes a color/,
    ],
  ]) {
    test(what, async () => {
      const before = await state(page.frame);
      const [error] = await page.evaluate(async (message) => {
        const { WindowMessenger, connect } = await import('/penpal/penpal.mjs');
        const frame = document.querySelector('iframe');
        window.line ??= connect({
          messenger: new WindowMessenger({
            remoteWindow: frame.contentWindow,
            allowedOrigins: [new URL(frame.src).origin],
          }),
          channel: 'partner-check',
          methods: { tell() {} },
        }).promise;
        return (await window.line).ask(message).then(
          () => ['carried out'],
          ({ message: text }) => [text],
        );
      }, ask);
      assert.match(error, reason);
      assert.ok(error.length < 1000, 'an error is short');
      assert.equal(await state(page.frame), before);
      assert.equal(await page.frame.locator('img').count(), 0);
      assert.deepEqual(page.messages, []);
    });
  }

  test('a stranger that frames the checker of a portal, or posts into its frame', async (t) => {
    const evil = await open(t, `${stranger.origin}/index.html`);
    await evil.frame.locator('form.question').waitFor();
    const before = await state(evil.frame);
    const answered = await evil.evaluate(async () => {
      const { WindowMessenger, connect } = await import('/penpal/penpal.mjs');
      const { contentWindow } = document.querySelector('iframe');
      const connection = connect({
        messenger: new WindowMessenger({ remoteWindow: contentWindow, allowedOrigins: ['*'] }),
        channel: 'partner-check',
        methods: { tell: () => (window.heard = true) },
        timeout: 1000,
      });
      const call = { namespace: 'penpal', channel: 'partner-check', type: 'CALL', id: '1', methodPath: ['ask'] };
      contentWindow.postMessage({ ...call, args: [{ protocol: 1, type: 'setLang', value: 'sv-SE' }] }, '*');
      return connection.promise.then(
        () => 'connected',
        ({ code }) => code,
      );
    });
    assert.equal(answered, 'CONNECTION_TIMEOUT');
    assert.equal(await evil.evaluate(() => window.heard), undefined);
    assert.equal(await state(evil.frame), before);
    assert.ok(evil.messages.length > 0);
    for (const message of evil.messages) {
      assert.match(
        message,
        /^warning: Partner Check refused a message from http:\/\/localhost:\d+: the address of the frame names http/,
      );
    }
  });

  for (const parent of [
    'https://portal.example/',
    'https://portal.example.evil/x',
    'javascript:alert(1)',
    'null',
    '*',
    'https://PORTAL.example',
    '',
    'https://a.example&parent=https://b.example',
  ]) {
    test(`parent=${parent} in the address`, async (t) => {
      const broken = await open(t, `${checker}embed.html?parent=${parent}`);
      await broken.getByRole('alert').waitFor();
      assert.match(await broken.getByRole('alert').innerText(), /names no valid page as “parent”/);
      assert.equal(await broken.locator('partner-check').count(), 0);
      assert.match(broken.messages.join(), /parent has to be one origin/);
    });
  }

  test('a frame that speaks another version, or whose address names another page', async (t) => {
    const own = await open(t, `${stranger.origin}/other-version.html`);
    const reason = (src) =>
      own.evaluate(async (address) => {
        const { openFrame } = await import('/partner-check/frame.js');
        const frame = Object.assign(document.createElement('iframe'), { src: address });
        document.body.append(frame);
        return openFrame(frame).then(
          () => 'opened',
          ({ message }) => message,
        );
      }, src);
    assert.equal(
      await reason(`${stranger.origin}/version-2.html?parent=${stranger.origin}`),
      'the frame speaks protocol 2, this page 1',
    );
    assert.match(
      await reason(`${checker}embed.html?parent=${portal.origin}`),
      /^the address of the frame has to end with \?parent=/,
    );
  });
});
