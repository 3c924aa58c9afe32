// Our reader of tables against Papa Parse, on random and on hostile files.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { random } from '../oracle/random.mjs';

const reader = fileURLToPath(new URL('../../build/test/tests/read_csv', import.meta.url));

function ours(text, delimiter, chunk) {
  const { status, stdout, stderr } = spawnSync(reader, [delimiter, String(chunk)], { input: text, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

function papas(text, delimiter, newline) {
  return Papa.parse(text, { delimiter, newline, skipEmptyLines: false });
}

test('random files read the same', () => {
  const next = random(4180);
  const pick = (list) => list[Math.floor(next() * list.length)];
  for (let round = 0; round < 300; ++round) {
    const delimiter = pick([',', ';', '\t']);
    const newline = pick(['\n', '\r\n', '\r']);
    const alphabet = ['a', 'B', '0', ' ', '-', 'å', '中', '😀', "'", '=', delimiter, ',', ';', '"', newline];
    const rows = Array.from({ length: 1 + Math.floor(next() * 20) }, () =>
      Array.from({ length: 1 + Math.floor(next() * 6) }, () =>
        Array.from({ length: Math.floor(next() * pick([2, 8, 90])) }, () => pick(alphabet)).join(''),
      ),
    );
    const text = rows
      .map((row) =>
        row
          .map((cell) =>
            next() < 0.2 ||
            cell.includes('"') ||
            cell.includes(delimiter) ||
            cell.includes(newline) ||
            /[\r\n]/.test(cell)
              ? `"${cell.replaceAll('"', '""')}"`
              : cell,
          )
          .join(delimiter),
      )
      .join(newline);
    const { data, errors } = papas(text, delimiter, newline);
    assert.deepEqual(
      errors.filter(({ type }) => type === 'Quotes'),
      [],
    );
    const expected = data.filter((row) => row.length > 1 || row[0] !== '');
    const read = ours(text, delimiter, 1 + Math.floor(next() * 200));
    // A line of nothing but a quoted nothing is a row to us and none to Papa Parse's rows of one empty cell.
    assert.deepEqual(
      read.map(({ cells }) => cells).filter((cells) => cells.length > 1 || cells[0] !== ''),
      expected,
      JSON.stringify(text),
    );
    assert.ok(
      read.every(({ faulty }) => !faulty),
      JSON.stringify(text),
    );
  }
});

test('what one reader calls badly quoted the other does, and the rows before it are the same', () => {
  const next = random(13);
  const pick = (list) => list[Math.floor(next() * list.length)];
  let bad = 0;
  for (let round = 0; round < 400; ++round) {
    const text = Array.from({ length: Math.floor(next() * 60) }, () =>
      pick(['a', 'b', ',', '\n', '"', '"', 'x\n', ',"', '",']),
    ).join('');
    const { data, errors } = papas(text, ',', '\n');
    const read = ours(text, ',', 1 + Math.floor(next() * 20));
    const quotes = errors.filter(({ type }) => type === 'Quotes');
    assert.equal(
      read.some(({ faulty }) => faulty),
      quotes.length > 0,
      JSON.stringify(text),
    );
    bad += quotes.length > 0 ? 1 : 0;
    const until = quotes.length > 0 ? Math.min(...quotes.map(({ row }) => row)) : data.length;
    const before = data.slice(0, until).filter((row) => row.length > 1 || row[0] !== '');
    const readBefore = read.slice(
      0,
      read.findIndex(({ faulty }) => faulty) < 0 ? read.length : read.findIndex(({ faulty }) => faulty),
    );
    assert.deepEqual(
      readBefore.map(({ cells }) => cells).filter((cells) => cells.length > 1 || cells[0] !== ''),
      before,
      JSON.stringify(text),
    );
  }
  assert.ok(bad > 50, String(bad));
});
