// Whatever its host does to the package, it says so in its own words, leaves nothing behind, and works once the host does.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { load, LoadError } from 'partnercheck';
import { load as loadInline } from 'partnercheck/inline';
import { loadRoster, loadRosterWords } from 'partnercheck/roster';
import { loadRoster as loadRosterInline } from 'partnercheck/roster/inline';
import { inEnglish } from '../../wasm/dist/fault-text.js';
import { bytesOf, cores, question, table, tableQuestion, turn, wasm, withServer } from './host.mjs';

/** A LoadError of that code with words for developers. */
const refusedAs = (code, promise, what) =>
  assert.rejects(
    promise,
    (error) => {
      assert.ok(error instanceof LoadError, `${what}: ${error?.stack}`);
      assert.equal(error.code, code, `${what}: ${error.message}`);
      assert.equal(error.name, 'LoadError', what);
      assert.ok(error.message.length > 10, what);
      assert.match(error.message, code === 'other_core' ? /is another WebAssembly module/ : /./, what);
      return true;
    },
    what,
  );

describe('what comes in place of a core', () => {
  const html = '<!doctype html><title>Home</title>';
  const ok = { 'content-type': 'application/wasm' };
  const flipped = (at) => {
    const bytes = Uint8Array.from(wasm);
    bytes[at] ^= 1 << (at % 8);
    return bytes;
  };
  const served = {
    'a status': ['refused', (_, response) => response.writeHead(503).end()],
    'no answer but an end': ['unreachable', (_, response) => response.destroy()],
    'headers and an end': [
      'unreachable',
      (_, response) => {
        response.writeHead(200, { ...ok, 'content-length': wasm.length });
        response.flushHeaders();
        setTimeout(() => response.destroy(), 20);
      },
    ],
    'half of it and an end': [
      'unreachable',
      (_, response) => {
        response.writeHead(200, { ...ok, 'content-length': wasm.length });
        response.write(wasm.subarray(0, wasm.length / 2), () => setTimeout(() => response.destroy(), 20));
      },
    ],
    'half of it as if it were all': [
      'damaged',
      (_, response) => response.writeHead(200, ok).end(wasm.subarray(0, 9e4)),
    ],
    'a page that says it is a core': ['not_wasm', (_, response) => response.writeHead(200, ok).end(html)],
    'a page': ['not_wasm', (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html)],
    nothing: ['not_wasm', (_, response) => response.writeHead(200, ok).end()],
    'the other core': ['other_core', (_, response) => response.writeHead(200, ok).end(bytesOf('roster'))],
    'a circle of redirects': ['unreachable', ({ url }, response) => response.writeHead(302, { location: url }).end()],
    silence: ['timed_out', () => {}],
    'headers and silence': [
      'timed_out',
      (_, response) => {
        response.writeHead(200, ok);
        response.flushHeaders();
      },
    ],
    'half of it and silence': [
      'timed_out',
      (_, response) => response.writeHead(200, ok).write(wasm.subarray(0, wasm.length / 2)),
    ],
  };
  for (const [name, [code, handle]] of Object.entries(served)) {
    test(`${name}: ${code}`, () =>
      withServer(handle, (wasmUrl) =>
        refusedAs(code, load({ wasmUrl, ...(code === 'timed_out' ? { timeout: 300 } : {}) }), name),
      ));
  }

  test('an address that cannot be reached stands in the error, with what the host said', () =>
    assert.rejects(load({ wasmUrl: 'http://127.0.0.1:1/core.wasm' }), ({ url, cause }) => {
      assert.equal(url, 'http://127.0.0.1:1/core.wasm');
      assert.ok(cause instanceof TypeError);
      return true;
    }));

  test('a bit that flipped anywhere is damage, and no wrong file', async () => {
    for (let at = 8; at < wasm.length; at += 1 + Math.floor(wasm.length / 60)) {
      await refusedAs('damaged', load({ wasmBinary: flipped(at) }), `byte ${at}`);
    }
    for (let at = wasm.length - 59; at < wasm.length; ++at) {
      await refusedAs('damaged', load({ wasmBinary: flipped(at) }), `byte ${at}`);
    }
    await refusedAs('not_wasm', load({ wasmBinary: flipped(3) }), 'the mark of the format');
  });

  test('one of another build is another core, also where its own hash is right', async () => {
    const { default: hash } = await import('../../wasm/dist/partnercheck-core.hash.js');
    const module = Buffer.concat([wasm.subarray(0, wasm.length - 59), Buffer.from([0, 2, 1, 120])]);
    const own = Buffer.from(await crypto.subtle.digest('SHA-256', module)).toString('base64');
    assert.notEqual(own, hash);
    const content = Buffer.from(`\u000cpartnercheck${own}`);
    const bytes = Buffer.concat([module, Buffer.from([0, content.length]), content]);
    await refusedAs('other_core', load({ wasmBinary: bytes }), 'bytes');
    await refusedAs('other_core', load({ wasmModule: await WebAssembly.compile(bytes) }), 'module');
  });

  test('without SubtleCrypto the core is loaded, and one of another build is still told', async (t) => {
    const { crypto: whole } = globalThis;
    Object.defineProperty(globalThis, 'crypto', {
      configurable: true,
      value: { getRandomValues: (array) => whole.getRandomValues(array) },
    });
    t.after(() => Object.defineProperty(globalThis, 'crypto', { configurable: true, value: whole }));
    assert.equal((await load({ wasmBinary: wasm })).check(question).type, 'success');
    await refusedAs('other_core', load({ wasmBinary: bytesOf('roster') }), 'the other');
    await refusedAs('damaged', load({ wasmBinary: wasm.subarray(0, 9e4) }), 'a part');
  });
});

