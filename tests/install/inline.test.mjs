// The cores inside the JavaScript: bundlers that place no files, test runners, and a server that bundles itself.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';
import { launch, open } from '../web/browser.mjs';
import { freePort } from '../web/free-port.mjs';
import { serve } from '../web/server.mjs';
import { decided } from './decided.mjs';
import { install, pack } from './packed.mjs';
import { tool } from './tools.mjs';

const tarballs = pack();
const project = install(tarballs);
const browser = await launch();
after(() => browser.close());
const execute = promisify(execFile);

function expectDecided(text) {
  const { verdict, statuses } = JSON.parse(text);
  assert.match(verdict, /31 mei 2021/);
  assert.deepEqual(statuses, decided.totals.statuses);
}

/** Runs a program of a tool in the project. @throws with all that it said. */
async function run(program, args, { cwd = project, ...env } = {}) {
  try {
    const { stdout } = await execute(process.execPath, [program, ...args], { cwd, env: { ...process.env, ...env } });
    return stdout;
  } catch ({ stdout, stderr, message }) {
    throw new Error([message, stdout, stderr].join('\n'));
  }
}

const bundle = (entry, outfile, options) =>
  esbuild({ absWorkingDir: project, entryPoints: [entry], outfile, bundle: true, logLevel: 'warning', ...options });

test('esbuild makes one file for Node.js', async () => {
  await bundle('print.mjs', 'print.cjs', { platform: 'node', format: 'cjs' });
  expectDecided(await run('print.cjs', []));
});

/** However busy the machine is. */
const patient = ['--testTimeout', '60000'];

for (const environment of ['jsdom', 'happy-dom']) {
  test(`Vitest with ${environment}`, async () => {
    await run(tool('vitest/vitest.mjs'), [
      'run',
      '--root',
      project,
      '--globals',
      '--environment',
      environment,
      ...patient,
    ]);
  });
}

for (const environment of ['node', 'jsdom']) {
  test(`Jest with ${environment}`, async () => {
    await run(
      tool('jest/bin/jest.js'),
      ['--rootDir', project, '--env', tool(`jest-environment-${environment}`), ...patient],
      {
        NODE_OPTIONS: '--experimental-vm-modules',
      },
    );
  });
}

async function expectShown(t, url, selector = 'pre') {
  const page = await open(browser, url, { ready: false });
  t.after(() => page.context().close());
  const shown = page.locator(selector).filter({ hasText: '{' });
  await shown.waitFor();
  expectDecided(await shown.innerText());
  assert.deepEqual(page.seen.messages, []);
}

const pages = {
  async esbuild(out) {
    await bundle('show.mjs', join(out, 'show.js'), { format: 'esm' });
    const html = readFileSync(join(project, 'show.html'), 'utf8');
    writeFileSync(join(project, out, 'index.html'), html.replace('./show.mjs', './show.js'));
  },
  async Parcel(out) {
    const file = join(project, 'package.json');
    const { type, ...described } = JSON.parse(readFileSync(file, 'utf8'));
    // Without it Parcel does not look at the exports of a package.
    const resolver = { '@parcel/resolver-default': { packageExports: true } };
    writeFileSync(file, JSON.stringify({ type, ...described, ...resolver }));
    cpSync(join(project, 'show.html'), join(project, 'index-of-parcel.html'));
    const config = tool('@parcel/config-default/index.json');
    const args = ['build', 'index-of-parcel.html', '--dist-dir', out, '--public-url', './', '--config', config];
    await run(tool('parcel/lib/bin.js'), [...args, '--no-cache', '--no-source-maps']);
    cpSync(join(project, out, 'index-of-parcel.html'), join(project, out, 'index.html'));
  },
  async 'a worker by Vite'(out) {
    await vite({
      root: project,
      configFile: false,
      logLevel: 'warn',
      base: './',
      // A worker that fetches a language when it needs it is a module.
      worker: { format: 'es' },
      build: { outDir: out, rolldownOptions: { input: join(project, 'show-from-worker.html') } },
    });
    cpSync(join(project, out, 'show-from-worker.html'), join(project, out, 'index.html'));
  },
};

for (const [name, build] of Object.entries(pages)) {
  test(`${name}: a page without a file beside its script`, async (t) => {
    const out = `out-${name.replaceAll(' ', '-')}`;
    await build(out);
    const server = await serve({ root: join(project, out) });
    t.after(() => server.close());
    await expectShown(t, server.url);
  });
}

const next = tool('next/dist/bin/next');
const settings = {
  NEXT_TELEMETRY_DISABLED: '1',
  TURBOPACK_ROOT: fileURLToPath(new URL('../../', import.meta.url)),
};

function nextProject() {
  const cwd = install(tarballs, join(dirname(next), '../../../..'));
  cpSync(new URL('next/', import.meta.url), cwd, { recursive: true });
  return cwd;
}

test('Next makes the page of the docs ahead of time, with what new projects begin with', async () => {
  const cwd = nextProject();
  const docs = readFileSync(new URL('../../docs/frameworks/next.md', import.meta.url), 'utf8');
  const [, page] = /^```tsx\n(.*?)^```$/ms.exec(docs);
  writeFileSync(join(cwd, 'app/page.js'), page);
  const config = readFileSync(join(cwd, 'next.config.mjs'), 'utf8');
  writeFileSync(join(cwd, 'next.config.mjs'), config.replace('{ turbopack', '{ cacheComponents: true, turbopack'));
  assert.match(await run(next, ['build'], { cwd, ...settings }), /Cache Components enabled/);
  assert.match(readFileSync(join(cwd, '.next/server/app/index.html'), 'utf8'), /<p>We cannot tell yet\./);
});

test('Next decides on the server and in the browser', async (t) => {
  const cwd = nextProject();
  await run(next, ['build'], { cwd, ...settings });
  const port = await freePort();
  const server = spawn(process.execPath, [next, 'start', '--port', String(port), '--hostname', '127.0.0.1'], {
    cwd,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(async () => {
    server.kill();
    await once(server, 'exit');
  });
  for await (const line of server.stdout) {
    if (String(line).includes('Ready')) {
      break;
    }
  }
  const url = `http://127.0.0.1:${port}/`;
  const answered = await (await fetch(url)).text();
  assert.match(answered, /<pre id="server">[^<]*31 mei 2021/);
  await expectShown(t, url, '#client');
});
