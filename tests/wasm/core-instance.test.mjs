// A core that traps, or cannot be made, costs its host at most the answer to one question.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from 'partnercheck';
import { loadRoster } from 'partnercheck/roster';
import { CoreInstance } from '../../wasm/dist/core-instance.js';
import createCore from '../../wasm/dist/core.js';

/**
 * Cores that count. `traps`: whether a call traps, by the numbers of core and call, both from 0; `rejects`: whether there
 * is no core of that number. Each answers with its number and the rulesets that it has.
 */
function cores({ traps = () => false, rejects = () => false } = {}) {
  const made = [];
  let attempts = 0;
  const create = async () => {
    const number = attempts++;
    if (rejects(number)) {
      throw new RangeError('no memory');
    }
    const loaded = [];
    let calls = 0;
    const call = (answer) => (text) => {
      if (traps(number, calls++, text)) {
        throw new WebAssembly.RuntimeError('unreachable');
      }
      return JSON.stringify(answer(text));
    };
    const core = {
      check: call(() => ({ type: 'success', number, rulesets: [...loaded] })),
      load_ruleset: call((text) => {
        loaded.push(text);
        return { type: 'success', ruleset: { id: JSON.parse(text).id ?? text } };
      }),
      calls: () => calls,
    };
    made.push(core);
    return core;
  };
  return { create, made, attempts: () => attempts };
}

const turn = () => new Promise((done) => setImmediate(done));
const ask = (instance) => instance.ask({}, (core, text) => core.check(text));
const isFailed = ({ type, errors: [{ code, path, help } = {}] = [] }) =>
  type === 'failure' && code === 'engine.failed' && path === '' && help === 'error.engine.failed.help';

test('with a spare a call that traps is made once more, on a core that is never the trapped one again', async () => {
  const all = cores({ traps: (core, call) => core === 0 && call === 1 });
  const instance = new CoreInstance(all.create, { spare: true });
  await instance.start();
  assert.equal(ask(instance).number, 0);
  await turn();
  assert.equal(ask(instance).number, 1);
  assert.equal(ask(instance).number, 1);
  assert.equal(all.made[0].calls(), 2);
  await turn();
  assert.equal(all.attempts(), 3, 'a new spare');
});

test('the first answer waits for no spare', async () => {
  const all = cores();
  const instance = new CoreInstance(all.create, { spare: true });
  await instance.start();
  await turn();
  assert.equal(all.attempts(), 1);
  assert.equal(ask(instance).number, 0);
  await turn();
  assert.equal(all.attempts(), 2);
});

test('without a spare a call that traps fails, and the next turn has a new core', async () => {
  const all = cores({ traps: (core, call) => core === 0 && call === 1 });
  const instance = new CoreInstance(all.create);
  await instance.start();
  assert.equal(ask(instance).number, 0);
  assert.ok(isFailed(ask(instance)));
  assert.ok(isFailed(ask(instance)), 'there is none yet');
  await turn();
  assert.equal(ask(instance).number, 1);
  assert.equal(all.attempts(), 2);
});

test('wherever a core traps, each answer knows all rulesets that were loaded, in their order', async () => {
  const steps = ['a', 'b', undefined, 'c', undefined, undefined];
  for (const spare of [true, false]) {
    for (let at = 0; at < steps.length; ++at) {
      const all = cores({ traps: (core, call) => core === 0 && call === 1 + at });
      const instance = new CoreInstance(all.create, { spare });
      await instance.start();
      assert.equal(ask(instance).number, 0);
      await turn();
      const loaded = [];
      for (const step of steps) {
        const answer = step === undefined ? ask(instance) : instance.loadRuleset(`"${step}"`);
        if (isFailed(answer)) {
          assert.ok(!spare, `call ${at}`);
        } else if (step !== undefined) {
          loaded.push(`"${step}"`);
        } else {
          assert.deepEqual(answer.rulesets, loaded, `call ${at}`);
        }
        await turn();
      }
      assert.equal(loaded.length + (spare || ![0, 1, 3].includes(at) ? 0 : 1), 3);
      assert.deepEqual(ask(instance).rulesets, loaded);
    }
  }
});

test('a core that traps while it gets its rulesets is not asked', async () => {
  const all = cores({ traps: (core, call, text) => (core === 0 && call === 1) || (core === 1 && text === '"a"') });
  const instance = new CoreInstance(all.create, { spare: true });
  await instance.start();
  instance.loadRuleset('"a"');
  await turn();
  assert.ok(isFailed(ask(instance)));
  assert.equal(all.made[1].calls(), 1);
  await turn();
  const { number, rulesets } = ask(instance);
  assert.ok(number > 1);
  assert.deepEqual(rulesets, ['"a"']);
});

