// Node, Deno, Bun and workerd answer every vector with the bytes of the native build, and decide a table alike.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { answersOf, native as nativeBuild } from '../answers.mjs';
import { vectors } from '../vectors.mjs';
import { freePort } from '../web/free-port.mjs';
import { decided } from './decided.mjs';
import { folder, install, pack } from './packed.mjs';

const require = createRequire(import.meta.url);
const project = install(pack());
const questions = JSON.stringify(vectors.map(({ call = 'check', request }) => [call, JSON.stringify(request)]));
writeFileSync(join(project, 'questions.json'), questions);

const output = (program, ...args) =>
  execFileSync(program, args, {
    cwd: project,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, DENO_DIR: folder(), DENO_NO_UPDATE_CHECK: '1' },
  });
const native = answersOf(nativeBuild);

function expectNative(text) {
  const { bytes, objects, roster } = JSON.parse(text);
  assert.deepEqual(roster, decided);
  assert.equal(bytes.length, native.length);
  native.forEach((answer, index) => {
    const title = vectors[index - 1]?.title ?? 'catalogue';
    assert.equal(bytes[index], answer, title);
    assert.deepEqual(objects[index], JSON.parse(answer), title);
  });
}

/** The program that a runtime's package brings for this machine; no script of the package has to run for that. */
function programOf(runtime, file) {
  const { optionalDependencies } = require(`${runtime}/package.json`);
  for (const name of Object.keys(optionalDependencies)) {
    try {
      return require.resolve(`${name}/${file}`);
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') {
        throw error;
      }
    }
  }
  throw new Error(`npm installed no ${runtime} for this machine`);
}

test('node', () => expectNative(output(process.execPath, 'answer.mjs')));

test('Deno', () => {
  expectNative(output(programOf('deno', 'deno'), 'run', '--no-remote', '--no-prompt', '--allow-read=.', 'answer.mjs'));
});

test('Bun', () => expectNative(output(programOf('bun', 'bin/bun'), 'answer.mjs')));

for (const [title, date] of [
  ['workerd', '2025-01-01'],
  ['workerd as of late 2026, when it looks like node', '2026-10-01'],
]) {
  test(title, async (t) => {
    const out = folder();
    // As Cloudflare's own tool does it: one script, and each WebAssembly as a compiled module beside it.
    await build({
      absWorkingDir: project,
      entryPoints: ['worker.mjs'],
      outdir: out,
      bundle: true,
      format: 'esm',
      loader: { '.wasm': 'copy' },
      logLevel: 'warning',
    });
    const modules = readdirSync(out)
      .filter((name) => name.endsWith('.wasm'))
      .map((name) => `(name = "./${name}", wasm = embed "${name}")`);
    writeFileSync(
      join(out, 'workerd.capnp'),
      `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .answers)],
  sockets = [(name = "http", http = (), service = "main")]
);
const answers :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.js"), ${modules.join(', ')}],
  compatibilityDate = "${date}"
);
`,
    );
    const port = await freePort();
    const server = spawn(
      programOf('workerd', 'bin/workerd'),
      ['serve', join(out, 'workerd.capnp'), `--socket-addr=http=127.0.0.1:${port}`, '--control-fd=3'],
      { stdio: ['ignore', 'inherit', 'inherit', 'pipe'] },
    );
    t.after(async () => {
      server.kill();
      await once(server, 'exit');
    });
    // It says on this line when it listens.
    await Promise.race([
      once(server.stdio[3], 'data'),
      once(server, 'exit').then(([code]) => assert.fail(`workerd ended: ${code}`)),
    ]);
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: questions });
    const text = await response.text();
    assert.equal(response.status, 200, text);
    expectNative(text);
  });
}
