// The host of the package in tests of its faults: the cores as bytes, a server, a question and a table; and nothing that is left
// unhandled passes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { afterEach } from 'node:test';
import { load } from 'partnercheck';
import { loadRoster } from 'partnercheck/roster';

export const bytesOf = (name) => readFileSync(new URL(import.meta.resolve(`partnercheck/partnercheck-${name}.wasm`)));
export const cores = [
  ['rules', load, bytesOf('core')],
  ['roster', loadRoster, bytesOf('roster')],
];
export const [[, , wasm]] = cores;
export const turn = () => new Promise((done) => setTimeout(done, 5));

const unhandled = [];
process.on('unhandledRejection', (reason) => unhandled.push(reason));
afterEach(async () => {
  await turn();
  assert.deepEqual(unhandled.splice(0), []);
});

export async function withServer(handle, use) {
  const server = createServer(handle).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  try {
    return await use(`http://127.0.0.1:${server.address().port}/core.wasm`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

export const question = {
  today: '2021-05-20',
  action: { type: 'link_mcid', organization: 'Fabrikam' },
  actor: { relation: 'owner' },
  facts: {
    person: {
      partner_center_account: { organization: 'Fabrikam', kind: 'work' },
      certification_profile: { active_certifications: 1 },
    },
  },
};
export const table = new TextEncoder().encode(`MCID,Started\n1,2021-05-01\n${'2,2019-01-01\n'.repeat(10_000)}`);
export const tableQuestion = { ...question, columns: { person: 0, started: 1 } };
