// The package as its users load and ask it, in node.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { load, LoadError } from 'partnercheck';

const wasm = readFileSync(new URL(import.meta.resolve('partnercheck/partnercheck-core.wasm')));
const example = () => ({
  today: '2021-05-20',
  action: { type: 'link_mcid', organization: 'Fabrikam' },
  actor: { relation: 'owner', roles: [] },
  facts: {
    person: {
      partner_center_account: { organization: 'Fabrikam', kind: 'work' },
      certification_profile: { active_certifications: 1 },
      associations: [{ organization: 'Contoso', started: '2021-05-01' }],
    },
  },
});
const codes = (answer) => answer.errors.map(({ path, code }) => `${path} ${code}`);

test('the example of the contract is deferred until 31 May 2021', async () => {
  const rules = await load();
  const { decision } = rules.check(example());
  assert.equal(decision.status, 'deferred');
  assert.equal(decision.until, '2021-05-31');
});

test('bytes, a compiled module and an address load the same core', async () => {
  const answers = [];
  for (const options of [
    { wasmBinary: wasm },
    { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) },
    // Of which the file is only a part, in numbers that are no bytes.
    { wasmBinary: new DataView(wasm.buffer, wasm.byteOffset, wasm.byteLength) },
    { wasmModule: await WebAssembly.compile(wasm) },
    { wasmUrl: import.meta.resolve('partnercheck/partnercheck-core.wasm') },
  ]) {
    answers.push(JSON.stringify((await load(options)).check(example())));
  }
  assert.equal(new Set(answers).size, 1);
});

test('a text is read as it was written, and its faults carry line and column', async () => {
  const rules = await load();
  assert.equal(rules.check(JSON.stringify(example())).decision.until, '2021-05-31');
  const [error] = rules.check('{\n "today": "2021-02-30",\n "action": {"type": "view_kpi"}}').errors;
  assert.deepEqual([error.code, error.path, error.line, error.column], ['date.impossible', '/today', 2, 11]);
  const [ofObject] = rules.check({ ...example(), today: '2021-02-30' }).errors;
  assert.equal(ofObject.line, undefined);
});

test('what JSON cannot hold is refused where it stands, and nothing is thrown', async () => {
  const rules = await load();
  const cycle = example();
  cycle.facts.person.self = cycle;
  const withFact = (fact) => {
    const request = example();
    request.facts.person.next_association_date = fact;
    return request;
  };
  const path = '/facts/person/next_association_date';
  for (const [request, expected] of [
    [withFact(NaN), `${path} request.not_json`],
    [withFact(Infinity), `${path} request.not_json`],
    [withFact(10n), `${path} request.not_json`],
    [withFact(() => 1), `${path} request.not_json`],
    [withFact(Symbol('x')), `${path} request.not_json`],
    [withFact(new Date(0)), `${path} request.not_json`],
    [withFact(new Map()), `${path} request.not_json`],
    [undefined, ' request.not_json'],
    [NaN, ' request.not_json'],
    [null, ' type.wrong'],
    [7, ' type.wrong'],
    [[], ' type.wrong'],
  ]) {
    assert.deepEqual(codes(rules.check(request)), [expected]);
  }
  const found = (request) => {
    const [{ code, path: at, help, details }, ...others] = rules.check(request).errors;
    assert.deepEqual([code, help, others], ['request.not_json', 'error.request.not_json.help', []]);
    return [at, details.found];
  };
  assert.deepEqual(found(withFact(NaN)), [path, 'NaN']);
  assert.deepEqual(found(withFact(10n)), [path, 'bigint']);
  assert.deepEqual(found(withFact(new Date(0))), [path, 'Date']);
  assert.deepEqual(found(withFact(Object.create(Object.create(Object.create(null))))), [path, 'object']);
  assert.deepEqual(found({ 'a~b/c': [1, undefined] }), ['/a~0b~1c/1', 'undefined']);
  assert.equal(found(cycle)[1], 'cycle');
  const throwing = {
    get today() {
      throw new RangeError('no');
    },
  };
  assert.deepEqual(found(throwing), ['', 'RangeError']);
  const closed = new Proxy(
    {},
    {
      ownKeys() {
        throw 'no';
      },
    },
  );
  assert.deepEqual(found(closed), ['', 'string']);
});

test('what is deeper than a question can be is refused by the core, and what has no end before it', async () => {
  const rules = await load();
  const nested = (levels) => (levels === 1 ? {} : { a: nested(levels - 1) });
  assert.deepEqual(
    codes(rules.check(nested(65))).map((code) => code.split(' ').at(-1)),
    ['json.too_deep'],
  );
  assert.deepEqual(codes(rules.check(nested(66))), [`${'/a'.repeat(65)} request.not_json`]);
});

test('an object without a prototype is as good as any', async () => {
  const rules = await load();
  const bare = Object.assign(Object.create(null), example());
  assert.deepEqual(rules.check(bare), rules.check(example()));
  assert.equal(rules.check(bare).type, 'success');
});

