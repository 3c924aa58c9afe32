// A table as bytes, piece by piece.
import { RosterError, type Hidden } from '../worker-messages.js';

export interface Piece {
  bytes: Uint8Array;
  /** How much of the table is read with this piece, from 0 to 1. */
  part: number;
}

export interface Table {
  pieces(): AsyncGenerator<Piece>;
  sheets: string[];
  /** Which of them it is. */
  sheet?: string;
  /** Of a workbook: what its makers hid, which is read all the same; of rows and columns those that hold something. */
  hidden?: Hidden;
  /** Its bytes, where they are read as they stand. */
  file?: Blob;
  /** Invented here: its form is known without looking at all of it. */
  isSample?: boolean;
  /** The cell of a workbook that stands in this line, at this character; undefined where there are only lines. */
  cellAt?(line: number, column: number): string;
}

/** In UTF-8 when an encoding is said; else as they stand. */
export async function* piecesOf(file: Blob, encoding?: string): AsyncGenerator<Piece> {
  const decoder = encoding === undefined ? undefined : new TextDecoder(encoding, { fatal: true });
  const encoder = new TextEncoder();
  const inUtf8 = (piece?: Uint8Array): Uint8Array => {
    try {
      return encoder.encode(decoder?.decode(piece, { stream: piece !== undefined }));
    } catch (cause) {
      throw new RosterError('wrong_encoding', { cause });
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
export async function read<T>(how: () => Promise<T>): Promise<T> {
  try {
    return await how();
  } catch (cause) {
    throw new RosterError('unreadable', { cause });
  }
}
