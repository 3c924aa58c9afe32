// From nothing to the first answer, each time in a process of its own: an engine keeps what it has compiled once.
//   node startup.mjs NAME    WHAT   prints the times
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
const answer = (work) => () => timed(work);

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
    answer: answer(async () => {
      const { load } = await import('partnercheck');
      const { example } = await import('./check/requests.mjs');
      return (await load()).check(example);
    }),
  },
  'Partner Check, roster': {
    files: roster,
    compile: compile(roster[0]),
    answer: answer(async () => {
      const { loadRoster } = await import('partnercheck/roster');
      const { question } = await import('./roster/question.mjs');
      return (await loadRoster()).decideColumns(question, new Int32Array(1), 1);
    }),
  },
  'cedar-wasm': {
    files: cedar,
    compile: compile(cedar[0]),
    answer: answer(async () => {
      const { decide } = await import('./check/peers/cedar-wasm.mjs');
      const { example } = await import('./check/requests.mjs');
      return decide(example);
    }),
  },
  'DuckDB-Wasm': {
    files: duckdb,
    compile: compile(duckdb[0]),
    answer: answer(async () => {
      const { startDuckdb } = await import('./roster/duckdb.mjs');
      return (await startDuckdb()).decide(Buffer.from('MCID,Organization,Started,Ended\r\n1,Contoso,2021-05-01,\r\n'));
    }),
  },
};

const inProcess = promisify(execFile);
const self = fileURLToPath(import.meta.url);

export async function raceStarts({ rounds }) {
  const contestants = (what) =>
    Object.keys(starts).map((name) => ({
      name,
      run: async () => JSON.parse((await inProcess(process.execPath, [self, name, what])).stdout),
    }));
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

if (process.argv[1] === self) {
  const [name, what] = process.argv.slice(2);
  const { seconds, cpu } = await starts[name][what]();
  console.log(JSON.stringify({ seconds, cpu }));
  process.exit();
}
