// A small app that uses the package, built by Vite, webpack and esbuild as they come, runs in Chromium.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';
import webpack from 'webpack';
import { launch, open } from '../web/browser.mjs';
import { serve } from '../web/server.mjs';
import { decided } from './decided.mjs';
import { install, pack } from './packed.mjs';

const tarballs = pack();
const browser = await launch();
after(() => browser.close());

/** The page of the app, where a bundler only makes the script. */
const page = (project, script) =>
  writeFileSync(
    join(project, 'dist/index.html'),
    readFileSync(join(project, 'index.html'), 'utf8').replace('./main.mjs', script),
  );

const bundlers = {
  vite: (project) => vite({ root: project, configFile: false, logLevel: 'warn', base: './' }),
  async webpack(project) {
    const stats = await promisify(webpack)({
      mode: 'production',
      context: project,
      entry: './main.mjs',
      output: { path: join(project, 'dist') },
    });
    assert.deepEqual([...stats.compilation.errors], []);
    page(project, './main.js');
  },
  async esbuild(project) {
    await esbuild({
      absWorkingDir: project,
      entryPoints: { main: 'main-with-address.mjs' },
      outdir: 'dist',
      bundle: true,
      splitting: true,
      format: 'esm',
      loader: { '.wasm': 'file' },
      logLevel: 'error',
    });
    page(project, './main.js');
  },
};

for (const [name, build] of Object.entries(bundlers)) {
  test(`${name} builds an app that decides, speaks, shows both elements and decides a table`, async (t) => {
    const project = install(tarballs);
    await build(project);
    const server = await serve({ root: join(project, 'dist') });
    t.after(() => server.close());
    const shown = await open(browser, server.url, { ready: false });
    t.after(() => shown.context().close());
    await shown.locator('h1').waitFor();
    assert.match(await shown.locator('h1').innerText(), /31 mei 2021/);
    assert.deepEqual(JSON.parse(await shown.locator('pre').innerText()), decided.totals.statuses);
    assert.deepEqual(await shown.locator('body > ul li').allInnerTexts(), [
      '“01/02/2021” kan worden gelezen met de dag of met de maand voorop.',
      '“soon” is niet als datum geschreven.',
    ]);
    await shown.locator('partner-check form.question').waitFor();
    assert.equal(await shown.locator('partner-check #action').inputValue(), 'view_kpi');
    const tables = shown.locator('partner-check-roster');
    await tables.locator('#sample').click();
    await tables.locator('#results-heading').waitFor();
    // A bundler that does not know workers leaves the table to the page, which says so.
    const started = name === 'esbuild' ? 0 : 1;
    assert.equal(shown.workers().length, started);
    const [told, ...others] = shown.seen.messages.filter((message) => !/^error: Failed to load resource/.test(message));
    assert.match(told ?? '', started === 1 ? /^$/ : /^warning: Partner Check reads tables in the page itself/);
    assert.deepEqual(others, []);
  });
}
