// A table with some of its cells written anew. It is read as before, piece by piece; only the lines that are mended are
// looked into.
import { RosterError, type Mend, type Written } from '../worker-messages.js';
import type { Piece, Table } from './pieces.js';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

export function mendedTable(table: Table, mends: readonly Mend[], { encoding, delimiter }: Written): Table {
  const { file: _, ...rest } = table;
  const { cellAt } = rest;
  const ofLine = (line: number): Mend[] => mends.filter((mend) => mend.line === line);
  return {
    ...rest,
    pieces: () => mendedPieces(inUtf8(table.pieces(), encoding), ofLine, delimiter),
    // Where the cell stood before the line was mended.
    ...(cellAt === undefined
      ? {}
      : {
          cellAt: (line, column) =>
            cellAt(
              line,
              ofLine(line).reduceRight(
                (at, { column: from, before, after }) =>
                  at > from ? Math.max(from, at - lengthOf(after) + lengthOf(before)) : at,
                column,
              ),
            ),
        }),
  };
}

const lengthOf = (text: string): number => [...text].length;

async function* inUtf8(pieces: AsyncGenerator<Piece>, encoding: Written['encoding']): AsyncGenerator<Piece> {
  if (encoding === 'utf-8') {
    yield* pieces;
    return;
  }
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  const inEncoding = encoding === 'windows-1252' ? withoutControls : (bytes: Uint8Array): Uint8Array => bytes;
  for await (const { bytes, part } of pieces) {
    yield { bytes: inEncoding(encoder.encode(decoder.decode(bytes, { stream: true }))), part };
  }
}

/** The bytes that are no character of Windows-1252, and the lead of the control characters that browsers take them for. */
const nothing = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
const lead = 0xc2;

/** They stay what they are: no text, which the engine tells. */
function withoutControls(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, at) => byte !== lead || !nothing.has(bytes[at + 1] ?? 0));
}

async function* mendedPieces(
  pieces: AsyncGenerator<Piece>,
  ofLine: (line: number) => Mend[],
  delimiter: string,
): AsyncGenerator<Piece> {
  let line = 1;
  let mending = ofLine(line);
  /** Of a line that is mended, what came with pieces before. */
  let held: Uint8Array[] = [];
  let endedWithReturn = false;
  let last = 0;
  for await (const { bytes, part } of pieces) {
    last = part;
    let start = 0;
    const cut = function* (end: number): Generator<Piece> {
      const piece = bytes.subarray(start, end);
      start = end;
      if (mending.length > 0) {
        yield { bytes: mended([...held, piece], mending, delimiter), part };
        held = [];
      } else if (piece.length > 0) {
        yield { bytes: piece, part };
      }
    };
    for (let at = 0; at < bytes.length; at += 1) {
      // A line ends with LF, CR LF or CR: behind a CR one knows with the next byte.
      const endsBefore = endedWithReturn && bytes[at] !== lineFeed;
      endedWithReturn = bytes[at] === carriageReturn;
      const endsBehind = bytes[at] === lineFeed;
      if (endsBefore || endsBehind) {
        line += 1;
        const next = ofLine(line);
        if (mending.length > 0 || next.length > 0) {
          yield* cut(endsBehind ? at + 1 : at);
          mending = next;
        }
      }
    }
    if (mending.length > 0) {
      held.push(bytes.slice(start));
    } else if (start < bytes.length) {
      yield { bytes: bytes.subarray(start), part };
    }
  }
  if (mending.length > 0) {
    yield { bytes: mended(held, mending, delimiter), part: last };
  }
}

function mended(parts: readonly Uint8Array[], mends: readonly Mend[], delimiter: string): Uint8Array {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let signs = [...parts.map((part) => decoder.decode(part, { stream: true })).join(''), ...decoder.decode()];
  // The mark at the beginning of a file is no character of its first line.
  const mark = signs[0] === '\ufeff' ? 1 : 0;
  for (const mend of mends) {
    signs = withCell(signs, { ...mend, column: mend.column + mark }, delimiter);
  }
  return new TextEncoder().encode(signs.join(''));
}

/** @throws RosterError when the cell holds something else. */
function withCell(signs: readonly string[], { column, before, after }: Mend, delimiter: string): string[] {
  let start = column - 1;
  let end = start + lengthOf(before);
  if (signs.slice(start, end).join('') !== before) {
    throw new RosterError('not_mended');
  }
  const doubled = after.replaceAll('"', '""');
  if (signs[start - 1] === '"' && signs[end] === '"') {
    return [...signs.slice(0, start), ...doubled, ...signs.slice(end)];
  }
  const isBlank = (sign: string | undefined): boolean => (sign === ' ' || sign === '\t') && sign !== delimiter;
  while (isBlank(signs[start - 1])) {
    start -= 1;
  }
  while (isBlank(signs[end])) {
    end += 1;
  }
  const cell = after.includes(delimiter) || after.includes('"') ? `"${doubled}"` : after;
  return [...signs.slice(0, start), ...cell, ...signs.slice(end)];
}
