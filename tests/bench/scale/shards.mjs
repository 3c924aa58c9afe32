// Writes one invented table as shards, each a CSV file with the names of the columns. A person stands in one shard alone.
//   node tests/bench/scale/shards.mjs ROWS SHARDS FOLDER
import { appendFileSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { sampleTable } from 'partnercheck/roster';

const [rows, shards, folder] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4]];
if (!(rows > 0 && shards > 0) || folder === undefined) {
  console.error('node tests/bench/scale/shards.mjs ROWS SHARDS FOLDER');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

/** Pieces end where the rows of a person do. */
const pieces = sampleTable({ rows, today: '2021-05-20' });
const linesOf = (text) => text.split('\n').length - 1;
let piece = pieces.next().value;
const header = piece.slice(0, piece.indexOf('\n') + 1);
piece = piece.slice(header.length);
let written = 0;
for (let shard = 1; shard <= shards && piece !== undefined; ++shard) {
  const file = openSync(join(folder, `${String(shard).padStart(String(shards).length, '0')}.csv`), 'w');
  appendFileSync(file, header);
  for (; piece !== undefined && written < (rows * shard) / shards; piece = pieces.next().value) {
    appendFileSync(file, piece);
    written += linesOf(piece);
  }
  closeSync(file);
}
