// npm run mutate [-- --sample 40] [--seed 7] [--only rules/kpi,date] [--like 'false -> true'] [--jobs 1] [--report file]
// [--again file]: how many mutants of core, the roster among it, the native tests kill; `again`: of those that lived in a report
// and are not listed.
//
// Each mutant is one source compiled again and linked before the core of the `test` preset; then the tests run until one
// fails. Of a header all sources and tests that include it are compiled with its switches; what is a constant there would take all
// of them once more for each mutant, and is counted only. Those that live and may are listed in survivors.json with a reason each.
// Fails when another one lives.
import { execFile, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
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
  .filter((file) => /\.(?:cpp|h)$/.test(file) && values.only.split(',').some((part) => file.includes(part)))
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

// Of the core and of its tests what each is compiled to.
const objectOf = new Map(
  [...commands]
    .map(([file, command]) => [file, / -o (\S+) -c \S+$/.exec(command)?.[1]])
    .filter(([file, object]) => !file.startsWith('..') || linking.includes(` ${object} `)),
);
const switchedTests = new Map();

const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
process.on('exit', () => rmSync(folder, { recursive: true }));

/** What a command says that fails, or nothing. Of a memory that a loop may ask for without end. */
const fault = (command) =>
  new Promise((resolve) => {
    execFile('sh', ['-c', `ulimit -t 240; ulimit -v 4000000; exec ${command}`], { cwd: build }, (error, _, said) =>
      resolve(error ? said || String(error) : undefined),
    );
  });

const isHeader = (file) => file.endsWith('.h');
// Of the contract the headers are compiled before everything else, and would come without their switches.
const precompiled = chosen.some(({ file }) => /\binclude\/.*\.h$/.test(file))
  ? / -include-pch -Xclang \S+ -Xclang/
  : /^$/;

const compile = (file, source, object, more = '') =>
  fault(
    commands
      .get(file)
      .replace(precompiled, '')
      .replace(/ -I(\S+)/g, (_, path) => ` -I${resolve(build, path)}`)
      .replace(
        / -o \S+ -c \S+$/,
        ` -w -Wno-c++11-narrowing -ferror-limit=0 -I${dirname(join(sources, file))} ${more} -o ${object} -c ${source}`,
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
      )
      .replace(/\S+\.o(?= )/g, (object) => switchedTests.get(object) ?? object),
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

/** Which sources and tests include one of the headers, by what ninja knows of the last build. */
function includersOf(headers) {
  const paths = new Set(headers.map((header) => join(sources, header)));
  const sourceOf = new Map([...objectOf].map(([file, object]) => [object, file]));
  const known = String(execFileSync('ninja', ['-C', build, '-t', 'deps'], { maxBuffer: 1e9 })).split('\n\n');
  return known.flatMap((entry) => {
    const [head, ...lines] = entry.split('\n');
    const file = sourceOf.get(head.split(':')[0]);
    return file !== undefined && lines.some((line) => paths.has(resolve(build, line.trim()))) ? [file] : [];
  });
}

/** Puts the switches of those that are left of a part where it is compiled. */
function place(part) {
  const { text, placed } = switched(texts.get(part.file), part.mutants);
  writeFileSync(`${part.path}.new`, `#include "${join(project, 'tests/mutate/switched.h')}"\n#line 1\n${text}`);
  renameSync(`${part.path}.new`, part.path);
  part.placed = placed;
}

/** Where something cannot be compiled with its switch, the whole line is left out. */
function leaveOut(part, said) {
  const path = isHeader(part.file) ? join(sources, part.file) : part.path;
  const lines = new Set(
    [...said.matchAll(/^(\S+?):(\d+):/gm)]
      .filter(([, where]) => resolve(build, where) === path)
      .map(([, , line]) => Number(line)),
  );
  const text = texts.get(part.file);
  const left = part.mutants.filter(({ at }) => !lines.has(text.slice(0, at + 1).split('\n').length));
  if (left.length < part.mutants.length) {
    part.mutants = left;
    place(part);
  }
}

/** A source with its switches and those of the headers. A switch that is left out later stays where it was, and is never on. */
async function together(file, parts, overlay) {
  const own = parts.find((part) => part.file === file);
  const object = join(folder, `${file.replaceAll(/[./]+/g, '-')}.o`);
  const here = parts.filter((part) => part === own || isHeader(part.file));
  for (;;) {
    const before = here.map(({ placed }) => placed);
    const said = await compile(file, own?.path ?? join(sources, file), object, `-ivfsoverlay ${overlay}`);
    if (said === undefined) {
      return object;
    }
    here.forEach((part) => leaveOut(part, said));
    if (here.every(({ placed }, i) => placed === before[i])) {
      throw new Error(`${file} does not compile with its mutants: ${said}`);
    }
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
chosen.forEach((mutant, i) => {
  mutant.id = 1 + i;
});
const parts = [...new Set(chosen.map(({ file }) => file))].map((file) => {
  const mutants = chosen.filter((mutant) => mutant.file === file);
  const part = { file, mutants, all: mutants, path: join(folder, `${mutants[0].id}${isHeader(file) ? '.h' : '.cpp'}`) };
  place(part);
  return part;
});
const headers = parts.filter(({ file }) => isHeader(file));
const overlay = join(folder, 'overlay.yaml');
writeFileSync(
  overlay,
  JSON.stringify({
    version: 0,
    'use-external-names': false,
    roots: headers.map(({ file, path }) => ({ name: join(sources, file), type: 'file', 'external-contents': path })),
  }),
);
const switchedSources = new Set([
  ...parts.filter(({ file }) => !isHeader(file)).map(({ file }) => file),
  ...includersOf(headers.map(({ file }) => file)),
]);
const objects = [];
await each([...switchedSources], async (file) => {
  const object = await together(file, parts, overlay);
  if (file.startsWith('..')) {
    switchedTests.set(objectOf.get(file), object);
  } else {
    objects.push(object);
  }
});
const withSwitch = new Set(parts.flatMap(({ placed }) => placed.map(({ id }) => id)));

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
  const mutants = parts.find((part) => part.file === file).all;
  const reaches = ({ reached }) => mutants.some(({ id }) => reached.has(id));
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
  const { id } = mutant;
  const reaching = withSwitch.has(id) ? suites.filter(({ reached }) => reached.has(id)) : [];
  if (reaching.length > 0) {
    return dies(servers[worker], id, reaching);
  }
  return isHeader(mutant.file) ? 'is not tried' : alone(mutant, worker);
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
const untried = count('is not tried');
const percent = (part, whole) => `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`;
console.log(
  `${results.length} of ${all.length} mutants: ${killed} killed (${percent(killed, killed + lives.length)}), ` +
    `${lives.length - unlisted.length} listed, ${unlisted.length} others live; ` +
    `${results.length - killed - lives.length - untried} are no programs, ${untried} of headers no test reaches`,
);
process.exitCode = unlisted.length > 0 ? 1 : 0;
