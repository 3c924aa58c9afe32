// No change costs time or bytes without a word. Instructions are counted, since the time on the wall is that of whatever
// else the machine does.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { countBytes, countInstructions, machine, recorded } from './count.mjs';

const counts = JSON.parse(readFileSync(recorded, 'utf8'));

/** In both directions: what was won is held, too. */
function expectAlike(counted, expected, tolerance, t) {
  for (const [what, count] of Object.entries(counted)) {
    const change = count / expected[what] - 1;
    const said = `${what}: ${count}, recorded ${expected[what]} (${(100 * change).toFixed(1)} %)`;
    t.diagnostic(said);
    assert.ok(
      Math.abs(change) <= tolerance,
      `${said}; if this is meant: node tests/instructions/count.mjs writes what is so now`,
    );
  }
}

test('a check, a decision in brief and a row of a table take as many instructions as recorded', (t) => {
  const here = machine();
  if (here === undefined) {
    t.skip('valgrind is missing; ./emsdk-setup.sh --gate brings it');
  } else if (here !== counts.machine) {
    t.skip(`recorded with another compiler (${counts.machine}), here ${here}`);
  } else {
    expectAlike(countInstructions(), counts.instructions, 0.05, t);
  }
});

test('WebAssembly and its glue have as many bytes as recorded', (t) => {
  expectAlike(countBytes(), counts.bytes, 0.02, t);
});
