// The page without a network: kept by its service worker, and as one file. And hosts as they are: nginx, right and wrong.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { violations } from './axe.mjs';
import { fillInExample, launch, open } from './browser.mjs';
import { startNginx } from './nginx.mjs';
import { built, folder, serve } from './server.mjs';
import { sampleTable } from 'partnercheck/roster';
import { workbook } from './workbook.mjs';

let browser;
let temporary;
before(async () => {
  browser = await launch();
  temporary = mkdtempSync(join(tmpdir(), 'partner-check-offline-'));
});
after(async () => {
  await browser.close();
  rmSync(temporary, { recursive: true, force: true });
});

const verdicts = {
  'zh-TW': /2021年5月31日/,
  'sv-SE': /31 maj 2021/,
  'nl-NL': /31 mei 2021/,
  'en-US': /May 31, 2021/,
};

/** Of the page for many people. */
const headings = Object.fromEntries(
  Object.keys(verdicts).map((locale) => [
    locale,
    JSON.parse(readFileSync(new URL(`../../web/src/roster/locales/${locale}.json`, import.meta.url), 'utf8')).heading,
  ]),
);

/** The contract example is answered in every language. */
async function answersInEveryLanguage(page) {
  await fillInExample(page);
  for (const [locale, verdict] of Object.entries(verdicts)) {
    await page.locator('#language').selectOption(locale);
    await page.locator('#verdict').filter({ hasText: verdict }).waitFor();
  }
}

/** Servers and pages that are gone after the test, also when it fails. */
const site = async (t, options) => endingWith(t, await serve(options));
const nginx = async (t, options) => endingWith(t, await startNginx({ root: built, folder, ...options }));
const endingWith = (t, server) => {
  t.after(() => server.close());
  return server;
};
const visit = async (t, url, options) => {
  const page = await open(browser, url, options);
  t.after(() => page.context().close());
  return page;
};

const notice = (page, news) => page.locator(`partner-check-offline .notice[data-news=${news}]`);
const copyOfBuild = (name) => {
  const copy = join(temporary, name);
  cpSync(built, copy, { recursive: true });
  return copy;
};

