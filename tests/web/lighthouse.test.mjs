// What Lighthouse says of the page as a phone sees it, and how much has to be fetched before the first answer.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';
import { fillInExample, launch, open } from './browser.mjs';
import { built, serve } from './server.mjs';

const wanted = { performance: 95, accessibility: 100, 'best-practices': 100 };

async function look(url, cpuSlowdownMultiplier) {
  const browser = await puppeteer.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic'],
  });
  try {
    const { lhr } = await lighthouse(
      url,
      { logLevel: 'error', output: 'json', onlyCategories: Object.keys(wanted), throttling: { cpuSlowdownMultiplier } },
      undefined,
      await browser.newPage(),
    );
    assert.equal(lhr.runtimeError, undefined);
    const scores = Object.fromEntries(
      Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(score * 100)]),
    );
    const failed = Object.values(lhr.audits)
      .filter(({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== 'informative')
      .map(({ id, displayValue }) => `${id} ${displayValue ?? ''}`.trim());
    const times = [
      'first-contentful-paint',
      'largest-contentful-paint',
      'total-blocking-time',
      'cumulative-layout-shift',
    ].map((id) => `${id} ${lhr.audits[id].displayValue}`);
    return { scores, failed, times };
  } finally {
    await browser.close();
  }
}

test('performance 95 or more, accessibility and best practices 100', async (t) => {
  const server = await serve({ gzip: true });
  t.after(() => server.close());
  // The network of a phone, and the processor as it is: how long a slowed processor takes hangs on who else uses it.
  const seen = await look(server.url, 1);
  t.diagnostic(`${JSON.stringify(seen.scores)}, ${seen.times.join(', ')}`);
  const phone = await look(server.url, 4);
  t.diagnostic(`on a processor 4 times slower: ${JSON.stringify(phone.scores)}, ${phone.times.join(', ')}`);
  for (const [name, score] of Object.entries(wanted)) {
    assert.ok(seen.scores[name] >= score, JSON.stringify(seen, undefined, 2));
  }
});

test('what the page needs before it can be asked is 170 KB or less', (t) => {
  const read = (name) => readFileSync(join(built, name), 'utf8');
  const scripts = readdirSync(join(built, 'assets')).filter((name) => name.endsWith('.js'));
  // What the page names, what its scripts cannot start without, and the words of the rules. Tools come later, at leisure.
  const files = new Set([
    'index.html',
    ...[...read('index.html').matchAll(/"\.\/(assets\/[^"]+)"/g)].map(([, name]) => name),
  ]);
  for (const name of files) {
    if (name.endsWith('.js')) {
      [...read(name).matchAll(/\b(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)].forEach(([, other]) =>
        files.add(`assets/${other}`),
      );
    }
  }
  scripts
    .filter((name) => name.startsWith('en-US-') && read(`assets/${name}`).includes('verdict.deferred'))
    .forEach((name) => files.add(`assets/${name}`));
  assert.equal([...files].filter((name) => name.endsWith('.wasm')).length, 1);
  assert.equal([...files].filter((name) => name.includes('/en-US-')).length, 1);

  const size = (file) => gzipSync(readFileSync(file), { level: 9 }).length;
  const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
  const sizes = new Map([...files].map((name) => [name, size(join(built, name))]));
  const sum = [...sizes.values()].reduce((total, bytes) => total + bytes, 0);
  for (const [name, bytes] of sizes) {
    t.diagnostic(`${name} ${kilobytes(bytes)}`);
  }
  const core = [...sizes].find(([name]) => name.endsWith('.wasm'))[1];
  const glue = size(new URL('../../wasm/dist/partnercheck-core.mjs', import.meta.url));
  t.diagnostic(
    `WebAssembly and its glue, before bundling: ${kilobytes(core)} + ${kilobytes(glue)} = ${kilobytes(core + glue)}`,
  );
  t.diagnostic(`needed before the page can be asked: ${kilobytes(sum)}`);
  assert.ok(sum <= 170 * 1024, kilobytes(sum));
});

test('all that is fetched up to the first answer, tools included, is 196 KB or less', async (t) => {
  const server = await serve();
  t.after(() => server.close());
  const browser = await launch();
  t.after(() => browser.close());
  const page = await open(browser, server.url);
  await fillInExample(page);
  await page.waitForLoadState('networkidle');
  const names = [...new Set(page.seen.requests.map((url) => url.slice(server.url.length) || 'index.html'))];
  const sum = names.reduce((total, name) => total + gzipSync(readFileSync(join(built, name)), { level: 9 }).length, 0);
  t.diagnostic(`fetched up to the first answer: ${(sum / 1024).toFixed(1)} KB in ${names.length} files`);
  assert.ok(sum <= 196 * 1024, names.join(', '));
});
