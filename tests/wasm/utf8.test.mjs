// UTF-8 where a host hides what every runtime has, as the jsdom of Jest does: the same texts, the same bytes, the same answers.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import * as whole from '../../wasm/dist/utf8.js';

const { TextEncoder, TextDecoder } = globalThis;
delete globalThis.TextEncoder;
delete globalThis.TextDecoder;
const bare = await import('../../wasm/dist/utf8.js?bare');
Object.assign(globalThis, { TextEncoder, TextDecoder });

const signs = [
  0, 9, 0x20, 0x25, 0x41, 0x7e, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xfeff, 0xffff, 0x1_0000, 0x10_ffff,
];
const texts = [
  '',
  'Fabrikam',
  '100 % 微軟 %41',
  '😀',
  ...signs.flatMap((sign) => [sign, [0x61, sign, sign, 0x62]]),
].map((text) => (typeof text === 'string' ? text : String.fromCodePoint(...[text].flat())));

describe('without TextEncoder and TextDecoder', () => {
  test('a text becomes the bytes that it is', () => {
    for (const text of texts) {
      const bytes = Buffer.from(text);
      for (const { encode, encodeInto } of [whole, bare]) {
        assert.deepEqual(Buffer.from(encode(text)), bytes, JSON.stringify(text));
        const room = new Uint8Array(bytes.length + 2);
        assert.equal(encodeInto(text, room), bytes.length);
        assert.deepEqual(Buffer.from(room), Buffer.concat([bytes, Buffer.alloc(2)]));
      }
    }
  });

  test('bytes become the text that they are', () => {
    // The mark of a file, which TextDecoder leaves out, is in front of no answer.
    for (const text of texts.filter((each) => !each.startsWith('\ufeff'))) {
      for (const { decode } of [whole, bare]) {
        assert.equal(decode(Buffer.from(text)), text, JSON.stringify(text));
      }
    }
  });

  test('the core is loaded and asked, and what is none is named by what it is', () => {
    const script = `
      delete globalThis.TextEncoder;
      delete globalThis.TextDecoder;
      const { load } = await import('partnercheck');
      const rules = await load();
      const { decision } = rules.check({
        today: '2021-05-20',
        action: { type: 'link_mcid', organization: '微軟 😀' },
        facts: { person: { partner_center_account: { organization: 'Örn', kind: 'work' } } },
      });
      const said = [decision.findings.find(({ rule }) => rule === 'association.account_organization').inputs];
      for (const bytes of [[0xef, 0xbb, 0xbf, 0x20, 0x3c], [0x1f, 0x8b, 0x08, 0xff]]) {
        said.push(await load({ wasmBinary: Uint8Array.from(bytes) }).catch(({ code, message }) => [code, message]));
      }
      console.log(JSON.stringify(said));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: new URL('../../', import.meta.url),
      encoding: 'utf8',
    });
    assert.equal(stderr, '');
    assert.deepEqual(JSON.parse(stdout), [
      { organization: '微軟 😀', account_organization: 'Örn' },
      ['not_wasm', 'wasmBinary holds an HTML page instead of the WebAssembly core'],
      ['not_wasm', 'wasmBinary holds something else instead of the WebAssembly core'],
    ]);
  });
});
