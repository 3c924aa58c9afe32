// Measures Partner Check against its peers, and writes docs/benchmarks.md and docs/benchmarks.svg.
//   npm run bench                 a full run, up to ten million rows
//   npm run bench -- --quick      small sizes, to see that it works; writes nothing
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chart } from './chart.mjs';
import { budgets, document, plainTables } from './report.mjs';

const { values } = parseArgs({ options: { quick: { type: 'boolean' } } });
const sizes = values.quick
  ? { rounds: 3, checks: 5, mixed: 50, rows: 20_000, most: 100_000, people: 100_000 }
  : {
      rounds: 7,
      checks: 60,
      mixed: 200,
      rows: 1_000_000,
      most: 10_000_000,
      people: 1_000_000,
    };

const here = fileURLToPath(new URL('.', import.meta.url));
if (!existsSync(join(here, 'node_modules'))) {
  // Not `npm ci`, which refuses a lock file without the packages that zen-engine has for machines other than the one it
  // was written on.
  const { status } = spawnSync('npm', ['install', '--no-save', '--prefix', here], { stdio: 'inherit' });
  if (status !== 0) {
    process.exit(1);
  }
}

const { startNative } = await import('./native.mjs');
const { raceChecks } = await import('./check/race.mjs');
const { growth, raceColumns, raceTables } = await import('./roster/race.mjs');
const { raceJobs } = await import('./roster/jobs.mjs');
const { raceStarts, raceSteps } = await import('./startup.mjs');
const { sizeOfParts } = await import('./size.mjs');

const folder = mkdtempSync(join(tmpdir(), 'partnercheck-bench-'));
const native = startNative(folder);
const load = loadavg()[0] / cpus().length;
const step = async (what, work) => {
  console.error(what);
  return work();
};
const measured = {
  machine: {
    on: new Date().toISOString().slice(0, 10),
    cpu: cpus()[0].model,
    cores: cpus().length,
    node: process.version,
    load,
  },
  rounds: sizes.rounds,
  checks: await step('one check', () => raceChecks(native, { rounds: sizes.checks, mixed: sizes.mixed })),
  tables: await step('a table', () => raceTables(native, sizes)),
  columns: await step('columns', () => raceColumns(native, sizes)),
  growth: await step('growth', () => growth(sizes)),
  jobs: await step('jobs', () => raceJobs(folder, sizes)),
  starts: await step('start-up', () => raceStarts(sizes)),
  steps: await step('the steps of a start', () => raceSteps(sizes)),
  sizes: await step('size', sizeOfParts),
};
native.stop();
rmSync(folder, { recursive: true });

console.log(plainTables(measured));
for (const { what, goal, reached, met } of budgets(measured)) {
  console.log(`${met ? 'met   ' : 'MISSED'}  ${what}: ${reached} (${goal})`);
}
if (!values.quick) {
  const docs = new URL('../../docs/', import.meta.url);
  writeFileSync(new URL('benchmarks.md', docs), document(measured));
  writeFileSync(new URL('benchmarks.svg', docs), chart(measured));
}
