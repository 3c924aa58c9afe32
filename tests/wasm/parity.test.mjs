// The native build and the package answer every vector with the same bytes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import createCore from '../../wasm/dist/core.js';
import { answersOf, native } from '../answers.mjs';
import { vectors } from '../vectors.mjs';

test('native and the package agree to the byte', async () => {
  const answers = answersOf(native);
  assert.equal(answers.length, vectors.length + 1);
  const wasm = readFileSync(new URL('../../wasm/dist/partnercheck-core.wasm', import.meta.url));
  const core = await createCore(await WebAssembly.compile(wasm));
  assert.equal(core.describe(), answers[0]);
  for (const [index, { call = 'check', request, title }] of vectors.entries()) {
    assert.equal(core[call](JSON.stringify(request)), answers[index + 1], title);
  }
});

test('a decision that came as numbers is the one that is written', async () => {
  const wasm = readFileSync(new URL('../../wasm/dist/partnercheck-core.wasm', import.meta.url));
  const core = await createCore(await WebAssembly.compile(wasm));
  const statuses = new Set();
  for (const { request, title } of vectors) {
    const text = JSON.stringify(request);
    const brief = core.decideBriefly(text);
    const written = core.decide(text);
    assert.deepEqual(typeof brief === 'string' ? brief : JSON.stringify(brief), written, title);
    statuses.add(brief.decision?.status);
  }
  assert.deepEqual([...statuses].sort(), ['allowed', 'deferred', 'denied', 'needs_info', undefined]);
});
