// What looks at a package for its users finds nothing to say.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
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
  const report = JSON.parse(
    run('attw', tarball, '--profile', 'esm-only', '--exclude-entrypoints', 'partnercheck-core.wasm', '--format', 'json'),
  );
  const entries = Object.keys(report.analysis.entrypoints);
  assert.ok(entries.includes('.') && entries.includes('./text'), entries.join(' '));
});