describe('the service worker', () => {
  test('after one visit everything works without network and server, in every language, with parameters in the address', async (t) => {
    const server = await site(t);
    const page = await visit(t, `${server.url}?x=1#y`, { offline: true });
    await notice(page, 'ready').waitFor();
    assert.equal(await page.getByRole('status').filter({ hasText: 'Ready to work offline' }).count(), 1);
    await server.close();
    await page.context().setOffline(true);
    await page.reload();
    await answersInEveryLanguage(page);
    assert.equal(page.url(), `${server.url}?x=1#all`);
    assert.equal(await page.locator('partner-check-offline button').count(), 0, 'said once only');
    for (const other of ['', 'index.html', 'index?a=b', 'anything']) {
      await page.goto(`${server.url}${other}`);
      await fillInExample(page);
    }
    // Somebody else's pages, and the file to take along, are not taken for the page.
    for (const foreign of ['partner-check.html', 'faq.html', 'deep/er']) {
      await assert.rejects(page.goto(`${server.url}${foreign}`), /ERR_/);
    }
    assert.deepEqual(
      page.seen.messages.filter((message) => !message.includes('net::ERR_')),
      [],
    );
  });

  test('the first visit goes on offline before anything is loaded again', async (t) => {
    const server = await site(t);
    const page = await visit(t, server.url, { offline: true });
    await notice(page, 'ready').waitFor();
    await server.close();
    await page.context().setOffline(true);
    await answersInEveryLanguage(page);
    await page.locator('partner-check-offline button').click();
    await notice(page, 'ready').waitFor({ state: 'detached' });
    assert.deepEqual(page.seen.messages, []);
  });

  test('all rules are there without network and server, after one visit of the check', async (t) => {
    const server = await site(t);
    const page = await visit(t, server.url, { offline: true });
    await notice(page, 'ready').waitFor();
    await server.close();
    await page.context().setOffline(true);
    await page.goto(`${server.url}rules.html#rule=association.cool_off`);
    await page.locator('article[data-kind=rule]').waitFor();
    await page.evaluate(() => (location.hash = 'edit=2021-04-27'));
    await page.locator('[data-number="association.cool_off_days"]').waitFor();
    assert.deepEqual(page.seen.messages, []);
  });

  for (const [visited, path] of [
    ['the check', ''],
    ['itself', 'roster.html'],
  ]) {
    test(`many people at once are decided without network and server, after one visit of ${visited}`, async (t) => {
      const server = await site(t);
      const page = await visit(t, `${server.url}${path}`, { offline: true, ready: false, reducedMotion: 'reduce' });
      await notice(page, 'ready').waitFor();
      await server.close();
      await page.context().setOffline(true);
      if (path === '') {
        await page.goto(`${server.url}roster.html`);
      }
      await page.locator('#sample').click();
      await page.locator('#results-heading').waitFor();
      await page.locator('.people-scroller .open').first().click();
      await page.locator('dialog #verdict').waitFor();
      await page.keyboard.press('Escape');
      await page
        .locator('#file')
        .setInputFiles({ name: 'people.xlsx', mimeType: 'application/octet-stream', buffer: workbook() });
      await page.locator('#sheet').selectOption('People');
      await page.locator('#column-started').filter({ hasText: '2021-05-01' }).waitFor();
      await page.locator('#run').click();
      await page.locator('.faults').waitFor();
      for (const locale of Object.keys(verdicts)) {
        await page.locator('#language').selectOption(locale);
        await page.locator(`html[lang=${locale}] h1`, { hasText: headings[locale] }).waitFor();
      }
      await page.reload();
      await page.locator('#skills-sample').click();
      await page.locator('.skill').first().click();
      await page.locator('#forecast').waitFor();
      assert.deepEqual(page.seen.messages, []);
    });
  }

  test('nothing is asked of another origin, and nothing at all offline', async () => {
    const script = readFileSync(join(built, 'sw.js'), 'utf8');
    assert.doesNotMatch(script, /importScripts|storage\.googleapis/);
    const kept = [...script.matchAll(/url:\s*"([^"]+)"|"url":\s*"([^"]+)"/g)].map(
      ([, plain, quoted]) => plain ?? quoted,
    );
    const files = readdirSync(built, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(built.length));
    // Neither what a server sends in place of a file, nor what is no part of the pages.
    const others = /^(sw\.js$|partner-check(-roster)?\.html$|embed[./])|\.(br|gz)$/;
    assert.deepEqual(kept.sort(), files.filter((name) => !others.test(name)).sort());
    assert.equal(kept.filter((url) => /^(\/|\w+:)/.test(url)).length, 0);
  });

  test('a new version waits for a word, and until then the old one works', async (t) => {
    const root = copyOfBuild('update');
    const server = await site(t, { root });
    const page = await visit(t, server.url, { offline: true });
    await notice(page, 'ready').waitFor();
    const other = await page.context().newPage();
    await other.goto(server.url);
    await fillInExample(other);

    // Version B in its place: another line in a script, so other names of files.
    await build({
      root: fileURLToPath(new URL('../../web/', import.meta.url)),
      logLevel: 'error',
      plugins: [
        {
          name: 'b',
          transform: (code, id) =>
            id.endsWith('/src/page/main.ts') ? `${code}\ndocument.documentElement.dataset.build = 'B';` : undefined,
        },
      ],
      build: { outDir: root, emptyOutDir: true },
    });
    const script = fileURLToPath(new URL('../../web/scripts/service-worker.mjs', import.meta.url));
    const { status, stderr } = spawnSync('node', [script, root], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);

    const buildOf = (tab) => tab.locator('html').getAttribute('data-build');
    await page.reload();
    await notice(page, 'update').waitFor();
    assert.equal(await buildOf(page), null);
    assert.equal(await page.getByRole('status').filter({ hasText: 'A new version is available' }).count(), 1);
    assert.deepEqual(await violations(page), []);
    // The old version goes on, with files that the server no longer has.
    await answersInEveryLanguage(page);
    await page.reload();
    await notice(page, 'update').waitFor();
    assert.equal(await buildOf(page), null);

    await page.getByRole('button', { name: 'Reload' }).click();
    await page.locator('html[data-build=B]').waitFor();
    await answersInEveryLanguage(page);
    assert.equal(await page.locator('partner-check-offline button').count(), 0);
    // The other tab keeps what was typed, and is told.
    await notice(other, 'update').waitFor();
    assert.equal(await buildOf(other), null);
    assert.match(await other.locator('#verdict').innerText(), /May 31, 2021/);
    await other.getByRole('button', { name: 'Reload' }).click();
    await other.locator('html[data-build=B]').waitFor();
    assert.deepEqual(page.seen.messages, []);
  });

  for (const [what, spoil] of [
    ['a file of another build', (root) => appendFileSync(join(root, 'icon-512.png'), 'x')],
    ['no service worker', (root) => rmSync(join(root, 'sw.js'))],
  ]) {
    test(`${what} on the server: the page works, and nothing is kept`, async (t) => {
      const root = copyOfBuild(what);
      spoil(root);
      const server = await site(t, { root });
      const page = await visit(t, server.url, { offline: true });
      await answersInEveryLanguage(page);
      const workers = () =>
        page.evaluate(async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          return [registration?.installing, registration?.waiting, registration?.active].filter(Boolean).length;
        });
      for (let left = 50; left > 0 && (await workers()) > 0; left -= 1) {
        await page.waitForTimeout(100);
      }
      assert.equal(await workers(), 0);
      assert.equal(await page.locator('partner-check-offline button').count(), 0);
    });
  }
});

