// Every call that the package makes to its host, failed: the first, the second, and so on, until everything passes without a
// fault. What comes of it is a typed failure with words, or nothing at all.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load, LoadError } from 'partnercheck';
import { loadRoster } from 'partnercheck/roster';
import { cores, question, table, tableQuestion, turn, wasm, withServer } from './host.mjs';

/** Makes one call of a boundary fail, or it and all that follow: `n` from 0. */
function failing({ object, name }, n, { how, from }) {
  const original = object[name];
  let calls = 0;
  object[name] = function failingCall(...args) {
    const call = calls++;
    if (from ? call >= n : call === n) {
      if (how === 'throws') {
        throw new Error('the host failed');
      }
      return how === 'rejects' ? Promise.reject(new Error('the host failed')) : new Promise(() => {});
    }
    return original.apply(this, args);
  };
  return {
    restore: () => (object[name] = original),
    wasReached: () => calls > n,
  };
}

const asynchronous = ['throws', 'rejects', 'hangs'];
const boundaries = [
  { what: 'fetch', object: globalThis, name: 'fetch', hows: asynchronous },
  { what: 'the body of an answer', object: Response.prototype, name: 'arrayBuffer', hows: asynchronous },
  { what: 'a copy of an answer', object: Response.prototype, name: 'clone', hows: ['throws'] },
  { what: 'compiling what arrives', object: WebAssembly, name: 'compileStreaming', hows: asynchronous },
  { what: 'compiling', object: WebAssembly, name: 'compile', hows: asynchronous },
  { what: 'instantiating', object: WebAssembly, name: 'instantiate', hows: asynchronous },
  { what: 'growing the memory', object: WebAssembly.Memory.prototype, name: 'grow', hows: ['throws'] },
  { what: 'SHA-256', object: SubtleCrypto.prototype, name: 'digest', hows: asynchronous },
  { what: 'random numbers', object: Crypto.prototype, name: 'getRandomValues', hows: ['throws'] },
  { what: 'opening a file', object: Blob.prototype, name: 'stream', hows: ['throws'] },
  { what: 'reading a file', object: ReadableStreamDefaultReader.prototype, name: 'read', hows: asynchronous },
];

/** From nothing to the last row. What each call said, up to the first that failed. */
async function wholeFlow(wasmUrls, timeout) {
  const said = [];
  const take = (answer) => {
    said.push(answer);
    if (answer.type === 'failure') {
      throw answer;
    }
    return answer;
  };
  const rules = await load({ wasmUrl: wasmUrls.rules, timeout });
  take(rules.check(question));
  // The spare comes meanwhile.
  await turn();
  take(rules.loadRuleset({ id: 'ours', parameters: { 'association.cool_off_days': { value: 5, source: 'ours' } } }));
  take(rules.check({ ...question, ruleset: 'ours' }));
  take(
    rules.plan({
      today: question.today,
      goal: {
        type: 'link_everybody',
        organization: 'Fabrikam',
        people: [{ name: 'Anna', person: question.facts.person }],
      },
    }),
  );
  const roster = await loadRoster({ wasmUrl: wasmUrls.roster, timeout });
  take(roster.sniff(table.subarray(0, 1000)));
  const { table: reading } = take(roster.start(tableQuestion));
  take(await reading.feedFrom(new Blob([table]), { timeout }));
  take(reading.finish());
  take(reading.view({}));
  assert.equal(take(reading.rows(0, 5)).rows.length, 2);
  assert.equal(reading.statuses().length, 2);
  take(reading.csv({ columns: ['person', 'status'] }, 0, 5));
  // More than a core has at first.
  take(roster.csvOf([['x'.repeat(3_000_000)]]));
  return { rules, roster };
}

describe('every call to the host, failed', () => {
  // Of the wrong type the roster's core is not compiled while it arrives.
  const serve = (use) =>
    withServer(
      ({ url }, response) =>
        url.includes('roster')
          ? response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(cores[1][2])
          : response.writeHead(200, { 'content-type': 'application/wasm' }).end(wasm),
      (url) => use({ rules: url, roster: url.replace('core.wasm', 'roster.wasm') }),
    );

  for (const boundary of boundaries) {
    for (const how of boundary.hows) {
      for (const from of [false, true]) {
        test(`${boundary.what} ${how}${from ? ', and from then on' : ''}`, (t) =>
          serve(async (wasmUrls) => {
            const outcomes = [];
            for (let n = 0; ; ++n) {
              const fault = failing(boundary, n, { how, from });
              let outcome = 'passed';
              try {
                await wholeFlow(wasmUrls, how === 'hangs' ? 400 : undefined);
              } catch (error) {
                outcome = error.type === 'failure' ? error.errors[0].code : error.code;
                // Nothing else may come out of it.
                assert.ok(error instanceof LoadError || error.type === 'failure', error.stack);
                assert.ok(error.type === 'failure' ? error.errors[0].text.length > 20 : error.message.length > 20);
              } finally {
                fault.restore();
              }
              if (!fault.wasReached()) {
                // What hangs has little time, and a busy machine may need more.
                assert.ok(outcome === 'passed' || how === 'hangs', outcome);
                break;
              }
              outcomes.push(outcome);
              assert.ok(n < 60, 'no end of calls');
            }
            t.diagnostic(outcomes.join());
            assert.ok(outcomes.length > 0, 'the flow never comes by here');
            // As if nothing had been.
            await wholeFlow(wasmUrls);
          }));
      }
    }
  }
});
