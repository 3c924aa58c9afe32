// Changes one thing at a time in the TypeScript of the package and of the page, by Stryker, and asks the tests whether they notice.
//   npm run mutate:face                        all that is listed here; what was found before is not tried again
//   npm run mutate:face -- loader core-instance   these
//   npm run mutate:face -- --force             everything anew
// A mutant that lives has to stand in survivors.json, with the reason why it may.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `files`, and the tests that know them: the quick ones first, since a mutant is dead with the first test that fails. */
const groups = {
  /** Loading, instances, faults and what stands between objects and texts. */
  loading: {
    files: [
      ...['compile', 'core-instance', 'failure', 'fault-text', 'given', 'load-error', 'loader', 'seal', 'to-json'],
      ...['why-not', 'roster/byte-source'],
    ].map((name) => `wasm/src/${name}.ts`),
    tests: ['package', 'core-instance', 'faults'].map((name) => `wasm/${name}`),
  },
  utf8: { files: ['wasm/src/utf8.ts'], tests: ['wasm/utf8'] },
  /** What is asked of the two cores. */
  cores: {
    files: ['core', 'partner-check', 'roster/core', 'roster/roster'].map((name) => `wasm/src/${name}.ts`),
    tests: ['package', 'roster-parts', 'both-tables', 'core-instance', 'roster', 'faults'].map(
      (name) => `wasm/${name}`,
    ),
  },
  /** Of the page: what becomes of a worker, and the cells that are mended in a table. */
  lines: {
    files: ['worker-client', 'line-to'].map((name) => `web/src/roster/${name}.ts`),
    tests: ['web/worker-client-units'],
  },
  mended: { files: ['web/src/roster/worker/mended.ts'], tests: ['web/mended-units'] },
};

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
const force = process.argv.includes('--force') ? ['--force'] : [];
const chosen = Object.entries(groups)
  .map(([name, { files, tests }]) => ({
    name,
    tests,
    mutate: files.filter((file) => asked.length === 0 || asked.some((each) => file.endsWith(`/${each}.ts`))),
  }))
  .filter(({ mutate }) => mutate.length > 0);
if (chosen.length === 0) {
  throw new Error(
    `${asked.join(', ')}: there are ${Object.values(groups)
      .flatMap(({ files }) => files)
      .join(', ')}`,
  );
}

// In a copy: what is mutated is built where the tests look for the package.
const folder = join(project, 'build/mutate-face');
const copy = join(folder, 'copy');
rmSync(copy, { recursive: true, force: true });
mkdirSync(join(copy, 'node_modules'), { recursive: true });
for (const name of ['wasm', 'web', 'tests', 'package.json']) {
  cpSync(join(project, name), join(copy, name), {
    recursive: true,
    filter: (path) => basename(path) !== 'node_modules',
  });
}
for (const name of readdirSync(join(project, 'node_modules'))) {
  const target = name === 'partnercheck' ? join(copy, 'wasm') : join(project, 'node_modules', name);
  symlinkSync(target, join(copy, 'node_modules', name));
}

/** What Stryker found, by file. */
function found({ name, tests, mutate }) {
  const program = `tests-${name}.mjs`;
  writeFileSync(join(copy, program), tests.map((file) => `import './tests/${file}.test.mjs';\n`).join(''));
  const report = join(folder, `${name}.json`);
  const options = {
    mutate,
    inPlace: true,
    buildCommand: `${join(project, 'node_modules/.bin/tsc')} -p wasm`,
    testRunner: 'command',
    commandRunner: { command: `node --test-reporter=${join(here, 'bail.mjs')} ${program}` },
    concurrency: Math.max(1, availableParallelism() - 1),
    // So long that a busy machine kills none.
    timeoutMS: 30_000,
    incremental: true,
    incrementalFile: join(folder, `incremental-${name}.json`),
    reporters: ['progress-append-only', 'json'],
    jsonReporter: { fileName: report },
    tempDirName: join(folder, 'backup'),
    checkers: [],
    plugins: [],
  };
  writeFileSync(join(copy, 'stryker.json'), JSON.stringify(options));
  run(join(here, 'node_modules/.bin/stryker'), ['run', ...force, 'stryker.json'], copy);
  return Object.entries(JSON.parse(readFileSync(report, 'utf8')).files);
}

const reasons = JSON.parse(readFileSync(join(here, 'survivors.json'), 'utf8'));
const unknown = [];
for (const [file, { source, mutants }] of chosen.flatMap(found)) {
  const lines = source.split('\n');
  const counts = {};
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
  console.log(file, counts);
}
for (const each of unknown) {
  console.log(JSON.stringify(each));
}
process.exitCode = unknown.length > 0 ? 1 : 0;
