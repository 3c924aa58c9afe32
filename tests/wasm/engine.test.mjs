// The engine survives a core that traps: the call is made again on a fresh instance, with the host's rulesets.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Engine } from '../../wasm/dist/engine.js';

const success = '{"type":"success"}';

// Cores in the order in which they are made; `traps` says which calls of which core trap.
function makeCores(traps) {
  const made = [];
  return {
    made,
    create: async () => {
      const core = { number: made.length, asked: [], loaded: [] };
      const call = (text) => {
        core.asked.push(text);
        if (traps(core)) {
          throw new WebAssembly.RuntimeError('unreachable');
        }
        return success;
      };
      Object.assign(core, {
        check: call,
        describe: () => call('describe'),
        load_ruleset: (text) => (core.loaded.push(text), success),
      });
      made.push(core);
      return core;
    },
  };
}

const settled = () => new Promise((done) => setTimeout(done, 5));

test('a trapped core is replaced and the question asked once more', async () => {
  const cores = makeCores((core) => core.number === 0);
  const engine = await Engine.start(cores.create);
  engine.loadRuleset({ id: 'ours' });
  assert.deepEqual(engine.ask('check', {}), { type: 'success' });
  assert.deepEqual(cores.made[1].loaded, ['{"id":"ours"}']);
  await settled();
  assert.equal(cores.made.length, 3);
  engine.ask('check', {});
  assert.equal(cores.made[0].asked.length, 1, 'the trapped core is never asked again');
});

test('when the fresh core traps too, the call fails in words and the next one works', async () => {
  const cores = makeCores((core) => core.number < 2);
  const engine = await Engine.start(cores.create);
  const answer = engine.ask('check', {});
  assert.equal(answer.type, 'failure');
  assert.equal(answer.errors[0].code, 'engine.failed');
  await settled();
  assert.deepEqual(engine.ask('check', {}), { type: 'success' });
});

test('describe throws only when no core can be had', async () => {
  const cores = makeCores(() => true);
  const engine = await Engine.start(cores.create);
  assert.throws(() => engine.describe(), /could not be started again/);
});
