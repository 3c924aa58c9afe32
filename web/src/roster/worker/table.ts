// A table as bytes, wherever it comes from. It can be read as often as wanted.
import { type Roster, sampleBytes, sampleSkills } from 'partnercheck/roster';
import { type Reading, type Source, RosterError } from '../worker-messages.js';
import { type Piece, piecesOf, read, type Table } from './pieces.js';

/** @throws RosterError */
export async function openTable(
  source: Source,
  { encoding, sheet }: Reading,
  loadedEngine: () => Promise<Roster>,
): Promise<Table> {
  if (source.kind === 'sample') {
    return { pieces: () => sample(source.rows, source.today), sheets: [], isSample: true };
  }
  if (source.kind === 'skills_sample') {
    const file = new Blob([sampleSkills(source.today)]);
    return { pieces: () => piecesOf(file), sheets: [] };
  }
  const { file } = source;
  const first = new Uint8Array(await read(() => file.slice(0, 4).arrayBuffer()));
  if (startsWith(first, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new RosterError('old_workbook');
  }
  if (startsWith(first, [0x50, 0x4b, 0x03, 0x04])) {
    const { workbookTable } = await import('./workbook.js');
    return workbookTable(file, sheet, await loadedEngine());
  }
  return { pieces: () => piecesOf(file, encoding), sheets: [], ...(encoding === undefined ? { file } : {}) };
}

const startsWith = (bytes: Uint8Array, beginning: number[]): boolean =>
  beginning.every((byte, index) => bytes[index] === byte);

async function* sample(rows: number, today: string): AsyncGenerator<Piece> {
  let written = 0;
  for (const bytes of sampleBytes({ rows, today })) {
    written += bytes.length;
    // A row of the sample has some 37 bytes.
    yield { bytes, part: Math.min(1, written / (rows * 37)) };
  }
}
