// From nothing to the first answer, each time in a process of its own: an engine keeps what it has compiled once.
//   node startup.mjs NAME WHAT, or steps   prints the times
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { race, timed } from './measure.mjs';

const require = createRequire(import.meta.url);
const dist = (name) => fileURLToPath(new URL(`../../wasm/dist/${name}`, import.meta.url));
const compile = (file) => async () => {
  const bytes = readFileSync(file);
  return timed(() => WebAssembly.compile(bytes));
};
/** What the question is made of is there before the time counts. */
const answer = (questions, work) => async () => {
  const asked = await import(questions);
  return timed(() => work(asked));
};

const core = ['partnercheck-core.wasm', 'partnercheck-core.mjs'].map(dist);
const roster = ['partnercheck-roster.wasm', 'partnercheck-roster.mjs'].map(dist);
const cedar = ['cedar_wasm_bg.wasm', 'cedar_wasm_bg.js'].map((name) =>
  fileURLToPath(new URL(name, import.meta.resolve('@cedar-policy/cedar-wasm'))),
);
const duckdb = ['duckdb-eh.wasm', 'duckdb-browser-eh.worker.js', 'duckdb-browser.mjs'].map((name) =>
  require.resolve(`@duckdb/duckdb-wasm/dist/${name}`),
);

const starts = {
  'Partner Check': {
    files: core,
    compile: compile(core[0]),
    answer: answer('./check/requests.mjs', async ({ example }) => {
      const { load } = await import('partnercheck');
      return (await load()).check(example);
    }),
  },
  'Partner Check, roster': {
    files: roster,
    compile: compile(roster[0]),
    answer: answer('./roster/question.mjs', async ({ question }) => {
      const { loadRoster } = await import('partnercheck/roster');
      return (await loadRoster()).decideColumns(question, new Int32Array(1), 1);
    }),
  },
  'cedar-wasm': {
    files: cedar,
    compile: compile(cedar[0]),
    answer: answer('./check/requests.mjs', async ({ example }) => {
      const { decide } = await import('./check/peers/cedar-wasm.mjs');
      return decide(example);
    }),
  },
  'DuckDB-Wasm': {
    files: duckdb,
    compile: compile(duckdb[0]),
    answer: answer('./roster/question.mjs', async () => {
      const { startDuckdb } = await import('./roster/duckdb.mjs');
      return (await startDuckdb()).decide(Buffer.from('MCID,Organization,Started,Ended\r\n1,Contoso,2021-05-01,\r\n'));
    }),
  },
};

/** The steps of our first answer, one after the other in one process. */
async function timesOfSteps() {
  const { example } = await import('./check/requests.mjs');
  const modules = await timed(() => import('partnercheck'));
  const core = await timed(modules.answer.load);
  const ask = () => timed(() => core.answer.check(example));
  return {
    'importing the modules of the package': modules,
    'load: the core read, checked, compiled and started': core,
    'the first check': await ask(),
    'the same check again': await ask(),
  };
}

const inProcess = promisify(execFile);
const self = fileURLToPath(import.meta.url);

const runOf = async (...args) => JSON.parse((await inProcess(process.execPath, [self, ...args])).stdout);

export async function raceStarts({ rounds }) {
  const contestants = (what) => Object.keys(starts).map((name) => ({ name, run: () => runOf(name, what) }));
  const compiled = await race(contestants('compile'), { rounds, warmUp: 0, same() {} });
  const answered = await race(contestants('answer'), { rounds, warmUp: 0, same() {} });
  return Object.entries(starts).map(([name, { files }], index) => {
    const bytes = files.map((file) => readFileSync(file));
    const add = (sizes) => sizes.reduce((sum, size) => sum + size, 0);
    return {
      name,
      raw: add(bytes.map(({ length }) => length)),
      gzip: add(bytes.map((content) => gzipSync(content, { level: 9 }).length)),
      compile: compiled[index],
      answer: answered[index],
    };
  });
}

/** Where our time to the first answer goes: the steps of one start after the other. */
export async function raceSteps({ rounds }) {
  let steps = await runOf('steps');
  const contestants = Object.keys(steps).map((name, index) => ({
    name,
    run: async () => {
      steps = index === 0 ? await runOf('steps') : steps;
      return steps[name];
    },
  }));
  return race(contestants, { rounds, warmUp: 0, same() {} });
}

if (process.argv[1] === self) {
  const [name, what] = process.argv.slice(2);
  const { answer: _, ...times } = name === 'steps' ? await timesOfSteps() : await starts[name][what]();
  console.log(JSON.stringify(times));
  process.exit();
}
