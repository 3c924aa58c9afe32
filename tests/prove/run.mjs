// npm run prove [-- [whole] [name of a sweep]]: builds the sweeps (tests/prove), runs them on every processor, and says how many cases there
// were and of which build.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const parts = availableParallelism();
const run = (command, ...args) => execFileSync(command, args, { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] });

run('cmake', '--preset', 'native', '--log-level=WARNING');
run('cmake', '--build', '--preset', 'native', '--parallel', String(parts), '--target', 'prove');
const program = join(project, 'build/native/tests/prove/prove');

const sweep = (index) =>
  new Promise((resolve, reject) => {
    const args = [String(index), String(parts), ...process.argv.slice(2)];
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve(text) : reject(new Error(`part ${index} ended with ${code}`))));
  });

// Debian: apt-get install z3.
function lattice() {
  const answers = String(run('z3', 'tests/prove/lattice.smt2')).match(/^(?:un)?sat$|^unknown$|error/gm);
  if (answers[0] !== 'sat' || answers.slice(1).some((answer) => answer !== 'unsat')) {
    throw new Error(`the status lattice: ${answers.join(', ')}`);
  }
  return `${answers.length - 1} lemmas of the status lattice hold for all days (z3)`;
}

const started = performance.now();
const texts = await Promise.all(Array.from({ length: parts }, (_, index) => sweep(index)));
const counts = new Map();
for (const line of texts.join('').trim().split('\n')) {
  const [cases, , name] = line.split('\t');
  counts.set(name, (counts.get(name) ?? 0) + Number(cases));
}
for (const [name, cases] of counts) {
  console.log(`${cases.toLocaleString('en-US').padStart(16)}  ${name}`);
}
const all = [...counts.values()].reduce((sum, cases) => sum + cases, 0);
const seconds = Math.round((performance.now() - started) / 1000);
const hash = createHash('sha256').update(readFileSync(program)).digest('hex');
console.log(`${all.toLocaleString('en-US').padStart(16)}  cases in ${seconds} s, all as the oracle says`);
try {
  console.log(lattice());
} catch (error) {
  if (error.code !== 'ENOENT') {
    throw error;
  }
  console.log('z3 is not installed: the status lattice is left out');
}
console.log(`build ${hash}, core ${String(run('git', 'rev-parse', 'HEAD:core')).trim()}`);
