// What looks at a package for its users finds nothing to say.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { pack } from './packed.mjs';

const tarball = pack();

function run(name, ...args) {
  const program = fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  assert.equal(status, 0, `${stdout}${stderr}`);
  return stdout;
}

test('publint has no error, no warning and no suggestion', () => {
  assert.match(run('publint', tarball, '--strict'), /All good!/);
});

test('every entry point resolves with its types', () => {
  // What an import of WebAssembly gives is up to each bundler: an address, or a module.
  const { exports } = JSON.parse(readFileSync(new URL('../../wasm/package.json', import.meta.url), 'utf8'));
  const [wasm, typed] = [true, false].map((isWasm) => Object.keys(exports).filter((entry) => entry.endsWith('.wasm') === isWasm));
  const excluded = wasm.map((entry) => entry.slice(2));
  const report = run('attw', tarball, '--profile', 'esm-only', '--exclude-entrypoints', ...excluded, '--format', 'json');
  assert.deepEqual(Object.keys(JSON.parse(report).analysis.entrypoints).sort(), typed.sort());
});
