// A table as bytes, wherever it comes from. It can be read as often as wanted.
import { sampleSkills, sampleTable } from 'partnercheck/roster';
import { Trouble, type Reading, type Source } from '../messages.js';

export interface Piece {
  bytes: Uint8Array;
  /** How much of the table is read with this piece, from 0 to 1. */
  part: number;
}

export interface Table {
  pieces(): AsyncGenerator<Piece>;
  sheets: string[];
  /** The cell of a workbook that stands in this line, at this character; undefined where there are only lines. */
  cellAt?(line: number, column: number): string;
}

/** @throws Trouble */
export async function openTable(source: Source, { encoding, sheet }: Reading): Promise<Table> {
  if (source.kind === 'sample') {
    return { pieces: () => sample(source.rows, source.today), sheets: [] };
  }
  if (source.kind === 'skills_sample') {
    const file = new Blob([sampleSkills(source.today)]);
    return { pieces: () => piecesOf(file), sheets: [] };
  }
  const { file } = source;
  const first = new Uint8Array(await read(() => file.slice(0, 4).arrayBuffer()));
  if (startsWith(first, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new Trouble('old_workbook');
  }
  if (startsWith(first, [0x50, 0x4b, 0x03, 0x04])) {
    const { workbookTable } = await import('./workbook.js');
    return workbookTable(file, sheet);
  }
  return { pieces: () => piecesOf(file, encoding), sheets: [] };
}

const startsWith = (bytes: Uint8Array, beginning: number[]): boolean =>
  beginning.every((byte, index) => bytes[index] === byte);

async function* sample(rows: number, today: string): AsyncGenerator<Piece> {
  const encoder = new TextEncoder();
  let written = 0;
  for (const text of sampleTable({ rows, today })) {
    const bytes = encoder.encode(text);
    written += bytes.length;
    // A row of the sample has some 37 bytes.
    yield { bytes, part: Math.min(1, written / (rows * 37)) };
  }
}

/** In UTF-8 when an encoding is said; else as they stand. */
export async function* piecesOf(file: Blob, encoding?: string): AsyncGenerator<Piece> {
  const decoder = encoding === undefined ? undefined : new TextDecoder(encoding, { fatal: true });
  const encoder = new TextEncoder();
  const inUtf8 = (piece?: Uint8Array): Uint8Array => {
    try {
      return encoder.encode(decoder?.decode(piece, { stream: piece !== undefined }));
    } catch (cause) {
      throw new Trouble('wrong_encoding', { cause });
    }
  };
  const reader = file.stream().getReader();
  let taken = 0;
  try {
    for (let next = await read(() => reader.read()); !next.done; next = await read(() => reader.read())) {
      taken += next.value.length;
      yield { bytes: decoder === undefined ? next.value : inUtf8(next.value), part: taken / file.size };
    }
    if (decoder !== undefined) {
      yield { bytes: inUtf8(), part: 1 };
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** A file can be gone, changed or locked since it was chosen. */
async function read<T>(how: () => Promise<T>): Promise<T> {
  try {
    return await how();
  } catch (cause) {
    throw new Trouble('unreadable', { cause });
  }
}
