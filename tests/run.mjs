// Everything that `npm test` runs, each step with its time; stops at the first that fails.
//   npm test                 all steps
//   npm test -- native web   only these
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const jobs = String(availableParallelism());

const preset = (name) => [
  ['cmake', '--preset', name, '--log-level=WARNING'],
  ['cmake', '--build', '--preset', name, '--parallel', jobs],
  ['ctest', '--preset', name],
];
const node = (...folders) => [
  'node',
  '--test',
  '--test-reporter=spec',
  ...folders.flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true })
      .filter((name) => name.endsWith('.test.mjs'))
      .sort()
      .map((name) => join(folder, name)),
  ),
];

const steps = {
  // First, since two others hold their answers against its.
  native: preset('native'),
  sanitize: preset('sanitize'),
  wasm: preset('wasm'),
  package: [['npm', 'run', 'build', '-w', 'wasm'], node('tests/guards', 'tests/wasm')],
  reproducible: [['node', 'tests/reproducible.mjs']],
  web: [['npm', 'run', 'build', '-w', 'web'], node('tests/web')],
  // The package holds the element, which comes out of web.
  install: [node('tests/install')],
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`no step ${unknown.join(', ')}; there are ${Object.keys(steps).join(', ')}`);
  process.exit(2);
}

const started = performance.now();
const times = [];
for (const [name, commands] of Object.entries(steps)) {
  if (chosen.length > 0 && !chosen.includes(name)) {
    continue;
  }
  const start = performance.now();
  console.log(`\n== ${name}`);
  for (const [command, ...args] of commands) {
    const { status, error } = spawnSync(command, args, { cwd: project, stdio: 'inherit' });
    if (error || status !== 0) {
      console.error(`\n${name} failed: ${[command, ...args].join(' ')}${error ? ` (${error.message})` : ''}`);
      if (error?.code === 'ENOENT') {
        console.error('Run ./emsdk-setup.sh first: it brings what is missing.');
      }
      process.exit(1);
    }
  }
  times.push(`${name} ${Math.round((performance.now() - start) / 1000)} s`);
}
console.log(`\nall passed: ${times.join(', ')}; ${Math.round((performance.now() - started) / 1000)} s in all`);