test('however often a ruleset is loaded, a new core gets it twice at most, and each id in its place', async () => {
  const all = cores({ traps: (core, call) => core === 0 && call === 201 });
  const instance = new CoreInstance(all.create);
  await instance.start();
  const texts = Array.from({ length: 200 }, (_, at) => JSON.stringify({ id: at % 2 === 0 ? 'a' : 'b', at }));
  for (const text of texts) {
    assert.equal(instance.loadRuleset(text).type, 'success');
  }
  assert.equal(ask(instance).rulesets.length, 200);
  assert.ok(isFailed(ask(instance)));
  await turn();
  assert.deepEqual(
    ask(instance).rulesets,
    [0, 1, 198, 199].map((at) => texts[at]),
  );
});

test('a new core has the rulesets of the one that trapped: the numbers, the places, what stands on a ruleset that was replaced', async () => {
  const module = new WebAssembly.Module(
    readFileSync(new URL('../../wasm/dist/partnercheck-core.wasm', import.meta.url)),
  );
  const instance = new CoreInstance(() => createCore(module));
  await instance.start();
  const ruleset = (id, days, basedOn) => ({
    id,
    ...(basedOn && { based_on: basedOn }),
    parameters: days && { 'association.cool_off_days': { value: days, source: 'ours' } },
  });
  for (const each of [
    ruleset('a', 10),
    ruleset('b', 11),
    ruleset('c', undefined, 'b'),
    ruleset('a', 12),
    ruleset('b', 13, 'a'),
    ruleset('a', 14),
    ruleset('d', undefined, 'b'),
    ruleset('c', 15, 'c'),
    ruleset('d', undefined, 'c'),
  ]) {
    assert.equal(instance.loadRuleset(each).type, 'success');
  }
  const described = () => instance.answer((core) => core.describe()).rulesets;
  const before = described();
  assert.deepEqual(
    before.slice(-4).map(({ id }) => id),
    ['a', 'b', 'c', 'd'],
  );
  instance.call(() => {
    throw new WebAssembly.RuntimeError('unreachable');
  });
  await turn();
  assert.deepEqual(described(), before);
});

test('where no core can be made each call tries again, one at a time, and none is left unhandled', async () => {
  const all = cores({ traps: (core) => core === 0, rejects: (core) => core > 0 && core < 4 });
  const instance = new CoreInstance(all.create);
  await instance.start();
  assert.ok(isFailed(ask(instance)));
  for (const attempts of [2, 3, 4]) {
    await turn();
    assert.equal(all.attempts(), attempts);
    assert.ok(isFailed(ask(instance)));
    assert.ok(isFailed(ask(instance)));
  }
  await turn();
  assert.equal(ask(instance).number, 4);
  assert.equal(all.attempts(), 5);
});

test('where no spare can be made the core goes on, and the next call tries again', async () => {
  const all = cores({ traps: (core, call) => core === 0 && call === 1, rejects: (core) => core === 2 });
  const instance = new CoreInstance(all.create, { spare: true });
  await instance.start();
  assert.equal(ask(instance).number, 0);
  await turn();
  for (const attempts of [3, 4, 4]) {
    assert.equal(ask(instance).number, 1);
    await turn();
    assert.equal(all.attempts(), attempts);
  }
});

test('a core that cannot be made at the start is told to the host', async () => {
  const { create } = cores({ rejects: () => true });
  await assert.rejects(new CoreInstance(create).start(), /no memory/);
  const throwing = new CoreInstance(() => {
    throw new TypeError('at once');
  });
  await assert.rejects(throwing.start(), /at once/);
  assert.equal(
    throwing.call(() => 1),
    undefined,
  );
});

test('a core that answers no JSON has failed like one that traps', async () => {
  const { create } = cores();
  const instance = new CoreInstance(async () => ({ ...(await create()), check: () => '{"type":' }));
  await instance.start();
  assert.ok(isFailed(ask(instance)));
});

test('what a host does to the answer that the core failed changes no other', async () => {
  const { create } = cores({ traps: () => true });
  const instance = new CoreInstance(create);
  await instance.start();
  ask(instance).errors.length = 0;
  assert.ok(isFailed(ask(instance)));
});

