// Fragments and receipts that somebody altered, in any place and way: there is a word for each, and what is taken can be
// asked again. `FUZZ_SECONDS=3600 node --test tests/web/altered-units.test.mjs` searches that long for each of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { load } from 'partnercheck';
import { vectors } from '../vectors.mjs';
import { bundled } from './bundled.mjs';

const {
  FragmentError,
  ReceiptError,
  canonical,
  compare,
  fromFragment,
  longestText,
  readReceipt,
  receiptOf,
  toFragment,
} = await bundled(['share/fragment', 'share/canonical', 'share/receipt'], { external: ['partnercheck'] });
const core = await load();
const catalogue = core.describe();
const seconds = Number(process.env.FUZZ_SECONDS ?? 0);
const effort =
  seconds > 0
    ? { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: seconds * 1000 }
    : { numRuns: 400, seed: 7 };

const receipts = vectors
  .map(({ request }) => ({ ruleset: catalogue.default_ruleset, ...request }))
  .filter((request) => request.action !== undefined && core.check(request).type === 'success')
  .map((request) => receiptOf(request, core, 'a'.repeat(64), '0.1.0'));

/** The pointer of everything in a value, as a list of keys. */
function* placesOf(value, at = []) {
  yield at;
  if (value !== null && typeof value === 'object') {
    for (const [key, member] of Object.entries(value)) {
      yield* placesOf(member, [...at, key]);
    }
  }
}
const at = (value, place) => place.reduce((found, key) => found[key], value);

/** A copy with one change at a place: another value, one of another place, less, more, twice. */
function altered(whole, { place, way, key, value }) {
  const places = [...placesOf(whole)].slice(1);
  const [parentPlace, last] = ((chosen) => [chosen.slice(0, -1), chosen.at(-1)])(places[place % places.length]);
  const copy = structuredClone(whole);
  const parent = at(copy, parentPlace);
  const changes = {
    replace: () => (parent[last] = value),
    take: () => (parent[last] = structuredClone(at(whole, places[(place >> 8) % places.length]))),
    remove: () => (Array.isArray(parent) ? parent.splice(Number(last), 1) : delete parent[last]),
    add: () =>
      Array.isArray(parent)
        ? parent.push(structuredClone(parent[last]))
        : Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true }),
  };
  changes[way]();
  return copy;
}

/** The order of the rules says nothing. */
const inOrder = (answer) =>
  canonical({
    ...answer,
    findings: answer.findings.toSorted((one, other) => (one.rule < other.rule ? -1 : one.rule > other.rule ? 1 : 0)),
  });

const odd = fc.oneof(
  fc.constantFrom(
    null,
    true,
    '',
    -1,
    0.5,
    1e300,
    '2021-02-29',
    '2021-05-20',
    'allowed',
    'association.cool_off',
    [],
    {},
  ),
  fc.string({ unit: 'binary' }),
  fc.jsonValue({ maxDepth: 3 }),
);
const change = fc.record({
  place: fc.nat(),
  way: fc.constantFrom('replace', 'take', 'remove', 'add'),
  key: fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toJSON', 'until', 'version', 'rule'), fc.string()),
  value: odd,
});

test('a receipt altered anywhere is taken whole and can be asked again, or a ReceiptError says why not', () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.nat(), fc.array(change, { minLength: 1, maxLength: 3 }), (number, changes) => {
      const text = JSON.stringify(changes.reduce(altered, receipts[number % receipts.length]));
      try {
        const receipt = readReceipt(text, catalogue, core);
        assert.equal(canonical(readReceipt(JSON.stringify(receipt), catalogue, core)), canonical(receipt));
        const { now, differences } = compare(receipt, core);
        assert.equal(differences.length === 0, inOrder(now) === inOrder(receipt.answer));
        taken += 1;
      } catch (failure) {
        if (!(failure instanceof ReceiptError)) {
          throw failure;
        }
      }
      assert.equal({}.polluted, undefined);
    }),
    effort,
  );
  assert.ok(taken > 20, `${taken} were taken`);
});

test('any text comes back out of its fragment, or is too long for one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 4000 }), async (text) => {
      try {
        assert.equal(await fromFragment(`#${await toFragment(text)}`), text);
      } catch (failure) {
        assert.equal(failure.code, 'too_long');
      }
    }),
    effort,
  );
});

test('a fragment altered anywhere gives a text within the limits, or a FragmentError', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 2000 }),
    fc
      .tuple(fc.nat(), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }))
      .map(([number, changes]) => {
        const packed = deflateRawSync(canonical(receipts[number % receipts.length].request));
        for (const [place, byte] of changes) {
          packed[place % packed.length] = byte;
        }
        return packed;
      }),
  );
  await fc.assert(
    fc.asyncProperty(bytes, fc.constantFrom('v1:', '#v1:', 'v2:', 'v0:', '#', ''), async (packed, before) => {
      try {
        const text = await fromFragment(`${before}${Buffer.from(packed).toString('base64url')}`);
        assert.ok(Buffer.byteLength(text) <= longestText);
      } catch (failure) {
        if (!(failure instanceof FragmentError)) {
          throw failure;
        }
      }
    }),
    effort,
  );
});
