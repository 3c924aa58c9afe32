// The policy, the network, hostile text, and a host that serves the wrong thing.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readFileSync, readdirSync } from 'node:fs';
import { fillInExample, open } from './browser.mjs';
import { serve } from './server.mjs';
import { started } from './started.mjs';

const built = new URL('../../web/dist/', import.meta.url);

const { server, browser } = await started();

for (const name of ['index.html', 'roster.html', 'rules.html', 'about.html'])
  test(`${name} has a strict policy and nothing inline`, () => {
    const html = readFileSync(new URL(name, built), 'utf8');
    const [, policy] = /Content-Security-Policy"\s+content="([^"]+)"/.exec(html);
    const rules = new Map(policy.split(';').map((rule) => rule.trim().split(/ (.*)/s)));
    assert.equal(rules.get('default-src'), "'none'");
    assert.equal(rules.get('script-src'), "'self' 'wasm-unsafe-eval'");
    assert.equal(rules.get('style-src'), "'self'");
    assert.equal(rules.get('connect-src'), "'self'");
    assert.equal(rules.get('require-trusted-types-for'), "'script'");
    assert.equal(rules.get('worker-src'), "'self'");
    assert.equal(rules.get('manifest-src'), "'self'");
    assert.equal(rules.get('trusted-types'), 'lit-html partner-check-worker partner-check-roster');
    assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval'? ?;?'unsafe-eval'|data:|https?:|\*/);
    assert.doesNotMatch(html, /<style|style=|\son\w+=|<script(?![^>]*\ssrc=)/);
    assert.doesNotMatch(html, /(?:src|href)="(?:\/|https?:)/);
  });

describe('no built script', () => {
  const scripts = readdirSync(built, { recursive: true }).filter(
    (name) => name.endsWith('.js') || /^partner-check(-roster)?\.html$/.test(name),
  );
  const read = (name) => readFileSync(new URL(name, built), 'utf8');

  test('makes code or markup from a text: a template of Lit is the only markup', () => {
    assert.ok(scripts.includes('sw.js') && scripts.filter((name) => /^assets.main-/.test(name)).length === 1);
    let templates = 0;
    for (const name of scripts) {
      const script = read(name).replace(
        /\w+=(\w+)\.createElement\(`template`\);return \w+\.innerHTML=\w+,/g,
        () => ((templates += 1), ''),
      );
      assert.doesNotMatch(
        script,
        /\beval\(|\bFunction\(|\.(inner|outer)HTML|document\.write|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|parseFromString|\bset(?:Timeout|Interval)\(["'`]/,
        name,
      );
    }
    // One in the pages, one in each page in one file, one in the elements for other pages.
    assert.equal(templates, 4);
  });

  test('names an address of another host, but for an explanation that a worker may throw', () => {
    for (const name of scripts) {
      // The licences of others are not script, and are made to be followed by whoever reads them.
      const script = read(name).replace(/<template id="licenses">[^]*?<\/template>/, '');
      const addresses = [...script.matchAll(/\b(?:https?|wss?|ftp):\/\/([\w-]+(?:\.[\w-]+)+)/g)].map(
        ([, host]) => host,
      );
      // The formats of workbooks are named by addresses, which nobody fetches.
      const names = {
        sw: ['bit.ly'],
        workbook: ['purl.oclc.org', 'schemas.openxmlformats.org', 'www.w3.org'],
        // With where its reader of CSV comes from, in the note of its licence.
        'written-workbook': ['github.com', 'schemas.microsoft.com', 'schemas.openxmlformats.org'],
        'partner-check-roster': ['purl.oclc.org', 'schemas.microsoft.com', 'schemas.openxmlformats.org', 'www.w3.org'],
      };
      const [, chunk] = /^(?:(?:embed.)?assets.)?([a-z-]+?)(?:-[\w-]{8})?\.(?:js|html)$/.exec(name) ?? [];
      assert.deepEqual(
        addresses.filter((address) => !(names[chunk] ?? []).includes(address)),
        [],
        name,
      );
    }
  });

  test('keeps anything in the browser, but for saved cases and what is remembered of columns', () => {
    const keepers = /^((embed.)?assets.keep-|assets.roster-|embed.assets.define-|partner-check(-roster)?\.html$)/;
    for (const name of scripts.filter((each) => !keepers.test(each))) {
      assert.doesNotMatch(read(name), /localStorage|indexedDB|document\.cookie/, name);
    }
    for (const name of scripts) {
      assert.doesNotMatch(
        read(name),
        /indexedDB|document\.cookie|sendBeacon|WebSocket|EventSource|RTCPeerConnection/,
        name,
      );
    }
  });
});

test('nothing goes to another origin, and nothing goes anywhere after the page has loaded', async () => {
  const page = await open(browser, server.url);
  const origin = new URL(server.url).origin;
  await page.waitForLoadState('networkidle');
  assert.deepEqual(
    page.seen.requests.filter((url) => new URL(url).origin !== origin),
    [],
  );
  const loaded = page.seen.requests.length;
  await fillInExample(page);
  await page.locator('#action').selectOption('view_kpi');
  await page.locator('.primary').click();
  await page.locator('#verdict').waitFor();
  assert.equal(page.seen.requests.length, loaded);
  assert.deepEqual(page.seen.messages, []);
  assert.deepEqual(await page.context().cookies(), []);
  await page.context().close();
});

describe('the requests that the page shows', () => {
  const shows = (page, own, others) =>
    page
      .locator('.requests')
      .filter({ hasText: new RegExp(`you began: ${own}\\. [^]*opened: ${others}\\.`) })
      .waitFor({ timeout: 10_000 });

  test('are none while questions are answered; the files of a tool are counted when it is first used', async () => {
    const page = await open(browser, server.url);
    await page.waitForLoadState('networkidle');
    await shows(page, 0, 0);
    await fillInExample(page);
    await page.locator('#action').selectOption('view_kpi');
    await page.locator('.primary').click();
    await page.locator('#verdict').waitFor();
    await shows(page, 0, 0);
    const before = page.seen.requests.length;
    await page.locator('[data-tool=saved]').click();
    await page.locator('dialog[open]').waitFor();
    await shows(page, page.seen.requests.length - before, 0);
    assert.ok(page.seen.requests.length > before);
    await page.keyboard.press('Escape');
    await page.locator('#language').selectOption('nl-NL');
    await page.locator('.requests').filter({ hasText: 'Naar andere hosts' }).waitFor();
    await page.context().close();
  });

  test('count one to another host, where no policy stands in its way', async (t) => {
    const other = await serve();
    t.after(() => other.close());
    const page = await open(browser, server.url, { bypassCSP: true });
    await shows(page, 0, 0);
    await page.evaluate((url) => fetch(url, { mode: 'no-cors' }), other.url);
    await shows(page, 0, 1);
    await page.context().close();
  });
});

test('hostile text is shown as it was typed', async () => {
  const page = await open(browser, server.url);
  await fillInExample(page);
  for (const hostile of [
    '<img src=x onerror=alert(1)>',
    '{until}',
    "'{organization, select, other {x}}'",
    '=HYPERLINK("https://example.com")',
    '__proto__',
    '\u202Etxet',
  ]) {
    await page.locator('[data-pointer="/action/organization"] input').fill(hostile);
    await page.locator('.why').filter({ hasText: hostile }).waitFor({ state: 'attached' });
    assert.equal(await page.locator('img').count(), 0);
  }
  assert.deepEqual(page.seen.messages, []);
  await page.context().close();
});

describe('a host that does not hand out the core', () => {
  /** Opens the page while the server answers something else for the core. */
  const openWith = (answer, options) =>
    open(browser, server.url, { ready: false, prepare: (page) => page.route('**/*.wasm', answer), ...options });
  const core = () =>
    readFileSync(
      new URL(`assets/${readdirSync(new URL('assets/', built)).find((name) => name.endsWith('.wasm'))}`, built),
    );

  for (const [what, answer, words] of [
    [
      'an HTML page in its place',
      { status: 200, contentType: 'text/html', body: '<!doctype html><title>app</title>' },
      /something else in place of/,
    ],
    [
      'an HTML page that calls itself wasm',
      { status: 200, contentType: 'application/wasm', body: '<!doctype html>' },
      /something else in place of/,
    ],
    ['status 404', { status: 404, contentType: 'text/plain', body: 'not found' }, /status 404/],
    [
      'bytes that are cut off',
      { status: 200, contentType: 'application/wasm', body: core().subarray(0, 5000) },
      /arrived damaged/,
    ],
    [
      'another module',
      { status: 200, contentType: 'application/wasm', body: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]) },
      /of another version than this page/,
    ],
  ]) {
    test(`${what}: said in plain words`, async () => {
      const page = await openWith((route) => route.fulfill(answer));
      await page.locator('.failure').waitFor();
      assert.match(await page.locator('.failure').innerText(), words);
      assert.match(await page.locator('.address').innerText(), /partnercheck-core.*\.wasm/);
      await page.context().close();
    });
  }

  test('no connection: said, and "Try again" works once it is back', async () => {
    let down = true;
    const page = await openWith((route) => (down ? route.abort() : route.continue()), { locale: 'sv-SE' });
    await page.locator('.failure').waitFor();
    assert.match(await page.locator('.failure').innerText(), /gick inte att nå/);
    down = false;
    await page.locator('.failure button').click();
    await page.locator('form.question').waitFor();
    await page.context().close();
  });

  test('no answer at all: said after a minute, and "Try again" works once there is one', async () => {
    let silent = true;
    const page = await openWith((route) => (silent ? undefined : route.continue()), {
      prepare: async (prepared) => {
        await prepared.clock.install();
        await prepared.route('**/*.wasm', (route) => (silent ? undefined : route.continue()));
      },
    });
    const asked = page.waitForRequest('**/*.wasm');
    await page.reload();
    await asked;
    assert.equal(await page.locator('.failure').count(), 0);
    await page.clock.fastForward(61_000);
    await page.locator('.failure').waitFor();
    assert.match(await page.locator('.failure').innerText(), /did not come in time/);
    silent = false;
    await page.locator('.failure button').click();
    await page.locator('form.question').waitFor();
    await page.context().close();
  });

  test('a wrong MIME type alone does no harm', async () => {
    const page = await openWith((route) =>
      route.fulfill({ status: 200, contentType: 'application/octet-stream', body: core() }),
    );
    await fillInExample(page);
    assert.match(await page.locator('#verdict').innerText(), /May 31, 2021/);
    assert.deepEqual(page.seen.messages, []);
    await page.context().close();
  });

  test('texts that cannot be fetched: the page stays in its language', async () => {
    const page = await open(browser, server.url);
    await page.route('**/nl-NL-*.js', (route) => route.abort());
    await page.locator('#language').selectOption('nl-NL');
    await page
      .locator('#language')
      .locator('option[value=en-US]')
      .evaluate(
        (option) =>
          new Promise((resolve) => {
            const look = () => (option.selected ? resolve() : setTimeout(look, 20));
            look();
          }),
      );
    await fillInExample(page);
    assert.match(await page.locator('#verdict').innerText(), /May 31, 2021/);
    await page.context().close();
  });
});