test('what a host does wrong is no trap: the table that is being read stays', async () => {
  const roster = await loadRoster();
  const facts = {
    person: {
      partner_center_account: { organization: 'Fabrikam', kind: 'work' },
      certification_profile: { active_certifications: 1 },
    },
  };
  const action = { type: 'link_mcid', organization: 'Fabrikam' };
  const request = { today: '2021-05-20', action, actor: { relation: 'owner' }, facts };
  const throwing = {
    get today() {
      throw new TypeError('of the host');
    },
    valueOf() {
      throw new TypeError('of the host');
    },
  };
  const { table } = roster.start({ ...request, columns: { person: 0, started: 1 } });
  const { table: skills } = roster.startSkills({ today: request.today, columns: { person: 0, skill: 1 } });
  table.feed(new TextEncoder().encode('MCID,Started\n1,2021-05-01\n'));

  for (const bytes of [undefined, null, 'text', [1, 2], new ArrayBuffer(2), throwing]) {
    assert.throws(() => table.feed(bytes), TypeError);
    assert.throws(() => roster.sniff(bytes), TypeError);
    assert.throws(() => roster.startSniffing().sniffing.feed(bytes), TypeError);
  }
  const detached = new Uint8Array(8);
  structuredClone(detached, { transfer: [detached.buffer] });
  assert.throws(() => table.feed(detached), TypeError);
  for (const each of [table, skills]) {
    assert.throws(() => each.rows(throwing, 1), /of the host/);
    assert.throws(() => each.rows(0, throwing), /of the host/);
  }
  assert.throws(() => roster.decideColumns(request, new Int32Array(7), 2), RangeError);
  assert.throws(() => roster.decideColumns(request, new Int32Array(2), throwing), /of the host/);
  for (const starts of [[1, 2], new Float64Array(2), new BigInt64Array(2), undefined]) {
    assert.throws(() => roster.decideColumns(request, starts, 1), TypeError);
  }
  for (const wrong of [throwing, { today: 1n }, Object.create(Object.assign(Object.create(null), { toJSON() {} }))]) {
    for (const answer of [
      table.view(wrong),
      table.compare(wrong),
      skills.view(wrong),
      skills.forecast(wrong),
      roster.loadRuleset(wrong),
    ]) {
      assert.equal(answer.errors[0].code, 'request.not_json');
    }
    assert.equal(roster.decideColumns(wrong, new Int32Array(2), 1).errors[0].code, 'request.not_json');
  }

  assert.equal(table.progress.people, 1);
  assert.deepEqual(table.finish().totals.days, { '2021-05-31': 1 });
});

test('a text for which there is no memory fails, and the next question is answered', async () => {
  const rules = await load();
  assert.equal(rules.check(`"${'微'.repeat(90_000_000)}"`).errors[0].code, 'engine.out_of_memory');
  while (rules.check({ today: '2021-05-20', action: { type: 'submit_business_plan' } }).type === 'failure') {
    await turn();
  }
  assert.equal(
    rules.check({ today: '2021-05-20', action: { type: 'submit_business_plan' } }).decision.status,
    'allowed',
  );
});

// The functions of every instance, such as its malloc and those that Embind knows, trap from `broken` on; what is made
// later does not even start, or cannot be made.
const breakable = `
  const { instantiate } = WebAssembly;
  let broken;
  const breaking = (each) => typeof each !== 'function' ? each : (...args) => {
    if (broken) {
      throw new WebAssembly.RuntimeError('unreachable');
    }
    return each(...args);
  };
  WebAssembly.instantiate = async (module, imports) => {
    if (broken === 'rejects') {
      throw new RangeError('no memory');
    }
    const instance = await instantiate(module, imports);
    const exports = Object.fromEntries(Object.entries(instance.exports).map(([name, each]) => [
      name,
      each instanceof WebAssembly.Table ? { get: (index) => breaking(each.get(index)) } : breaking(each),
    ]));
    return { exports };
  };
  const turn = () => new Promise((done) => setTimeout(done, 20));`;
const request = JSON.stringify({ today: '2021-05-20', action: { type: 'submit_business_plan' } });

for (const broken of ['rejects', 'traps']) {
  for (const [name, program] of [
    [
      'rules',
      `const { load } = await import('partnercheck'); const core = await load(); const ask = () => core.check(${request});`,
    ],
    [
      'roster',
      `const { loadRoster } = await import('partnercheck/roster'); const core = await loadRoster(); const ask = () => core.sniff(new Uint8Array(3));`,
    ],
  ]) {
    test(`a process goes on after the ${name} trapped and a new core ${broken}, and ends as if nothing had been`, () => {
      const script = `${breakable}
        ${program}
        const said = [ask().type];
        await turn();
        broken = '${broken}';
        for (let call = 0; call < 3; ++call) {
          said.push(ask().errors?.[0].code);
          await turn();
        }
        broken = undefined;
        said.push(ask().errors?.[0].code);
        await turn();
        said.push(ask().type);
        console.log(said.join());`;
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        cwd: new URL('../../', import.meta.url),
        encoding: 'utf8',
      });
      const failed = 'engine.failed';
      assert.equal(stdout, `${['success', failed, failed, failed, failed, 'success'].join()}\n`, stderr);
      assert.equal(stderr, '');
      assert.equal(status, 0);
    });
  }
}
