// The formats behind "keep and share", without a browser: fragment, case, receipt, calendar file, on random cases.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import ICAL from 'ical.js';
import { load } from 'partnercheck';
import { random, randomRequest } from '../oracle/random.mjs';
import { bundled } from './bundled.mjs';

const modules = await bundled(
  ['fragment', 'canonical', 'case', 'receipt', 'calendar'].map((name) => `share/${name}`),
  { external: ['ical.js', 'partnercheck'] },
);
const core = await load();
const catalogue = core.describe();

function* randomCases(count) {
  const next = random(20210427);
  for (let made = 0; made < count; made += 1) {
    const request = { ruleset: catalogue.default_ruleset, ...randomRequest(next) };
    if (core.check(request).type === 'success') {
      yield request;
    }
  }
}
const fragmentOf = (text) => `#v1:${deflateRawSync(text).toString('base64url')}`;
const codeOf = (code) => (failure) => failure.code === code;

describe('a fragment', () => {
  test('gives back every random case', async () => {
    const { canonical, toFragment, fromFragment, readCase } = modules;
    let count = 0;
    for (const request of randomCases(400)) {
      const fragment = await toFragment(canonical(request));
      assert.match(fragment, /^v1:[\w-]+$/);
      assert.deepEqual(readCase(JSON.parse(await fromFragment(`#${fragment}`)), catalogue, core), request);
      count += 1;
    }
    assert.ok(count > 300, `${count} cases`);
  });

  test('holds 256 KB unpacked and not one byte more', async () => {
    const { fromFragment, longestText } = modules;
    assert.equal((await fromFragment(fragmentOf(' '.repeat(longestText)))).length, longestText);
    await assert.rejects(fromFragment(fragmentOf(' '.repeat(longestText + 1))), codeOf('too_long'));
    await assert.rejects(fromFragment(fragmentOf(Buffer.alloc(5_000_000))), codeOf('too_long'));
  });

  test('is 8192 characters long and not one more', async () => {
    const { fromFragment } = modules;
    await assert.rejects(fromFragment(`v1:${'A'.repeat(8189)}`), codeOf('broken'));
    await assert.rejects(fromFragment(`v1:${'A'.repeat(8190)}`), codeOf('too_long'));
  });

  // That nothing may stand behind it is for browsers to see: node is more lenient.
  test('cut off anywhere is refused', async () => {
    const { canonical, toFragment, fromFragment } = modules;
    const [request] = randomCases(5);
    const fragment = await toFragment(canonical(request));
    for (let length = 0; length < fragment.length; length += 7) {
      await assert.rejects(fromFragment(fragment.slice(0, length)), codeOf('broken'));
    }
    await assert.rejects(fromFragment(fragment.replace('v1', 'v2')), codeOf('newer'));
  });
});

test('a case is copied field by field: one wrong field anywhere, and there is none', () => {
  const { readCase } = modules;
  for (const request of randomCases(150)) {
    for (const spoil of spoilings(request)) {
      assert.throws(
        () => readCase(spoil, catalogue, core),
        (failure) => failure.name === 'CaseError',
        JSON.stringify(spoil),
      );
    }
  }
  assert.equal({}.polluted, undefined);
});

/** The request with something foreign in each of its objects. */
function* spoilings(request) {
  const text = JSON.stringify(request);
  for (const key of ['__proto__', 'constructor', 'toString', 'unknown']) {
    for (const { index } of text.matchAll(/\{(?=")/g)) {
      yield JSON.parse(`${text.slice(0, index + 1)}"${key}":{"polluted":true},${text.slice(index + 1)}`);
    }
  }
}

test('a receipt of every random case gives the same answer; an altered one names the finding', () => {
  const { receiptOf, readReceipt, compare } = modules;
  const hash = 'a'.repeat(64);
  for (const request of randomCases(200)) {
    const receipt = receiptOf(request, core, hash, '0.1.0');
    const read = readReceipt(JSON.stringify(receipt, null, 2), catalogue, core);
    assert.deepEqual(read, receipt);
    assert.deepEqual(compare(read, core).differences, []);
    const [finding] = receipt.answer.findings;
    const altered = structuredClone(receipt);
    altered.answer.findings[0].outcome = finding.outcome === 'met' ? 'not_met' : 'met';
    assert.deepEqual(compare(readReceipt(JSON.stringify(altered), catalogue, core), core).differences, [
      { part: 'finding', rule: finding.rule, before: altered.answer.findings[0].outcome, after: finding.outcome },
    ]);
    const day = '2199-12-31';
    for (const [part, value] of Object.entries({
      earliest: day,
      latest: day,
      until: day,
      later: [{ ruleset: '2023-10-23', status: 'deferred', until: day }],
    })) {
      const otherwise = { ...receipt, answer: { ...receipt.answer, [part]: value } };
      assert.deepEqual(compare(readReceipt(JSON.stringify(otherwise), catalogue, core), core).differences, [{ part }]);
    }
  }
});

test('the receipt takes nothing that is missing, extra or of another kind', () => {
  const { receiptOf, readReceipt } = modules;
  const [request] = randomCases(5);
  const receipt = receiptOf(request, core, 'a'.repeat(64), '0.1.0');
  for (const key of Object.keys(receipt)) {
    const { [key]: _, ...rest } = receipt;
    assert.throws(() => readReceipt(JSON.stringify(rest), catalogue, core), codeOf('missing_field'));
    for (const value of [null, [], {}, 7.5, true, '<img>']) {
      const words = ['wrong_value', 'newer', 'missing_field', 'unknown_ruleset', 'refused'];
      assert.throws(
        () => readReceipt(JSON.stringify({ ...receipt, [key]: value }), catalogue, core),
        (failure) => words.includes(failure.code),
      );
    }
  }
});

test('calendar lines have 75 octets at most, and hostile names come back as they were', async () => {
  const { calendarFile } = modules;
  const [request] = randomCases(5);
  for (const hostile of [
    '認證設定檔；'.repeat(40),
    'A;B,C\\n"x":y',
    'a\r\nEND:VEVENT\nATTACH:http://x.example',
    '\u0000\u001b[31m',
    '🧪'.repeat(60),
  ]) {
    const text = await calendarFile({
      request,
      hasOwnDay: false,
      locale: 'zh-TW',
      description: hostile,
      days: [{ name: 'until', on: '2020-12-31', summary: hostile }],
    });
    for (const line of text.split('\r\n')) {
      assert.ok(Buffer.byteLength(line) <= 75, line);
    }
    assert.doesNotMatch(text, /^ATTACH/m);
    const [event, ...others] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    assert.equal(others.length, 0);
    assert.equal(
      event.getFirstPropertyValue('summary'),
      hostile.replaceAll(/\r\n?/g, '\n').replaceAll(/[\u0000\u001b]/g, ' '),
    );
    assert.equal(event.getFirstPropertyValue('dtend').toString(), '2021-01-01');
  }
});