test('what is installed has a name, a place and icons of the right size', () => {
  const manifest = JSON.parse(readFileSync(join(built, 'manifest.webmanifest'), 'utf8'));
  assert.deepEqual([manifest.start_url, manifest.scope], ['.', '.']);
  assert.ok(manifest.icons.some(({ purpose }) => purpose === 'maskable'));
  for (const { src, sizes, type } of manifest.icons.filter((icon) => icon.type === 'image/png')) {
    const png = readFileSync(join(built, src));
    assert.equal(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, sizes, `${src} ${type}`);
  }
});

describe('the page in one file', () => {
  test('the page links to it', async (t) => {
    const server = await site(t);
    const page = await visit(t, server.url, { acceptDownloads: true });
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save this checker as one file' }).click();
    assert.equal((await download).suggestedFilename(), 'partner-check.html');
    assert.deepEqual(readFileSync(await (await download).path()), readFileSync(join(built, 'partner-check.html')));
  });

  test('opened from a disk it answers in every language, under its policy and without a request', async (t) => {
    const home = join(temporary, 'My files – 我的檔案');
    mkdirSync(home);
    cpSync(join(built, 'partner-check.html'), join(home, 'partner-check.html'));
    const url = pathToFileURL(join(home, 'partner-check.html')).href;
    const page = await visit(t, url, { offline: true });
    await answersInEveryLanguage(page);
    assert.equal(await page.getByRole('link', { name: 'Save this checker' }).count(), 0);
    assert.deepEqual(
      page.seen.requests.filter((request) => !request.startsWith('data:')),
      [url],
    );
    assert.deepEqual(page.seen.messages, []);
  });

  test('keeps and shares like the page on a server: link, calendar, receipt and saved cases', async (t) => {
    const url = pathToFileURL(join(built, 'partner-check.html')).href;
    const page = await visit(t, url, { offline: true, acceptDownloads: true, reducedMotion: 'reduce' });
    page.setDefaultTimeout(10_000);
    await fillInExample(page);
    const dialog = page.locator('dialog[open]');
    const use = async (tool) => {
      await page.locator(`[data-tool=${tool}]`).click();
      await dialog.waitFor();
    };
    const close = async () => {
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    };
    const downloaded = async () => {
      const download = page.waitForEvent('download');
      await dialog.locator('.do').click();
      return readFileSync(await (await download).path(), 'utf8');
    };
    await use('link');
    const link = await dialog.locator('#address').inputValue();
    assert.ok(link.startsWith(`${url}#v1:`), link);
    await close();
    await use('calendar');
    assert.match(await downloaded(), /^BEGIN:VCALENDAR[^]*DTSTART;VALUE=DATE:20210531/);
    await close();
    await use('receipt');
    const receipt = await downloaded();
    const [core] = readdirSync(join(built, 'assets')).filter((name) => name.endsWith('.wasm'));
    assert.equal(
      JSON.parse(receipt).core_sha256,
      createHash('sha256')
        .update(readFileSync(join(built, 'assets', core)))
        .digest('hex'),
    );
    await dialog.locator('#paste').fill(receipt);
    await dialog.locator('.check .other').first().click();
    await dialog.locator('.result').filter({ hasText: 'The same answer' }).waitFor();
    await close();
    await use('saved');
    await dialog.locator('.do').click();
    await dialog.locator('.cases').waitFor();
    await close();
    await page.getByRole('button', { name: 'Start again' }).click();
    await page.locator('.empty').waitFor();
    await page.goBack();
    await page.locator('.status-deferred').waitFor();
    await page.reload();
    await use('saved');
    await dialog.getByRole('button', { name: /^Open/ }).click();
    await page.locator('.status-deferred').waitFor();
    await use('saved');
    await dialog.getByRole('button', { name: 'Delete all saved cases' }).click();
    await dialog.locator('.cases').waitFor({ state: 'detached' });
    await close();
    const other = await visit(t, link, { offline: true, locale: 'sv-SE' });
    await other.locator('#verdict').filter({ hasText: verdicts['sv-SE'] }).waitFor();
    assert.deepEqual(page.seen.messages, []);
    assert.deepEqual(
      page.seen.requests.filter((request) => !/^(data|blob):/.test(request) && request.split('#')[0] !== url),
      [],
    );
  });

  test('its policy allows its own script and style, and nothing else', () => {
    const html = readFileSync(join(built, 'partner-check.html'), 'utf8');
    const [, policy] = /Content-Security-Policy"\s+content="([^"]+)"/.exec(html);
    assert.match(
      policy,
      /^default-src 'none'; script-src 'sha256-[^' ]+' 'wasm-unsafe-eval'; style-src 'sha256-[^' ]+'; img-src data:; /,
    );
    assert.match(policy, /require-trusted-types-for 'script'; trusted-types lit-html$/);
    assert.doesNotMatch(policy, /unsafe-inline|'self'|https?:|connect-src/);
    assert.equal(html.match(/<script/g).length, 1);
  });
});

describe('the page of a table in one file', () => {
  const url = pathToFileURL(join(built, 'partner-check-roster.html')).href;

  test('opened from a disk it reads tables, workbooks too, in the page, and opens one person', async (t) => {
    const page = await visit(t, url, { ready: false, offline: true, reducedMotion: 'reduce', acceptDownloads: true });
    await page.locator('#file').setInputFiles({ name: 'people.xlsx', mimeType: '', buffer: workbook() });
    await page.locator('#table-heading').waitFor();
    await page.locator('[data-pointer="/today"] input').fill('2021-05-20');
    await page.locator('[data-pointer="/action/organization"] input').fill('Fabrikam');
    await page.locator('#run').click();
    await page.locator('#results-heading').waitFor();
    await page.locator('partner-check-people tbody', { hasText: '990000001' }).waitFor();
    await page.locator('.faults .mend input').fill('2021-05-02');
    await page.locator('.faults .mend button').click();
    await page.locator('#mended').waitFor();
    const download = page.waitForEvent('download');
    await page.locator('#save-mended-xlsx').click();
    assert.deepEqual([...readFileSync(await (await download).path()).subarray(0, 2)], [0x50, 0x4b]);
    await page.locator('partner-check-people tbody button').first().click();
    await page.locator('partner-check-person #verdict').waitFor();
    assert.equal(await page.locator('a[href*="index.html"], a[download]').count(), 0);
    assert.equal(page.workers().length, 0);
    assert.deepEqual(
      page.seen.requests.filter((request) => !/^(data|blob):/.test(request)),
      [url],
    );
    assert.deepEqual(page.seen.messages, []);
  });

  test('a hundred thousand people are read in turns: the page is drawn in between', async (t) => {
    const page = await visit(t, url, { ready: false, offline: true, reducedMotion: 'reduce' });
    await page.locator('#sample').waitFor();
    const text = [...sampleTable({ rows: 100_000, today: '2021-05-20' })].join('');
    await page.evaluate(() => {
      globalThis.drawn = 0;
      const draw = () => {
        globalThis.drawn += 1;
        requestAnimationFrame(draw);
      };
      requestAnimationFrame(draw);
    });
    await page.locator('#file').setInputFiles({ name: 'people.csv', mimeType: '', buffer: Buffer.from(text) });
    await page.locator('#table-heading').waitFor();
    const before = await page.evaluate(() => globalThis.drawn);
    await page.locator('[data-pointer="/action/organization"] input').fill('Fabrikam');
    await page.locator('#run').click();
    await page.locator('#results-heading').waitFor();
    assert.ok((await page.evaluate(() => globalThis.drawn)) > before);
    assert.match(await page.locator('.count[data-status=all] .number').innerText(), /^\d{2,3},\d{3}$/);
  });

  test('its policy allows its own script and style, and nothing else', () => {
    const html = readFileSync(join(built, 'partner-check-roster.html'), 'utf8');
    const [, policy] = /Content-Security-Policy"\s+content="([^"]+)"/.exec(html);
    assert.match(
      policy,
      /^default-src 'none'; script-src 'sha256-[^' ]+' 'wasm-unsafe-eval'; style-src 'sha256-[^' ]+'; img-src data:; /,
    );
    assert.match(policy, /require-trusted-types-for 'script'; trusted-types lit-html$/);
    assert.equal(html.match(/<script/g).length, 1);
  });

  test('the page of a table links to it', async (t) => {
    const server = await site(t);
    const page = await visit(t, `${server.url}roster.html`, { ready: false, acceptDownloads: true });
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save this checker as one file' }).click();
    assert.equal((await download).suggestedFilename(), 'partner-check-roster.html');
  });
});

describe('nginx', () => {
  const strict = (html) => {
    const [, policy] = /Content-Security-Policy"\s+content="([^"]+)"/.exec(html);
    return [
      `add_header Content-Security-Policy "${policy}; frame-ancestors 'none'" always;`,
      'add_header X-Content-Type-Options nosniff always;',
      'add_header Referrer-Policy no-referrer always;',
      'add_header Cross-Origin-Opener-Policy same-origin always;',
      'add_header Cross-Origin-Resource-Policy same-origin always;',
      'add_header Permissions-Policy "camera=(), geolocation=(), microphone=()" always;',
    ];
  };

  test('under a subpath with strict headers: everything works, also offline', async (t) => {
    const server = await nginx(t, { lines: strict(readFileSync(join(built, 'index.html'), 'utf8')) });
    const page = await visit(t, `${server.url}?x=1#y`, { offline: true });
    await notice(page, 'ready').waitFor();
    await answersInEveryLanguage(page);
    await server.close();
    await page.context().setOffline(true);
    await page.reload();
    await answersInEveryLanguage(page);
    assert.deepEqual(page.seen.messages, []);
  });

  test('a core of the wrong type does no harm where nosniff is not sent', async (t) => {
    const server = await nginx(t, { types: { wasm: 'text/plain', webmanifest: 'text/plain' } });
    const page = await visit(t, server.url, { offline: true });
    await notice(page, 'ready').waitFor();
    await answersInEveryLanguage(page);
    assert.deepEqual(page.seen.messages, []);
  });

  test('scripts of the wrong type: no browser runs them, and the page says so by itself', async (t) => {
    const server = await nginx(t, { types: { js: 'text/plain', mjs: 'text/plain' } });
    const page = await visit(t, server.url, { ready: false });
    await page.locator('.not-started').waitFor({ timeout: 20_000 });
    assert.match(await page.locator('.not-started').innerText(), /could not start[^]*text\/javascript[^]*無法啟動/);
  });
});