test('an object is asked as its text is: yes and no, nothing, and every sign', async () => {
  const rules = await load();
  const request = example();
  request.facts.person.next_association_date = null;
  for (const [connected, name] of [
    [true, '"'],
    [false, '\n"\\'],
    [true, 'a"b'],
    [true, 'é😀'],
  ]) {
    request.facts.person.partner_university = { connected };
    request.facts.person.associations[0].organization = name;
    request.action = { type: connected ? 'remove_partner_university' : 'connect_partner_university' };
    const answer = rules.check(request);
    assert.equal(answer.type, 'success', name);
    assert.deepEqual(answer, rules.check(JSON.stringify(request)));
  }
});

test('a member that is undefined is as good as absent', async () => {
  const rules = await load();
  assert.equal(rules.check({ ...example(), ruleset: undefined }).type, 'success');
});

test('keys of the prototype are only unknown keys', async () => {
  const rules = await load();
  const request = JSON.parse(
    '{"today":"2021-05-20","action":{"type":"view_kpi"},"__proto__":{"polluted":1},"constructor":1}',
  );
  assert.deepEqual(codes(rules.check(request)).sort(), ['/__proto__ key.unknown', '/constructor key.unknown']);
  assert.equal({}.polluted, undefined);
});

test('a lone surrogate is refused, other characters come back whole', async () => {
  const rules = await load();
  const request = example();
  request.action.organization = 'Fabrikam \ud800';
  assert.deepEqual(codes(rules.check(request)), [' json.syntax']);
  assert.deepEqual(codes(rules.check(JSON.stringify(request).replace('\\ud800', '\ud800'))), [' json.syntax']);
  request.action.organization = '微軟 😀 Örn';
  const { decision } = rules.check(request);
  const { inputs } = decision.findings.find(({ rule }) => rule === 'association.account_organization');
  assert.equal(inputs.organization, '微軟 😀 Örn');
});

test('very long and very deep questions are refused', async () => {
  const rules = await load();
  assert.deepEqual(codes(rules.check(`"${'x'.repeat(300_000)}"`)), [' json.too_long']);
  assert.deepEqual(
    codes(rules.check('['.repeat(100_000))).map((code) => code.split(' ')[1]),
    ['json.too_deep'],
  );
});

test('a number may be as long as a question', async () => {
  const rules = await load();
  const text = (digits) => `{"today":"2021-05-20","action":{"type":"link_mcid"},"more":${digits}}`;
  for (const digits of [`0.${'1'.repeat(250_000)}`, '9'.repeat(300), `${'1'.repeat(200_000)}e-200000`]) {
    assert.equal(rules.check(text(digits)).errors[0].path, '/more');
  }
});

test('a host loads its own ruleset, and a bad one is refused with every fault', async () => {
  const rules = await load();
  const parameters = { 'association.cool_off_days': { value: 5, source: 'our own' } };
  assert.equal(rules.loadRuleset({ id: 'ours', parameters }).type, 'success');
  assert.equal(rules.check({ ...example(), ruleset: 'ours' }).decision.status, 'allowed');
  assert.ok(rules.describe().rulesets.some(({ id }) => id === 'ours'));
  const bad = rules.loadRuleset({ id: '2021-04-27', parameters: { moon: {} } });
  assert.deepEqual(codes(bad), ['/id ruleset.id_taken', '/parameters/moon ruleset.parameter_unknown']);
});

async function withServer(handle, use) {
  const server = createServer(handle).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  try {
    return await use(`http://127.0.0.1:${server.address().port}/core.wasm`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('the core is loaded whatever MIME type it comes with', async () => {
  for (const type of ['application/wasm', 'application/octet-stream', 'text/plain', '']) {
    await withServer(
      (_, response) => response.writeHead(200, type ? { 'content-type': type } : {}).end(wasm),
      async (wasmUrl) => assert.equal((await load({ wasmUrl })).check(example()).type, 'success'),
    );
  }
});

test('anything else in place of the core is named', async () => {
  const html = '<!doctype html><title>Home</title>';
  for (const [status, type, body, code] of [
    [200, 'text/html', html, 'not_wasm'],
    [200, 'application/wasm', html, 'not_wasm'],
    [404, 'text/html', html, 'refused'],
    [200, 'application/wasm', wasm.subarray(0, 5000), 'damaged'],
    [200, 'application/wasm', '', 'not_wasm'],
  ]) {
    await withServer(
      (_, response) => response.writeHead(status, { 'content-type': type }).end(body),
      (wasmUrl) =>
        assert.rejects(load({ wasmUrl }), (error) => {
          assert.ok(error instanceof LoadError);
          assert.equal(error.code, code);
          assert.match(error.message, /core\.wasm/);
          return true;
        }),
    );
  }
  await assert.rejects(load({ wasmUrl: 'http://127.0.0.1:1/core.wasm' }), { code: 'unreachable' });
  await assert.rejects(load({ wasmBinary: new Uint8Array([1, 2, 3, 4]) }), { code: 'not_wasm' });
});
