// npm run mutate [-- --sample 40] [--seed 7] [--only rules/kpi] [--like 'false -> true'] [--jobs 1] [--report file]
// [--again file]: how many mutants of core, the roster among it, the native tests kill; `again`: of those that lived in a report
// and are not listed.
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
const sources = join(project, 'core');
const { values } = parseArgs({
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    like: { type: 'string', default: '' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    report: { type: 'string' },
    again: { type: 'string' },
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
const drawn = values.sample === undefined ? all : sample(all, Number(values.sample), values.seed);
const lived = values.again === undefined ? undefined : JSON.parse(readFileSync(values.again, 'utf8'));
const chosen = drawn.filter(
  ({ file, name }) =>
    lived === undefined ||
    (survivors[file]?.[name] === undefined &&
      lived.some((one) => one.result === 'lives' && one.file === file && one.name === name)),
);

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

/** Of a processor's time, so that a busy machine does not kill; and of memory, which a loop may ask for without end. */
const run = (command, seconds) =>
  new Promise((resolve) => {
    const child = spawn('sh', ['-c', `ulimit -t ${seconds}; ulimit -v 4000000; exec ${command}`], {
      cwd: build,
      stdio: 'ignore',
    });
    child.on('exit', (code) => resolve(code === 0));
  });

/** [suites, seconds]: most die at once where whole answers are looked at; the suites that take longest come last. */
const long = 'Csv.Limits*:*Vectors*:Plan.*:LinkDateRules.*:Date.*:Lexer.*';
const longest = 'RuleFacts.*:*Work*';
const rounds = [
  ['Answers.*', 5],
  [`-Answers.*:${long}:${longest}`, 15],
  [long, 40],
  [longest, 60],
];

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
  for (const [filter, seconds] of rounds) {
    if (!(await run(`${tests} --gtest_fail_fast=1 --gtest_brief=1 '--gtest_filter=${filter}'`, seconds))) {
      return 'killed';
    }
  }
  return 'lives';
}

// With nothing changed all pass, or every mutant would seem to be killed.
const workplace = () => mkdtempSync(join(tmpdir(), 'mutant-'));
const unchanged = workplace();
if (chosen.length > 0 && (await fate({ file: chosen[0].file, at: 0, from: '', to: '' }, unchanged)) !== 'lives') {
  throw new Error('the tests fail without a mutant');
}
rmSync(unchanged, { recursive: true });

const results = [];
const left = [...chosen];
const worker = async () => {
  const folder = workplace();
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
await Promise.all(Array.from({ length: Number(values.jobs) }, worker));

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
