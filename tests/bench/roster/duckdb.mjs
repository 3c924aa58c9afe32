// The same decisions in SQL, by DuckDB compiled to WebAssembly.
import { createRequire } from 'node:module';
import { noDay } from 'partnercheck/roster';
import { allowed, deferred, needsInfo } from './by-hand.mjs';
import { today } from './question.mjs';

const year = Number(today.slice(0, 4));
const sql = `
  with people as (
    select MCID, max(Started) as latest, max(Started, 3)[3] as third
    from read_csv('roster.csv', header = true,
                  columns = {'MCID': 'BIGINT', 'Organization': 'VARCHAR', 'Started': 'DATE', 'Ended': 'DATE'})
    group by MCID
  ), waits as (
    select MCID, latest + 30 as cool_off,
           third >= date '${year}-01-01' as in_year,
           third + interval 12 month > date '${today}' as in_months,
           (third + interval 12 month)::date as leaves_on
    from people
  ), decided as (
    select *, greatest(cool_off, case when in_year then date '${year + 1}-01-01' end,
                       case when in_months then leaves_on end) as certain,
           case when coalesce(certain, date '${today}') <= date '${today}' then ${allowed}
                when cool_off > date '${today}' or (in_year and in_months) then ${deferred}
                else ${needsInfo} end as status
    from waits
  )
  select MCID as person, status::utinyint as status,
         (case when status <> ${deferred} then ${noDay}
               else certain - date '1970-01-01' end)::integer as until
  from decided`;

export async function startDuckdb() {
  const require = createRequire(import.meta.url);
  const duckdb = require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
  const file = (name) => require.resolve(`@duckdb/duckdb-wasm/dist/${name}`);
  const bundles = {
    mvp: { mainModule: file('duckdb-mvp.wasm'), mainWorker: file('duckdb-node-mvp.worker.cjs') },
    eh: { mainModule: file('duckdb-eh.wasm'), mainWorker: file('duckdb-node-eh.worker.cjs') },
  };
  const database = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await database.instantiate();
  const connection = database.connect();
  return {
    version: database.getVersion(),
    /** People in no order. */
    decide(bytes) {
      database.registerFileBuffer('roster.csv', bytes);
      const table = connection.query(sql);
      const column = (name) => table.getChild(name).toArray();
      const answer = { people: column('person'), statuses: column('status'), untils: column('until') };
      database.dropFile('roster.csv');
      return answer;
    },
  };
}

/** In the order of the table, in which the numbers of people rise. */
export function inOrder({ people, statuses, untils }) {
  const order = Array.from(people.keys()).sort((a, b) => (people[a] < people[b] ? -1 : 1));
  return {
    statuses: Uint8Array.from(order, (index) => statuses[index]),
    untils: Int32Array.from(order, (index) => untils[index]),
  };
}