describe('what a LoadError says', () => {
  const encoded = (text) => new TextEncoder().encode(text);
  const failsWith = (message) => () => Promise.reject(new Error(message));
  /** The message of a LoadError. What an engine or a system says of its own stands behind the first colon and a space. */
  const said = (promise) =>
    promise.then(
      () => assert.fail('nothing was refused'),
      (error) => {
        assert.ok(error instanceof LoadError, error.stack);
        return error.message;
      },
    );

  test('names what was passed, what it holds, and what is wrong with it', async () => {
    const other = bytesOf('roster');
    for (const [message, options] of [
      ['what was passed to load it: timeout is no time', { timeout: 0 }],
      ['wasmBinary: these are no bytes', { wasmBinary: {} }],
      ['wasmBinary holds nothing instead of the WebAssembly core', { wasmBinary: new Uint8Array() }],
      ['wasmBinary holds an HTML page instead of the WebAssembly core', { wasmBinary: encoded('\n <html>') }],
      ['wasmBinary holds something else instead of the WebAssembly core', { wasmBinary: encoded('x <html>') }],
      ['wasmBinary was damaged on its way', { wasmBinary: wasm.subarray(0, 9e4) }],
      [
        'wasmBinary is another WebAssembly module than the one that belongs to this script',
        { wasmBinary: other.buffer.slice(other.byteOffset, other.byteOffset + other.length) },
      ],
      [
        'wasmModule is another WebAssembly module than the one that belongs to this script',
        { wasmModule: await WebAssembly.compile(other) },
      ],
      ['the core was no longer wanted', { signal: AbortSignal.abort() }],
    ]) {
      assert.equal(await said(load(options)), message);
    }
    assert.match(await said(load({ wasmModule: {} })), /^wasmModule: /);
    assert.match(
      await said(load({ wasmUrl: 'file:///nowhere.wasm' })),
      /^file:\/\/\/nowhere\.wasm could not be read: /,
    );
  });

  test('names the address, with what came from there', async () => {
    for (const [what, status, contentType, handle, timeout] of [
      [/ answered with status 503$/, 503, '', (response) => response.writeHead(503).end()],
      [
        / holds an HTML page \(text\/html\) instead of the WebAssembly core$/,
        200,
        'text/html',
        (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
      ],
      [/ holds something else instead of /, 200, '', (response) => response.writeHead(200).end('x')],
      [/ could not be reached: /, undefined, undefined, (response) => response.destroy()],
      [
        / was cut off: /,
        undefined,
        undefined,
        (response) => {
          response.writeHead(200, { 'content-length': 2 });
          response.write('x', () => setTimeout(() => response.destroy(), 20));
        },
      ],
    ]) {
      await withServer(
        (_, response) => handle(response),
        (wasmUrl) =>
          assert.rejects(load({ wasmUrl, timeout }), (error) => {
            assert.equal(error.message.split(' ')[0], wasmUrl);
            assert.match(error.message, what);
            assert.deepEqual([error.url, error.status, error.contentType], [wasmUrl, status, contentType]);
            return true;
          }),
      );
    }
    await withServer(
      () => {},
      async (wasmUrl) => assert.equal(await said(load({ wasmUrl, timeout: 20 })), 'the core did not come within 20 ms'),
    );
  });

  test('tells a policy that allows no WebAssembly from a core that this engine cannot compile or start', async (t) => {
    const { compile } = WebAssembly;
    const { mock } = t.mock.method(WebAssembly, 'compile', failsWith('none'));
    assert.match(await said(load({ wasmBinary: wasm })), /^the content security policy .* needs 'wasm-unsafe-eval'$/);
    await assert.rejects(load({ wasmBinary: wasm }), { code: 'not_allowed' });
    mock.mockImplementation((bytes) => (bytes.length === 8 ? compile(bytes) : failsWith('none')()));
    assert.equal(await said(load({ wasmBinary: wasm })), 'wasmBinary could not be compiled: Error: none');
    mock.restore();
    t.mock.method(WebAssembly, 'instantiate', failsWith('none'));
    await assert.rejects(load({ wasmBinary: wasm }), {
      code: 'not_started',
      message: 'the core could not be started: none',
    });
  });

  test('says where there is no WebAssembly at all, as where somebody has switched it off', async (t) => {
    const { WebAssembly: whole } = globalThis;
    delete globalThis.WebAssembly;
    t.after(() => Object.assign(globalThis, { WebAssembly: whole }));
    await assert.rejects(load({ wasmBinary: wasm }), {
      code: 'not_compiled',
      message: 'wasmBinary could not be compiled: ReferenceError: WebAssembly is not defined',
    });
  });

  test('says of a core inside the JavaScript what it says of a file', async (t) => {
    const inside = 'the core inside the JavaScript';
    assert.equal((await loadInline()).check(question).type, 'success');
    assert.equal((await loadRosterInline()).start(tableQuestion).type, 'success');
    for (const loadIt of [loadInline, loadRosterInline]) {
      const { compile } = WebAssembly;
      const compiling = t.mock.method(WebAssembly, 'compile', (bytes) =>
        bytes.length === 8 ? compile(bytes) : failsWith('none')(),
      );
      assert.equal(await said(loadIt()), `${inside} could not be compiled: Error: none`);
      compiling.mock.restore();
      const starting = t.mock.method(WebAssembly, 'instantiate', failsWith('none'));
      await assert.rejects(loadIt(), { code: 'not_started', message: 'the core could not be started: none' });
      starting.mock.restore();
    }
  });

  test('says that the texts of faults could not be fetched; who wants none needs none', () => {
    const hooks = `export const resolve = async (name, context, next) => {
      if (name.endsWith('/fault-text.js')) {
        throw new Error('gone');
      }
      return next(name, context);
    };`;
    const script = `
      const { register } = await import('node:module');
      register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hooks)}`)});
      const { load } = await import('partnercheck');
      const { code, message } = await load().catch((error) => error);
      console.log([code, message, (await load({ faultTexts: false })).describe().type].join());`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: new URL('../../', import.meta.url),
      encoding: 'utf8',
    });
    assert.equal(stdout, 'unreachable,the texts of faults: gone,success\n', stderr);
  });

  test('says of a table where it stopped', async () => {
    const { table: reading } = (await loadRoster()).start(tableQuestion);
    const nothing = 'there is nothing to read the table from: ';
    for (const [code, message, source, options] of [
      ['misused', `${nothing}it is no Blob, no ReadableStream and no asynchronous iterable`, {}],
      ['misused', `${nothing}it is no Blob, no ReadableStream and no asynchronous iterable`, () => {}],
      ['misused', 'what was passed to read it: timeout is no time', new Blob(['x']), { timeout: -1 }],
      [
        'unreachable',
        'the table could not be opened: locked',
        {
          stream() {
            throw new Error('locked');
          },
        },
      ],
      ['unreachable', 'the table could not be read to its end: gone', new ReadableStream({ pull: failsWith('gone') })],
      ['aborted', 'the table was no longer wanted', new Blob(['x']), { signal: AbortSignal.abort() }],
      ['timed_out', 'the table did not come within 20 ms', new ReadableStream(), { timeout: 20 }],
    ]) {
      await assert.rejects(reading.feedFrom(source, options), { name: 'LoadError', code, message });
    }
  });
});

describe('what a host may pass', () => {
  const empty = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  const detached = () => {
    const bytes = Uint8Array.from(wasm);
    structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
    return bytes;
  };
  const throwing = {
    get wasmUrl() {
      throw new Error('of the host');
    },
  };
  const bare = Object.create(null);
  for (const [name, loadIt] of cores) {
    const other = cores.find(([each]) => each !== name)[2];
    test(`for the ${name}: whatever it is, what comes of it is a LoadError`, async () => {
      for (const [code, options] of [
        ['misused', null],
        ['misused', { wasmModule: {} }],
        ['misused', { wasmModule: wasm }],
        ['misused', { wasmModule: null }],
        ['other_core', { wasmModule: await WebAssembly.compile(other) }],
        ['other_core', { wasmModule: await WebAssembly.compile(empty) }],
        ['other_core', { wasmBinary: empty }],
        ['other_core', { wasmBinary: other }],
        ['misused', { wasmBinary: 'AGFzbQ==' }],
        ['misused', { wasmBinary: 8 }],
        ['misused', { wasmBinary: null }],
        ['misused', { wasmBinary: [0, 97, 115, 109] }],
        ['misused', { wasmBinary: detached() }],
        ['misused', { wasmBinary: detached().buffer }],
        ['not_wasm', { wasmBinary: new Uint8Array() }],
        ['misused', { wasmUrl: 'http://' }],
        ['misused', { wasmUrl: Symbol('nowhere') }],
        ['misused', { wasmUrl: bare }],
        ['misused', throwing],
        ['unreachable', { wasmUrl: new URL('nowhere.wasm', import.meta.url) }],
        ['unreachable', { wasmUrl: new URL('.', import.meta.url) }],
        ['unreachable', { wasmUrl: 'http://127.0.0.1:1/core.wasm' }],
        ['unreachable', { wasmUrl: 'ftp://127.0.0.1/core.wasm' }],
        ['misused', { signal: 'now' }],
        ['misused', { timeout: 0 }],
        ['misused', { timeout: -1 }],
        ['misused', { timeout: Number.NaN }],
        ['misused', { timeout: 'soon' }],
        ['aborted', { signal: AbortSignal.abort() }],
      ]) {
        await refusedAs(code, loadIt(options), `${code} ${String(Object.keys(options ?? {}))}`);
      }
    });
  }

  test('a signal ends the loading, the request with it, and is then left alone', async () => {
    let hungUp;
    const left = new Promise((done) => (hungUp = done));
    await withServer(
      (request) => request.on('close', hungUp),
      async (wasmUrl) => {
        const ending = new AbortController();
        const loading = load({ wasmUrl, signal: ending.signal });
        setTimeout(() => ending.abort(new Error('another page')), 50);
        await assert.rejects(loading, (error) => error.code === 'aborted' && error.cause.message === 'another page');
        await left;
      },
    );
    const { signal } = new AbortController();
    const listening = [];
    const [add, remove] = [signal.addEventListener.bind(signal), signal.removeEventListener.bind(signal)];
    signal.addEventListener = (type, ...args) => (listening.push(type), add(type, ...args));
    signal.removeEventListener = (type, ...args) => (
      listening.splice(listening.indexOf(type) >>> 0, 1), remove(type, ...args)
    );
    assert.equal((await load({ signal, timeout: Number.POSITIVE_INFINITY })).check(question).type, 'success');
    await turn();
    assert.deepEqual(listening, []);
  });
});

describe('where a core comes from', () => {
  /** With other globals. */
  const where = async (others, use) => {
    const whole = Object.keys(others).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]);
    for (const [name, value] of Object.entries(others)) {
      Object.defineProperty(globalThis, name, { configurable: true, value });
    }
    try {
      await use();
    } finally {
      for (const [name, each] of whole) {
        each === undefined ? delete globalThis[name] : Object.defineProperty(globalThis, name, each);
      }
    }
  };
  const served = (use) => {
    const asked = [];
    return withServer(
      ({ url }, response) => {
        asked.push(url);
        response.writeHead(200, { 'content-type': 'application/wasm' }).end(wasm);
      },
      (url) => use(new URL('/', url).href, asked),
    );
  };

  test('an address is one beside the page, or else beside the worker', () =>
    served(async (origin, asked) => {
      const location = { href: `${origin}worker/worker.js` };
      const document = { baseURI: `${origin}page/index.html` };
      for (const others of [{ location }, { location, document }]) {
        await where(others, () => load({ wasmUrl: 'core.wasm' }));
      }
      assert.deepEqual(asked, ['/worker/core.wasm', '/page/core.wasm']);
    }));

  test('it is compiled while it arrives, and not once more', (t) =>
    served(async (origin) => {
      const { mock } = t.mock.method(WebAssembly, 'compile');
      assert.equal((await load({ wasmUrl: origin })).check(question).type, 'success');
      assert.equal(mock.callCount(), 0);
    }));

  test('a file that is none stands in the error; a page that was opened from a file fetches it', async () => {
    const { url } = import.meta;
    await assert.rejects(load({ wasmUrl: url }), { code: 'not_wasm', url });
    for (const process of [undefined, {}, { versions: {} }]) {
      await where({ process }, () =>
        assert.rejects(load({ wasmUrl: url }), { code: 'unreachable', url, message: /could not be reached/ }),
      );
    }
  });
});

describe('the memory of a core ends', () => {
  const noMore = (t) =>
    t.mock.method(WebAssembly.Memory.prototype, 'grow', () => {
      throw new RangeError('no memory');
    });

  test('while a table is read: the very call says it, the table is lost, and the next one is read', async (t) => {
    const roster = await loadRoster();
    const { table: lost } = roster.start(tableQuestion);
    const names = new TextEncoder().encode(
      `MCID,Started\n${Array.from({ length: 400_000 }, (_, index) => `person ${index},2021-05-01`).join('\n')}`,
    );
    const { mock } = noMore(t);
    const answer = lost.feed(names);
    assert.equal(answer.errors?.[0].code, 'engine.out_of_memory');
    assert.match(answer.errors[0].text, /memory/);
    mock.restore();
    await turn();
    assert.equal(lost.feed(table).errors?.[0].code, 'roster.out_of_order');
    const { table: next } = roster.start(tableQuestion);
    assert.equal(next.feed(table).type, 'success');
    assert.equal(next.finish().totals.people, 2);
  });

  test('while a question is asked: said, and the next one is answered', async (t) => {
    const rules = await load();
    const { mock } = noMore(t);
    const long = { ...question, action: { ...question.action, organization: 'x'.repeat(4_000_000) } };
    assert.equal(rules.check(long).errors[0].code, 'engine.out_of_memory');
    mock.restore();
    await turn();
    assert.equal(rules.check(question).type, 'success');
  });
});

describe('a roster that is shared', () => {
  const rest = new TextEncoder().encode('2,2021-05-01\n');
  const started = new TextEncoder().encode('MCID,Started\n1,2021-05-01\n');
  const assertStale = (answer) => {
    assert.equal(answer.errors?.[0].code, 'roster.stale');
    assert.match(answer.errors[0].text, /another one was started/);
  };

  test('nobody reads into the table of another: the older one is stale, and says so in every call', async () => {
    const roster = await loadRoster();
    const { table: first } = roster.start(tableQuestion);
    first.feed(started);
    const { table: second } = roster.start(tableQuestion);
    second.feed(started);
    for (const answer of [
      first.feed(rest),
      await first.feedFrom(new Blob([rest])),
      first.finish(),
      first.finishPerson(),
      first.compare({ ruleset: '2018-08-31' }),
      first.view({}),
      first.rows(0, 1),
      first.csv({ columns: ['person'] }, 0, 1),
    ]) {
      assertStale(answer);
    }
    assert.deepEqual(first.progress, { rows: 0, people: 0, faulty: 0 });
    for (const column of ['statuses', 'untils', 'earliests', 'latests', 'marks']) {
      assert.equal(first[column]().length, 0);
    }
    second.feed(rest);
    assert.equal(second.progress.people, 2);
    assert.equal(second.finish().totals.people, 2);
    assert.equal(second.statuses().length, 2);
  });

  test('each kind of table has a handle of its own', async () => {
    const roster = await loadRoster();
    const skillsQuestion = { today: tableQuestion.today, columns: { person: 0, skill: 1 } };
    const { table: older } = roster.startSkills(skillsQuestion);
    const { table: links } = roster.start(tableQuestion);
    const { sniffing: first } = roster.startSniffing();
    const { table: skills } = roster.startSkills(skillsQuestion);
    roster.sniff(started, true);
    for (const answer of [
      older.feed(rest),
      older.finish(),
      older.forecast({ skill: 'x' }),
      older.view({}),
      older.rows(0, 1),
      first.feed(rest),
      await first.feedFrom(new Blob([rest])),
      first.finish(),
    ]) {
      assertStale(answer);
    }
    assert.deepEqual(older.progress, { rows: 0, people: 0, faulty: 0 });
    links.feed(started);
    skills.feed(new TextEncoder().encode('MCID,Skill\n1,Azure\n'));
    assert.deepEqual([links.finish().totals.people, skills.finish().totals.people], [1, 1]);
  });

  test('a start that is refused makes the table before it stale all the same', async () => {
    const roster = await loadRoster();
    const { table: first } = roster.start(tableQuestion);
    assert.equal(roster.start({ today: 'never' }).type, 'failure');
    assert.equal(first.feed(started).errors?.[0].code, 'roster.stale');
  });
});

describe('a table that arrives little by little', () => {
  const parts = ['MCID,Started\n1,2021', '-05-01\n2,2021-05-01\n'].map((text) => new TextEncoder().encode(text));
  const sources = {
    'a file': () => new Blob(parts),
    'a stream': () => new Blob(parts).stream(),
    'an iterator': async function* () {
      yield* parts;
    },
  };
  const opened = async () => (await loadRoster()).start(tableQuestion).table;

  for (const [name, source] of Object.entries(sources)) {
    test(`is read from ${name}`, async () => {
      const reading = await opened();
      assert.deepEqual(await reading.feedFrom(source()), { type: 'success' });
      assert.equal(reading.finish().totals.people, 2);
    });
  }

  test('a source that is read to its end is not ended once more, one of which a piece is refused is', async () => {
    for (const [all, ends] of [
      [parts, 0],
      [['text'], 1],
    ]) {
      const pieces = [...all];
      let ended = 0;
      const iterator = {
        [Symbol.asyncIterator]: () => iterator,
        next: async () => ({ done: pieces.length === 0, value: pieces.shift() }),
        return: async () => void ++ended,
      };
      await (await opened()).feedFrom(iterator).catch((error) => assert.ok(error instanceof TypeError));
      assert.equal(ended, ends);
    }
  });

  test('a source that fails, hangs or is no longer wanted is told as such, and let go', async () => {
    const reading = await opened();
    let ends = 0;
    const source = (second) => ({
      [Symbol.asyncIterator]: () => {
        let calls = 0;
        return {
          next: () => (calls++ === 0 ? Promise.resolve({ done: false, value: parts[0] }) : second()),
          return: async () => ({ done: true, value: void ++ends }),
        };
      },
    });
    const never = () => new Promise(() => {});
    await refusedAs('unreachable', reading.feedFrom(source(() => Promise.reject(new Error('locked')))), 'rejects');
    await refusedAs(
      'unreachable',
      reading.feedFrom(
        source(() => {
          throw new Error('locked');
        }),
      ),
      'throws',
    );
    await refusedAs('timed_out', reading.feedFrom(source(never), { timeout: 50 }), 'hangs');
    const ending = new AbortController();
    setTimeout(() => ending.abort(), 30);
    await refusedAs('aborted', reading.feedFrom(source(never), { signal: ending.signal }), 'ended');
    assert.equal(ends, 4);
    let isCancelled = false;
    const stream = new ReadableStream({ cancel: () => void (isCancelled = true) });
    await refusedAs('timed_out', reading.feedFrom(stream, { timeout: 50 }), 'a stream that hangs');
    assert.ok(isCancelled);
    for (const wrong of [undefined, null, 5, {}, 'text', parts[0], { stream: 1 }]) {
      await refusedAs('misused', reading.feedFrom(wrong), String(wrong));
    }
    await refusedAs('misused', reading.feedFrom(new Blob(parts), { timeout: -1 }), 'timeout');
    await assert.rejects(
      reading.feedFrom(
        (async function* () {
          yield 'text';
        })(),
      ),
      TypeError,
    );
  });
});

describe('the English words of a fault', () => {
  test('are those of its keys, for every key, one or many', async () => {
    const words = await loadRosterWords('en-US');
    const texts = ['', 'roster/'].map((area) =>
      JSON.parse(readFileSync(new URL(import.meta.resolve(`partnercheck/locales/${area}en-US.json`)))),
    );
    const all = Object.assign({}, ...texts);
    const messages = Object.keys(all).filter((key) => key.startsWith('error.') && !key.endsWith('.help'));
    assert.ok(messages.length > 50);
    for (const message of messages) {
      const help = `${message}.help`;
      const used = [...`${all[message]} ${all[help]}`.matchAll(/\{(\w+)(?:, (\w+))?/g)];
      for (const count of [1, 2, 12_345]) {
        for (const text of ['“a” {b}', 'string', 'cycle', '']) {
          const details = Object.fromEntries(
            used.map(([, name, kind]) => [
              name,
              kind === 'plural' ? count : kind === 'date' ? '2021-05-01' : name === 'allowed' ? ['a', 'b', text] : text,
            ]),
          );
          const { message: what, help: remedy } = words.error({ message, help, details });
          assert.equal(inEnglish({ message, help, details }), `${what} ${remedy}`);
        }
      }
    }
  });

  test('of a key that has none are the key', () => {
    assert.equal(inEnglish({ message: 'error.moon', help: 'error.moon.help' }), 'error.moon error.moon.help');
  });

  test('come with every fault, of questions, rulesets and cells, and not where nobody wants them', async () => {
    const rules = await load();
    const answer = rules.check({ today: '2021-5-1', action: { type: 'moon' } });
    assert.deepEqual(
      answer.errors.map(({ text }) => text.split('. ')[0]),
      ['“2021-5-1” is not written as a date', 'There is no action “moon”'],
    );
    assert.match(rules.check({ today: Number.NaN }).errors[0].text, /^The question has to be one that can be written/);
    assert.ok(rules.loadRuleset({ id: '2021-04-27' }).errors.every(({ text }) => text.length > 20));
    const roster = await loadRoster();
    const { table: reading } = roster.start(tableQuestion);
    assert.match(reading.view({}).errors[0].text, /^There is no table to answer from/);
    reading.feed(new TextEncoder().encode('MCID,Started\n1,soon\n'));
    assert.match(reading.finish().faults[0].text, /^“soon” is not written as a date\. Write year/);
    const [silent] = (await load({ faultTexts: false })).check({}).errors;
    assert.ok(!('text' in silent) && silent.message.startsWith('error.'));
  });
});
