// Counts the instructions of the native build (build/native) with valgrind, and the bytes that are fetched.
//   node tests/instructions/count.mjs    writes counts.json, after a change that is meant
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { requests, table, tableRequest } from './inputs.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const program = join(project, 'build/native/tests/bench');
const asked = 200;
const rows = 100_000;

/** Of the functions that are named so, with all that they call. */
const measured = '*measure*';

function instructions(folder, order) {
  const { stderr, status } = spawnSync(
    'valgrind',
    ['--tool=callgrind', `--toggle-collect=${measured}`, `--callgrind-out-file=${join(folder, 'calls')}`, program],
    { input: `${order}\n`, encoding: 'utf8' },
  );
  const [, count] = /Collected : (\d+)/.exec(stderr) ?? [];
  if (status !== 0 || count === undefined || count === '0') {
    throw new Error(`valgrind counted nothing of "${order}":\n${stderr}`);
  }
  return Number(count);
}

/** Of one check, of one decision in brief, and of one row of a table. */
export function countInstructions() {
  const folder = mkdtempSync(join(tmpdir(), 'partnercheck-instructions-'));
  const file = (name) => join(folder, name);
  try {
    writeFileSync(file('requests'), requests(asked));
    writeFileSync(file('table'), table(rows));
    writeFileSync(file('question'), tableRequest);
    const ask = (what) => Math.round(instructions(folder, `${what} ${file('requests')} 1 ${file('answers')}`) / asked);
    const tableOrder = `roster ${file('question')} ${file('table')} ${file('decisions')}`;
    const counted = { check: ask('check'), decide: ask('decide') };
    return { ...counted, 'row of a table': Math.round((instructions(folder, tableOrder) / rows) * 10) / 10 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Of WebAssembly and its glue, as gzip -9 leaves them. */
export function countBytes() {
  const size = (name) => gzipSync(readFileSync(join(project, 'wasm/dist', name)), { level: 9 }).length;
  return Object.fromEntries(
    ['core', 'roster'].map((name) => [name, size(`partnercheck-${name}.wasm`) + size(`partnercheck-${name}.mjs`)]),
  );
}

/** What the counts hold for, or undefined where valgrind is missing. */
export function machine() {
  if (spawnSync('valgrind', ['--version']).status !== 0) {
    return undefined;
  }
  const cache = readFileSync(join(project, 'build/native/CMakeCache.txt'), 'utf8');
  const [, compiler] = /^CMAKE_CXX_COMPILER:\w+=(.*)$/m.exec(cache);
  return `${process.arch}, ${execFileSync(compiler, ['--version'], { encoding: 'utf8' }).split('\n')[0]}`;
}

export const recorded = new URL('counts.json', import.meta.url);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const counts = { machine: machine(), instructions: countInstructions(), bytes: countBytes() };
  writeFileSync(recorded, `${JSON.stringify(counts, undefined, 2)}\n`);
  console.log(counts);
}
