// The core as a program of its own in WebAssembly, with its tests' main, answers as the native build does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersOf, native, webAssembly } from '../answers.mjs';

test('native and WebAssembly agree to the byte', () => {
  assert.deepEqual(answersOf(webAssembly), answersOf(native));
});
