// npm run mutate [-- --sample 40] [--seed 7] [--only rules/kpi] [--like 'false -> true']: how many mutants of core/src the
// native tests kill.
//
// Each mutant is one source compiled again and linked before the core of the `test` preset; then the tests run until one
// fails. Those that live and may are listed in survivors.json with a reason each. Fails when another one lives.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { applied, mutantsOf, nameOf } from './mutants.mjs';

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const build = join(project, 'build/test');
const sources = join(project, 'core/src');
const { values } = parseArgs({
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    like: { type: 'string', default: '' },
    report: { type: 'string' },
  },
});

const survivors = JSON.parse(readFileSync(join(project, 'tests/mutate/survivors.json'), 'utf8'));
const texts = new Map();
const all = readdirSync(sources, { recursive: true })
  .filter((file) => file.endsWith('.cpp') && file.includes(values.only))
  .sort()
  .flatMap((file) => {
    const text = readFileSync(join(sources, file), 'utf8');
    texts.set(file, text);
    const times = new Map();
    return mutantsOf(text).map((mutant) => {
      const name = nameOf(text, mutant);
      const time = (times.get(name) ?? 0) + 1;
      times.set(name, time);
      return { file, name: time > 1 ? `${name} ${time}` : name, ...mutant };
    });
  })
  .filter(({ name }) => name.includes(values.like));

/** The same ones whatever else there is: a change somewhere else draws no others. */
function sample(list, count, seed) {
  const place = ({ file, name }) => createHash('sha256').update(`${seed} ${file} ${name}`).digest('hex');
  return list
    .map((mutant) => ({ mutant, at: place(mutant) }))
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .slice(0, count)
    .map(({ mutant }) => mutant);
}
const chosen = values.sample === undefined ? all : sample(all, Number(values.sample), values.seed);

const commands = new Map(
  JSON.parse(readFileSync(join(build, 'compile_commands.json'), 'utf8')).map(({ file, command }) => [
    relative(sources, file),
    command,
  ]),
);
const linking = String(execFileSync('ninja', ['-C', build, '-t', 'commands', '-s', 'tests/core_tests']))
  .trim()
  .split('\n')
  .at(-1);

const run = (command, seconds) =>
  new Promise((resolve) => {
    const child = spawn('sh', ['-c', `exec ${command}`], { cwd: build, stdio: 'ignore', timeout: seconds * 1000 });
    child.on('exit', (code) => resolve(code === 0));
  });

async function fate(mutant, folder) {
  const source = join(folder, 'mutant.cpp');
  const object = join(folder, 'mutant.o');
  const tests = join(folder, 'tests');
  writeFileSync(source, applied(texts.get(mutant.file), mutant));
  const compiling = commands
    .get(mutant.file)
    .replace(/ -o \S+ -c \S+$/, ` -w -I${dirname(join(sources, mutant.file))} -o ${object} -c ${source}`);
  if (!(await run(compiling, 120))) {
    return 'does not compile';
  }
  const command = linking
    .replace(/^: && /, '')
    .replace(/ && :$/, '')
    .replace(/ -o tests\/core_tests /, ` -fuse-ld=lld -o ${tests} ${object} `);
  if (!(await run(command, 120))) {
    return 'does not link';
  }
  const passes = (filter) => run(`${tests} --gtest_fail_fast=1 --gtest_brief=1 ${filter}`, 120);
  // Most die at once where whole answers are looked at.
  return (await passes('--gtest_filter=Answers.*')) && (await passes('')) ? 'lives' : 'killed';
}

const results = [];
const left = [...chosen];
const worker = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mutant-'));
  for (let mutant = left.shift(); mutant !== undefined; mutant = left.shift()) {
    const result = await fate(mutant, folder);
    results.push({ file: mutant.file, name: mutant.name, result });
    const reason = survivors[mutant.file]?.[mutant.name];
    if (result === 'lives' && reason === undefined) {
      console.log(`lives: ${mutant.file}: ${mutant.name}`);
    } else if (result === 'killed' && reason !== undefined) {
      console.log(`is listed and dies: ${mutant.file}: ${mutant.name}`);
    }
    if (values.report !== undefined) {
      writeFileSync(values.report, JSON.stringify(results, null, 1));
    }
  }
  rmSync(folder, { recursive: true });
};
await Promise.all(Array.from({ length: availableParallelism() }, worker));

const count = (result) => results.filter((one) => one.result === result).length;
const lives = results.filter(({ result }) => result === 'lives');
const unlisted = lives.filter(({ file, name }) => survivors[file]?.[name] === undefined);
const killed = count('killed');
const percent = (part, whole) => `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`;
console.log(
  `${results.length} of ${all.length} mutants: ${killed} killed (${percent(killed, killed + lives.length)}), ` +
    `${lives.length - unlisted.length} listed, ${unlisted.length} others live; ` +
    `${results.length - killed - lives.length} are no programs`,
);
process.exitCode = unlisted.length > 0 ? 1 : 0;
