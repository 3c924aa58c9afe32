// npm run mutate [-- --sample 40] [--seed 7] [--only rules/kpi,date] [--like 'false -> true'] [--jobs 1] [--report file]
// [--again file]: how many mutants of core, the roster among it, the native tests kill; `again`: of those that lived in a report
// and are not listed.
//
// Each mutant is one source compiled again and linked before the core of the `test` preset; then the tests run until one
// fails. Those that live and may are listed in survivors.json with a reason each. Fails when another one lives.
import { execFile, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { applied, mutantsOf, nameOf, switched } from './mutants.mjs';

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
  .filter((file) => file.endsWith('.cpp') && values.only.split(',').some((part) => file.includes(part)))
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

const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
process.on('exit', () => rmSync(folder, { recursive: true }));

/** What a command says that fails, or nothing. Of a memory that a loop may ask for without end. */
const fault = (command) =>
  new Promise((resolve) => {
    execFile('sh', ['-c', `ulimit -t 240; ulimit -v 4000000; exec ${command}`], { cwd: build }, (error, _, said) =>
      resolve(error ? said || String(error) : undefined),
    );
  });

const compile = (file, source, object) =>
  fault(
    commands
      .get(file)
      .replace(
        / -o \S+ -c \S+$/,
        ` -w -Wno-c++11-narrowing -ferror-limit=0 -I${dirname(join(sources, file))} -o ${object} -c ${source}`,
      ),
  );
const link = (objects, program) =>
  fault(
    linking
      .replace(/^: && /, '')
      .replace(/ && :$/, '')
      .replace(
        / -o tests\/core_tests /,
        ` -fuse-ld=lld -o ${program} ${join(folder, 'server.o')} ${objects.join(' ')} `,
      ),
  );

/** The tests, ready to be run against one mutant after the other. */
function serve(program) {
  const child = spawn('sh', ['-c', `ulimit -v 4000000; exec ${program}`], {
    cwd: build,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(mutant, seconds, filter) {
      child.stdin.write(`${mutant} ${seconds} ${filter}\n`);
      let reached = [];
      for (;;) {
        const { value, done } = await lines.next();
        if (done || value === 'failed') {
          return { passed: false };
        }
        if (value === 'passed') {
          return { passed: true, reached };
        }
        if (value.startsWith('reached ')) {
          reached = value.split(' ').slice(1).map(Number);
        }
      }
    },
    end: () => child.stdin.end(),
  };
}

/** Those of a source that can be compiled together; where something cannot, its whole line is left out. */
async function together(file, mutants, first) {
  const source = join(folder, `${first}.cpp`);
  const object = join(folder, `${first}.o`);
  for (let rest = mutants; ; ) {
    const { text, placed } = switched(texts.get(file), rest, first);
    writeFileSync(source, `#include "${join(project, 'tests/mutate/switched.h')}"\n#line 1\n${text}`);
    const said = await compile(file, source, object);
    if (said === undefined) {
      return { placed, object };
    }
    const lines = new Set(
      [...said.matchAll(new RegExp(`${first}\\.cpp:(\\d+):`, 'g'))].map(([, line]) => Number(line)),
    );
    const left = rest.filter(
      ({ at }) =>
        !lines.has(
          texts
            .get(file)
            .slice(0, at + 1)
            .split('\n').length,
        ),
    );
    if (left.length === rest.length) {
      throw new Error(`${file} does not compile with its mutants: ${said}`);
    }
    rest = left;
  }
}

/** Each of `list`, several at a time. */
const each = (list, work) => {
  const left = [...list];
  return Promise.all(
    Array.from({ length: Number(values.jobs) }, async (_, worker) => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) {
        await work(one, worker);
      }
    }),
  );
};

const said = await fault(
  commands
    .get('../tests/core/vectors_test.cpp')
    .replace(/ -o \S+ -c \S+$/, ` -o ${join(folder, 'server.o')} -c ${join(project, 'tests/mutate/server.cpp')}`),
);
if (said !== undefined) {
  throw new Error(said);
}
const ids = new Map();
const objects = [];
let first = 1;
const parts = [...new Set(chosen.map(({ file }) => file))].map((file) => {
  const part = { file, mutants: chosen.filter((mutant) => mutant.file === file), first };
  first += part.mutants.length;
  return part;
});
await each(parts, async (part) => {
  const { placed, object } = await together(part.file, part.mutants, part.first);
  objects.push(object);
  placed.forEach(({ name, id }) => ids.set(`${part.file} ${name}`, id));
});

