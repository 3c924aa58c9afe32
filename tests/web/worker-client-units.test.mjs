// What can become of a worker, without a browser: whatever it is, every call ends, and the next one has a new worker.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { bundled } from './bundled.mjs';

const workerAddress = {
  name: 'the address of a worker',
  enforce: 'pre',
  resolveId: (source) => (source.endsWith('?worker&url') ? '\0worker' : null),
  load: (id) => (id === '\0worker' ? "export default 'worker.js'" : null),
};
const { WorkerClient, workerLine } = await bundled(['roster/worker-client', 'roster/worker-line'], {
  plugins: [workerAddress],
});
const newClient = () => new WorkerClient(workerLine, () => ({}));

/** Answers each order at once, unless a test has it fail. */
class FakeWorker extends EventTarget {
  static made = [];
  static faults = {};
  isTerminated = false;
  orders = [];

  constructor() {
    super();
    FakeWorker.faults.constructor?.();
    FakeWorker.made.push(this);
    if (!FakeWorker.faults.silent) {
      queueMicrotask(() => this.tell({ type: 'ready' }));
    }
  }

  postMessage(order) {
    FakeWorker.faults.post?.();
    this.orders.push(order);
    if (!FakeWorker.faults.silent && !FakeWorker.faults.deaf) {
      queueMicrotask(() => this.tell({ id: order.id, type: 'result', result: order.call }));
    }
  }

  tell(data) {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }

  terminate() {
    this.isTerminated = true;
  }
}
beforeEach(() => {
  globalThis.Worker = FakeWorker;
  FakeWorker.made = [];
  FakeWorker.faults = {};
});
const throwing = () => {
  throw new DOMException('refused', 'SecurityError');
};
const ended = (promise, code) => assert.rejects(promise, { name: 'RosterError', code });
const codeOf = (promise) =>
  promise.then(
    () => 'passed',
    ({ name, code }) => `${name} ${code}`,
  );

describe('a worker', () => {
  test('that cannot be made', async () => {
    const client = newClient();
    FakeWorker.faults = { constructor: throwing };
    assert.equal(await codeOf(client.ask('view', [{}])), 'RosterError not_loaded');
    assert.equal(client.isRunning, false);
    FakeWorker.faults = {};
    assert.equal(await client.ask('view', [{}]), 'view');
  });

  test('is told first from where the engine comes; one that cannot be told is ended', async () => {
    const client = new WorkerClient(workerLine, () => ({ wasmUrl: 'core.wasm' }));
    FakeWorker.faults = { post: throwing };
    const refused = await client.ask('view', [{}]).catch((error) => error);
    assert.deepEqual([refused.code, refused.cause.name], ['not_loaded', 'SecurityError']);
    assert.ok(FakeWorker.made[0].isTerminated && !client.isRunning);
    FakeWorker.faults = {};
    await client.ask('view', [{}]);
    assert.deepEqual(FakeWorker.made[1].orders, [
      { id: 0, call: 'use', args: [{ wasmUrl: 'core.wasm' }] },
      { id: 2, call: 'view', args: [{}] },
    ]);
  });

  test('says how far it is and what it cannot do; what nobody waits for any more is nothing', async () => {
    const client = newClient();
    client.cancel();
    FakeWorker.faults = { deaf: true };
    const told = [];
    const running = ended(
      client.ask('run', [{}], (progress) => told.push(progress)),
      'unreadable',
    );
    const viewing = client.ask('view', [{}]);
    const [worker] = FakeWorker.made;
    for (const id of [1, 2, 99]) {
      worker.tell({ id, type: 'progress', progress: `of ${id}` });
    }
    worker.tell({ id: 1, type: 'error', code: 'unreadable' });
    for (const report of [
      { id: 1, type: 'progress', progress: 'late' },
      { id: 1, type: 'error', code: 'failed' },
      { id: 99, type: 'result', result: 'late' },
      { id: 2, type: 'result', result: 'viewed' },
    ]) {
      worker.tell(report);
    }
    await running;
    assert.equal(await viewing, 'viewed');
    assert.deepEqual(told, ['of 1']);
  });

  test('that greets has reported nothing', async () => {
    const heard = [];
    const line = workerLine({ hear: (report) => heard.push(report), lost: assert.fail });
    line.send({ id: 7, call: 'view', args: [] });
    await new Promise((done) => setTimeout(done));
    assert.deepEqual(heard, [{ id: 7, type: 'result', result: 'view' }]);
    line.end();
  });

  test('to which something cannot be sent', async () => {
    const client = newClient();
    assert.equal(await client.ask('view', [{}]), 'view');
    FakeWorker.faults = { post: throwing };
    assert.equal(await codeOf(client.ask('view', [{}])), 'RosterError failed');
    FakeWorker.faults = {};
    assert.equal(await client.ask('rows', [0, 1]), 'rows');
    assert.equal(FakeWorker.made.length, 1);
  });

  for (const type of ['error', 'messageerror']) {
    test(`that ends with ${type}: all that wait are told, and the page`, async () => {
      const client = newClient();
      let crashes = 0;
      client.onCrash = () => ++crashes;
      FakeWorker.faults = { deaf: true };
      const waiting = [client.ask('view', [{}]), client.ask('rows', [0, 1])];
      FakeWorker.made[0].dispatchEvent(new Event(type, { cancelable: true }));
      for (const one of waiting) {
        assert.equal(await codeOf(one), 'RosterError crashed');
      }
      assert.equal(crashes, 1);
      assert.ok(FakeWorker.made[0].isTerminated);
      FakeWorker.faults = {};
      assert.equal(await client.ask('view', [{}]), 'view');
      assert.equal(FakeWorker.made.length, 2);
    });
  }

  test('whose script never comes is waited for a minute, one that is there as long as it works', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const client = newClient();
    client.onCrash = () => assert.fail('it never was there');
    FakeWorker.faults = { silent: true };
    const waiting = ended(client.ask('view', [{}]), 'not_loaded');
    t.mock.timers.tick(59_999);
    assert.ok(client.isRunning);
    t.mock.timers.tick(1);
    await waiting;
    assert.equal(client.isRunning, false);

    FakeWorker.faults = { deaf: true };
    let isOver = false;
    const working = client.ask('run', [{}]).finally(() => (isOver = true));
    await Promise.resolve();
    t.mock.timers.tick(1_000_000);
    assert.ok(client.isRunning && !isOver);
    FakeWorker.made[1].tell({ id: 2, type: 'result', result: 'late' });
    assert.equal(await working, 'late');
  });

  test('that was sent away before it was there does not take the next one along', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const client = newClient();
    FakeWorker.faults = { silent: true };
    const first = ended(client.ask('view', [{}]), 'cancelled');
    client.cancel();
    await first;
    t.mock.timers.tick(30_000);
    const second = client.ask('view', [{}]);
    t.mock.timers.tick(40_000);
    assert.ok(client.isRunning);
    FakeWorker.made[1].tell({ id: 2, type: 'result', result: 'there' });
    assert.equal(await second, 'there');
  });
});
