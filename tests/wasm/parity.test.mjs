// The native build and the package answer every vector with the same bytes.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import createCore from '../../wasm/dist/core.js';
import { vectors } from '../vectors.mjs';

const lines = (program, ...args) =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
    .trimEnd()
    .split('\n');
const build = (name) => new URL(`../../build/${name}/tests/answer_vectors`, import.meta.url).pathname;

test('native, WebAssembly and the package agree to the byte', async () => {
  const native = lines(build('native'));
  assert.equal(native.length, vectors.length + 1);
  assert.deepEqual(lines('node', `${build('wasm')}.cjs`), native);
  const wasm = readFileSync(new URL('../../wasm/dist/partnercheck-core.wasm', import.meta.url));
  const core = await createCore(await WebAssembly.compile(wasm));
  assert.equal(core.describe(), native[0]);
  for (const [index, { call = 'check', request, title }] of vectors.entries()) {
    assert.equal(core[call](JSON.stringify(request)), native[index + 1], title);
  }
});
