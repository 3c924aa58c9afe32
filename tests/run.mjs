// The tests, in two tiers; each step with its time; stops at the first that fails.
//   npm test                     what a contributor runs
//   npm run test:gate            what else the gate runs, after npm test
//   npm test -- native smoke     only these steps, of either tier
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const jobs = String(availableParallelism());

const cmake = (name, ...targets) => [
  ['cmake', '--preset', name, '--log-level=WARNING', '-DPARTNERCHECK_TESTS=ON'],
  ['cmake', '--build', '--preset', name, '--parallel', jobs, ...(targets.length > 0 ? ['--target', ...targets] : [])],
];
const ctest = (name) => [['ctest', '--preset', name]];
const files = (folder) =>
  readdirSync(join(project, folder), { recursive: true })
    .filter((name) => name.endsWith('.test.mjs'))
    .sort()
    .map((name) => join(folder, name));
const node = (...paths) => [['node', '--test', '--test-reporter=spec', `--test-concurrency=${jobs}`, ...paths.flat()]];
// It waits again and again for what never comes.
const hostCalls = 'tests/wasm/host-calls.test.mjs';
// What is measured has the machine to itself.
const measured = 'tests/web/lighthouse.test.mjs';
// The longest first, so that none is left alone at the end.
const longest = ['accessibility', 'keep', 'pseudo'].map((name) => `tests/web/${name}.test.mjs`);
const web = () => [...longest, ...files('tests/web').filter((file) => file !== measured && !longest.includes(file))];

const tiers = {
  test: {
    style: [
      ['npx', 'biome', 'ci', '--error-on-warnings'],
      ['node', 'tests/format.mjs', '--check'],
    ],
    native: [...cmake('test'), ...ctest('test'), ['node', 'docs/cpp-reference.mjs', '--check']],
    package: [
      ['npm', 'run', 'build', '-w', 'wasm'],
      ...node(
        files('tests/guards'),
        files('tests/ledger'),
        files('tests/wasm').filter((file) => file !== hostCalls),
      ),
    ],
    smoke: [['npm', 'run', 'build', '-w', 'web'], ...node(files('tests/smoke'))],
  },
  gate: {
    compilers: [...cmake('native'), ...ctest('native')],
    instructions: [...cmake('native', 'bench'), ...node(files('tests/instructions'))],
    // With the precompiled headers of that build.
    tidy: [...cmake('test'), ['npm', 'run', 'tidy'], ['shellcheck', 'emsdk-setup.sh', 'hosts/s3.sh', '.ci/run']],
    sanitize: [...cmake('sanitize'), ...ctest('sanitize')],
    faults: node(hostCalls),
    program: [...cmake('wasm', 'core_tests', 'answer_vectors'), ...ctest('wasm'), ...node(files('tests/program'))],
    // Always the same few, of headers none, for which half the core is compiled: `npm run mutate` takes all.
    mutants: [...cmake('test'), ['node', 'tests/mutate/run.mjs', '--only', '.cpp', '--sample', '8']],
    reproducible: [['node', 'tests/reproducible.mjs']],
    addition: node(files('tests/addition')),
    web: [...node(web()), ...node(measured)],
    // The package holds the element, which comes out of web.
    install: node(files('tests/install')),
  },
};
const steps = { ...tiers.test, ...tiers.gate };

const run = ([command, ...args]) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: project, stdio: 'inherit' });
    child.on('error', (error) => resolve(error));
    child.on('exit', (code, signal) => resolve(code === 0 ? undefined : new Error(signal ?? `exit code ${code}`)));
  });

const asked = process.argv.length > 2 ? process.argv.slice(2) : ['test'];
const unknown = asked.filter((name) => !(name in steps) && !(name in tiers));
if (unknown.length > 0) {
  console.error(`no step ${unknown.join(', ')}; there are ${Object.keys(steps).join(', ')}`);
  process.exit(2);
}
const chosen = asked.flatMap((name) => (name in tiers ? Object.keys(tiers[name]) : [name]));

/** What ./emsdk-setup.sh has brought: each brings what those before it do. */
const levels = ['build', 'tests', 'gate'];
const stamp = join(project, '.toolchain/stamp');
const [, brought] = /^level=(.*)$/m.exec(existsSync(stamp) ? readFileSync(stamp, 'utf8') : '') ?? [];
const needed = chosen.some((name) => name in tiers.gate) ? 'gate' : 'tests';
if (levels.indexOf(brought) < levels.indexOf(needed)) {
  const setUp = ['./emsdk-setup.sh', `--${needed}`];
  console.log(`\n== ${setUp.join(' ')}`);
  const error = await run(setUp);
  if (error !== undefined) {
    console.error(`\n${setUp.join(' ')} failed (${error.message})`);
    process.exit(1);
  }
}

const started = performance.now();
const seconds = (since) => `${Math.round((performance.now() - since) / 1000)} s`;
const times = [];
for (const name of chosen) {
  const start = performance.now();
  console.log(`\n== ${name}`);
  for (const command of steps[name]) {
    const error = await run(command);
    if (error !== undefined) {
      console.error(`\n${name} failed: ${command.join(' ')} (${error.message})`);
      if (error.code === 'ENOENT') {
        console.error('Run ./emsdk-setup.sh first: it brings what is missing.');
      }
      process.exit(1);
    }
  }
  times.push(`${name} ${seconds(start)}`);
}
console.log(`\nall passed: ${times.join(', ')}; ${seconds(started)} in all`);
