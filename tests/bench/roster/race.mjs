// A table of a million links, from bytes to decisions; and columns of days.
import assert from 'node:assert/strict';
import { loadRoster, noDay, sampleBytes } from 'partnercheck/roster';
import { race, timed } from '../measure.mjs';
import { random } from '../../oracle/random.mjs';
import { dayOf, decide } from './by-hand.mjs';
import { inOrder, startDuckdb } from './duckdb.mjs';
import { columns, question, today } from './question.mjs';
import { papaParse, split } from './readers.mjs';

export function tableOf(rows) {
  return Buffer.concat([...sampleBytes({ rows, today })]);
}

function same(answer, ours) {
  assert.equal(answer.statuses.length, ours.statuses.length);
  for (const what of ['statuses', 'untils']) {
    const index = answer[what].findIndex((value, person) => value !== ours[what][person]);
    assert.equal(index, -1, `person ${index}: ${what} ${answer[what][index]}, ours ${ours[what][index]}`);
  }
}

/** The roster, and the memory of its WebAssembly instance. */
async function loadWatched() {
  const { instantiate } = WebAssembly;
  let memory;
  WebAssembly.instantiate = async (...args) => {
    const instance = await instantiate(...args);
    memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
    return instance;
  };
  try {
    return { roster: await loadRoster(), heap: () => memory.buffer.byteLength };
  } finally {
    WebAssembly.instantiate = instantiate;
  }
}

function readTable(roster, bytes) {
  const started = roster.start({ ...question, columns });
  assert.equal(started.type, 'success', JSON.stringify(started));
  started.table.feed(bytes);
  return started.table;
}

function decideTable(roster, bytes) {
  const table = readTable(roster, bytes);
  const { type, totals } = table.finish();
  assert.equal(type, 'success');
  assert.deepEqual(totals.faults, {});
  return { table, statuses: table.statuses(), untils: table.untils() };
}

/** Where the time of a table goes. */
function parts(roster, bytes, rounds) {
  let table;
  const all = [
    { name: 'bytes to decisions', run: () => timed(() => ({ table } = decideTable(roster, bytes))) },
    { name: 'reading: start and feed', run: () => timed(() => (table = readTable(roster, bytes))) },
    { name: 'deciding and counting: finish', run: () => timed(() => table.finish()) },
    { name: 'copying out: statuses and untils', run: () => timed(() => [table.statuses(), table.untils()]) },
  ];
  return race(all, { rounds, same() {} });
}

export async function raceTables(native, { rounds, rows }) {
  const bytes = tableOf(rows);
  native.put('table.csv', bytes);
  native.put('question.json', JSON.stringify({ ...question, columns }));
  const { roster, heap } = await loadWatched();
  decideTable(roster, bytes);
  const memory = heap();
  const duckdb = await startDuckdb();
  const { version } = duckdb;
  const contestants = [
    {
      name: 'Partner Check',
      note: 'WebAssembly; every row looked at for faults',
      run: () => timed(() => decideTable(roster, bytes)),
    },
    {
      name: 'split',
      note: 'a loop in JavaScript over `split`, for this one form of table',
      run: () => timed(() => split(bytes)),
    },
    { name: 'Papa Parse', note: 'Papa Parse, then the same loop', run: () => timed(() => papaParse(bytes)) },
    {
      name: 'DuckDB-Wasm',
      note: `${version} in node, warm; types of the columns given`,
      run: async () => {
        const { answer, ...times } = await timed(() => duckdb.decide(bytes));
        return { answer: inOrder(answer), ...times };
      },
    },
    {
      name: 'native build',
      note: 'the same core without WebAssembly',
      run: () => native.roster('question.json', 'table.csv'),
    },
  ];
  const table = await race(contestants, { rounds, same });
  return { table, parts: await parts(roster, bytes, rounds), rows, bytes: bytes.length, heap: memory };
}

/** `perPerson` starts at most; the same ones for the same number of people. */
function randomStarts(people, perPerson) {
  const next = random(20_210_520);
  const now = dayOf(today);
  return Int32Array.from({ length: people * perPerson }, () => (next() < 0.3 ? noDay : now - Math.floor(next() * 900)));
}

/** The loop that a host would write who has the same columns: the latest and the third latest start. */
function loop(starts, perPerson) {
  const statuses = new Uint8Array(starts.length / perPerson);
  const untils = new Int32Array(statuses.length);
  for (let person = 0, at = 0; person < statuses.length; ++person) {
    let [first, second, third] = [noDay, noDay, noDay];
    for (const end = at + perPerson; at < end; ++at) {
      const start = starts[at];
      if (start > first) {
        third = second;
        second = first;
        first = start;
      } else if (start > second) {
        third = second;
        second = start;
      } else if (start > third) {
        third = start;
      }
    }
    decide(first, third, person, statuses, untils);
  }
  return { statuses, untils };
}

export async function raceColumns(native, { rounds, people, perPerson = 4 }) {
  const starts = randomStarts(people, perPerson);
  native.put('starts', new Uint8Array(starts.buffer));
  native.put('columns.json', JSON.stringify(question));
  const { roster } = await loadWatched();
  const ours = () => {
    const { status, until } = roster.decideColumns(question, starts, perPerson);
    return { statuses: status, untils: until };
  };
  const contestants = [
    { name: 'Partner Check', note: 'WebAssembly; columns copied in and out', run: () => timed(ours) },
    {
      name: 'by hand',
      note: 'a loop over the typed arrays in JavaScript',
      run: () => timed(() => loop(starts, perPerson)),
    },
    {
      name: 'native build',
      note: 'the same core without WebAssembly',
      run: () => native.columns('columns.json', 'starts', perPerson),
    },
  ];
  return { table: await race(contestants, { rounds, units: people, same }), people, perPerson };
}

/** Tables of 10³ rows and more. */
export async function growth({ rounds, most }) {
  const sizes = [];
  for (let rows = 1_000; rows <= most; rows *= 10) {
    const bytes = tableOf(rows);
    const { roster, heap } = await loadWatched();
    decideTable(roster, bytes);
    const size = { rows, bytes: bytes.length, heap: heap() };
    const contestants = [{ name: `${rows}`, run: () => timed(() => decideTable(roster, bytes)) }];
    const [{ seconds, cpu }] = await race(contestants, { rounds, same });
    sizes.push({ ...size, seconds, cpu });
  }
  return sizes;
}
