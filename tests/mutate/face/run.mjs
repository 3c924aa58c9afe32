// Changes one thing at a time in the TypeScript of the package, by Stryker, and asks the tests whether they notice.
//   npm run mutate:face                        the files of `central`; what was found before is not tried again
//   npm run mutate:face -- loader core-instance   these
//   npm run mutate:face -- --force             everything anew
// A mutant that lives has to stand in survivors.json, with the reason why it may.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Loading, instances, faults and what stands between objects and texts. */
const central = [
  'byte-source',
  'compile',
  'core-instance',
  'failure',
  'fault-text',
  'given',
  'load-error',
  'loader',
  'seal',
  'to-json',
  'why-not',
].map((name) => `wasm/src/${name === 'byte-source' ? 'roster/' : ''}${name}.ts`);
/** The quick ones first: a mutant is dead with the first test that fails. */
const tests = ['package', 'core-instance', 'faults'].map((name) => `tests/wasm/${name}.test.mjs`);

const here = fileURLToPath(new URL('.', import.meta.url));
const project = fileURLToPath(new URL('../../../', import.meta.url));
const run = (command, args, cwd) => {
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (status !== 0) {
    throw error ?? new Error(`${command} ${args.join(' ')}: ${status}`);
  }
};
if (!existsSync(join(here, 'node_modules'))) {
  run('npm', ['ci', '--no-audit', '--no-fund'], here);
}

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const mutate = central.filter((file) => asked.length === 0 || asked.some((name) => file.endsWith(`/${name}.ts`)));
if (mutate.length === 0) {
  throw new Error(`${asked.join(', ')}: there are ${central.join(', ')}`);
}

// In a copy: what is mutated is built where the tests look for the package.
const folder = join(project, 'build/mutate-face');
const copy = join(folder, 'copy');
rmSync(copy, { recursive: true, force: true });
mkdirSync(join(copy, 'node_modules'), { recursive: true });
for (const name of ['wasm', 'tests/wasm', 'package.json']) {
  cpSync(join(project, name), join(copy, name), { recursive: true });
}
for (const name of readdirSync(join(project, 'node_modules'))) {
  const target = name === 'partnercheck' ? join(copy, 'wasm') : join(project, 'node_modules', name);
  symlinkSync(target, join(copy, 'node_modules', name));
}
writeFileSync(join(copy, 'tests.mjs'), tests.map((file) => `import './${file}';\n`).join(''));
const report = join(folder, 'report.json');
const options = {
  mutate,
  inPlace: true,
  buildCommand: `${join(project, 'node_modules/.bin/tsc')} -p wasm`,
  testRunner: 'command',
  commandRunner: { command: `node --test-reporter=${join(here, 'bail.mjs')} tests.mjs` },
  concurrency: Math.max(1, availableParallelism() - 1),
  timeoutMS: 8_000,
  incremental: true,
  incrementalFile: join(folder, 'incremental.json'),
  reporters: ['progress-append-only', 'json'],
  jsonReporter: { fileName: report },
  tempDirName: join(folder, 'backup'),
  checkers: [],
  plugins: [],
};
writeFileSync(join(copy, 'stryker.json'), JSON.stringify(options));
const force = process.argv.includes('--force') ? ['--force'] : [];
run(join(here, 'node_modules/.bin/stryker'), ['run', ...force, 'stryker.json'], copy);

const reasons = JSON.parse(readFileSync(join(here, 'survivors.json'), 'utf8'));
const counts = {};
const unknown = [];
for (const [file, { source, mutants }] of Object.entries(JSON.parse(readFileSync(report, 'utf8')).files)) {
  const lines = source.split('\n');
  for (const { status, location, replacement = '' } of mutants) {
    counts[status] = (counts[status] ?? 0) + 1;
    const line = lines[location.start.line - 1].trim();
    if (
      (status === 'Survived' || status === 'NoCoverage') &&
      !reasons.some((each) => each.file === file && each.line === line && each.becomes === replacement)
    ) {
      unknown.push({ file, line, becomes: replacement });
    }
  }
}
console.log(counts);
for (const each of unknown) {
  console.log(JSON.stringify(each));
}
process.exitCode = unknown.length > 0 ? 1 : 0;