const program = join(folder, 'tests');
const unlinked = await link(objects, program);
if (unlinked !== undefined) {
  throw new Error(unlinked);
}
const servers = Array.from({ length: Number(values.jobs) }, () => serve(program));

// With nothing changed all pass, or every mutant would seem to be killed. Which suites reach a mutant is seen then, too.
const suites = String(execFileSync(join(build, 'tests/core_tests'), ['--gtest_list_tests']))
  .split('\n')
  .flatMap((line) => /^(\S+)\.(?:\s|$)/.exec(line)?.[1] ?? [])
  .map((name) => ({ name }));
await each(suites, async (suite, worker) => {
  const { passed, reached } = await servers[worker].ask(0, 600, `${suite.name}.*`);
  if (!passed) {
    throw new Error(`${suite.name} fails without a mutant`);
  }
  suite.milliseconds = reached[0];
  suite.seconds = 2 + Math.ceil(reached[0] / 200);
  suite.reached = new Set(reached.slice(1));
});
suites.sort((one, other) => one.milliseconds - other.milliseconds);

/** [seconds, filter] of each time that the tests are run: those that take no time together, as starting them takes some. */
function rounds(those) {
  const rounds = [];
  let milliseconds = Number.POSITIVE_INFINITY;
  for (const suite of those) {
    milliseconds += suite.milliseconds;
    if (milliseconds > 50) {
      rounds.push([0, []]);
      milliseconds = suite.milliseconds;
    }
    const round = rounds.at(-1);
    round[0] += suite.seconds;
    round[1].push(`${suite.name}.*`);
  }
  return rounds.map(([seconds, names]) => [seconds, names.join(':')]);
}

async function dies(server, id, those) {
  for (const [seconds, filter] of rounds(those)) {
    if (!(await server.ask(id, seconds, filter)).passed) {
      return 'killed';
    }
  }
  return 'lives';
}

/** All, but first those that reach what else is tried of a source. */
function likelySuites(file) {
  const { first, mutants } = parts.find((part) => part.file === file);
  const reaches = ({ reached }) => mutants.some((_, i) => reached.has(first + i));
  return [...suites.filter(reaches), ...suites.filter((suite) => !reaches(suite))];
}

async function alone(mutant, worker) {
  const source = join(folder, `alone-${worker}.cpp`);
  const object = join(folder, `alone-${worker}.o`);
  const tests = join(folder, `alone-${worker}`);
  writeFileSync(source, applied(texts.get(mutant.file), mutant));
  if ((await compile(mutant.file, source, object)) !== undefined || (await link([object], tests)) !== undefined) {
    return 'is no program';
  }
  const server = serve(tests);
  const result = await dies(server, -1, likelySuites(mutant.file));
  server.end();
  return result;
}

async function fate(mutant, worker) {
  const id = ids.get(`${mutant.file} ${mutant.name}`);
  const reaching = suites.filter(({ reached }) => reached.has(id));
  return reaching.length > 0 ? dies(servers[worker], id, reaching) : alone(mutant, worker);
}

const results = [];
await each(chosen, async (mutant, worker) => {
  const result = await fate(mutant, worker);
  results.push({ file: mutant.file, name: mutant.name, result });
  const reason = survivors[mutant.file]?.[mutant.name];
  if (result === 'lives' && reason === undefined) {
    console.log(`lives: ${mutant.file}: ${mutant.name}`);
  } else if (result === 'killed' && reason !== undefined) {
    console.log(`is listed and dies: ${mutant.file}: ${mutant.name}`);
  }
  if (values.report !== undefined && results.length % 100 === 0) {
    writeFileSync(values.report, JSON.stringify(results, null, 1));
  }
});
servers.forEach((server) => server.end());
if (values.report !== undefined) {
  writeFileSync(values.report, JSON.stringify(results, null, 1));
}

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
