// The cells that are corrected in a table, without a browser: wherever its pieces end, all else stays byte for byte.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundled } from './bundled.mjs';

const { mendedTable } = await bundled(['roster/worker/mended']);
const written = { encoding: 'utf-8', delimiter: ';' };

/** In pieces of one size. */
const tableOf = (bytes, size, cellAt) => ({
  async *pieces() {
    for (let at = 0; at < bytes.length; at += size) {
      yield { bytes: bytes.subarray(at, at + size), part: Math.min(1, (at + size) / bytes.length) };
    }
  },
  sheets: [],
  ...(cellAt === undefined ? {} : { cellAt }),
});

async function read(table) {
  const parts = [];
  for await (const { bytes } of table.pieces()) {
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

const mends = [
  { line: 2, column: 3, before: 'soon', after: '2020-01-01' },
  { line: 2, column: 14, before: 'x', after: 'a;b' },
  { line: 4, column: 3, before: '𝄞å', after: 'one' },
  { line: 5, column: 1, before: 'last', after: '' },
];
const before4 = ['h;h;h', '1;soon;x', '2;"a;b"; no', '3;𝄞å;"', 'last'];
const after4 = ['h;h;h', '1;2020-01-01;"a;b"', '2;"a;b"; no', '3;one;"', ''];

for (const [name, end] of [
  ['LF', '\n'],
  ['CR LF', '\r\n'],
  ['CR', '\r'],
]) {
  test(`lines ended by ${name}, in pieces of any size`, async () => {
    const bytes = Buffer.from(before4.join(end));
    for (let size = 1; size <= bytes.length; size += 1) {
      const mended = await read(mendedTable(tableOf(bytes, size), mends, written));
      assert.equal(mended.toString(), after4.join(end), `pieces of ${size} bytes`);
    }
  });
}

test('bytes that are no text stay as they are, outside the lines that are corrected', async () => {
  const bytes = Buffer.concat([
    Buffer.from('h\n'),
    Buffer.from([0xff, 0x80, 0x0a]),
    Buffer.from('soon\n'),
    Buffer.from([0xe5]),
  ]);
  const mended = await read(
    mendedTable(tableOf(bytes, 3), [{ line: 3, column: 1, before: 'soon', after: 'x' }], written),
  );
  assert.deepEqual(
    mended,
    Buffer.concat([Buffer.from('h\n'), Buffer.from([0xff, 0x80, 0x0a]), Buffer.from('x\n'), Buffer.from([0xe5])]),
  );
});

test('UTF-16 comes out as UTF-8, and the mark of a file is no character of its first line', async () => {
  for (const [encoding, mark] of [
    ['utf-16le', '\ufeff'],
    ['utf-16le', ''],
    ['utf-8', '\ufeff'],
    ['utf-8', ''],
  ]) {
    const bytes = Buffer.from(`${mark}soon;Å\n1;2`, encoding);
    for (const size of [1, 3, 64]) {
      const mended = await read(
        mendedTable(tableOf(bytes, size), [{ line: 1, column: 1, before: 'soon', after: 'x' }], {
          encoding,
          delimiter: ';',
        }),
      );
      assert.equal(mended.toString().replace('\ufeff', ''), 'x;Å\n1;2', `${encoding}, pieces of ${size} bytes`);
    }
  }
});

test('a byte that is no character of Windows-1252 stays the one that it is, and the others come out as UTF-8', async () => {
  const bytes = Buffer.from([...Buffer.from('soon;'), 0x80, 0x94, 0xc2, 0xe5, 0x0a, 0x81, 0x8d, 0x8f, 0x90, 0x9d]);
  for (const size of [1, 3, 64]) {
    const mended = await read(
      mendedTable(tableOf(bytes, size), [{ line: 1, column: 1, before: 'soon', after: 'x' }], {
        encoding: 'windows-1252',
        delimiter: ';',
      }),
    );
    assert.deepEqual(
      mended,
      Buffer.concat([Buffer.from('x;€”Âå\n'), Buffer.from([0x81, 0x8d, 0x8f, 0x90, 0x9d])]),
      `pieces of ${size} bytes`,
    );
  }
});

test('a quoted cell stays quoted, blanks around a cell go where it has to be quoted, and nothing else is touched', async () => {
  for (const [line, mend, expected] of [
    ['1;"soon";2', { column: 4, before: 'soon', after: 'say "x"' }, '1;"say ""x""";2'],
    ['1; soon ;2', { column: 4, before: 'soon', after: 'a;b' }, '1;"a;b";2'],
    ['1;soon;2', { column: 3, before: 'soon', after: '"' }, '1;"""";2'],
  ]) {
    const mended = await read(mendedTable(tableOf(Buffer.from(line), 2), [{ line: 1, ...mend }], written));
    assert.equal(mended.toString(), expected);
  }
});

test('what stands elsewhere is refused, and a cell of a workbook keeps its name', async () => {
  const mend = { line: 1, column: 3, before: 'soon', after: '2020-01-01' };
  const refused = mendedTable(tableOf(Buffer.from('1;never;2'), 4), [mend], written);
  await assert.rejects(read(refused), { code: 'not_mended' });
  const table = mendedTable(
    tableOf(Buffer.from('1;soon;x'), 4, (line, column) => `${line}:${column}`),
    [mend],
    written,
  );
  assert.deepEqual(
    [1, 3, 7, 14, 15].map((column) => table.cellAt(1, column)),
    ['1:1', '1:3', '1:3', '1:8', '1:9'],
  );
  assert.equal(table.cellAt(2, 14), '2:14');
});
