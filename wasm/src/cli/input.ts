// Files and standard input, in pieces.
import { addAbortSignal, type Readable } from 'node:stream';
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { Failed } from './command.js';

const pieceSize = 1 << 20;

export interface Input {
  name: string;
  /** In bytes; a pipe says none. */
  size?: number;
  pieces: AsyncIterable<Buffer>;
  /** From the beginning; a pipe cannot be read twice. */
  again?(): Promise<Input>;
}

/** `-` is standard input. @throws Failed that names the file. */
export async function openInput(name: string, interrupted: AbortSignal): Promise<Input> {
  if (name === '-') {
    if (process.stdin.isTTY) {
      process.stderr.write('partnercheck: reading what you type; Ctrl-D ends it\n');
    }
    return { name: '<stdin>', pieces: addAbortSignal(interrupted, process.stdin as Readable) as AsyncIterable<Buffer> };
  }
  try {
    const file = await open(name);
    const { size } = await file.stat();
    const pieces = named(name, file.createReadStream({ highWaterMark: pieceSize, signal: interrupted }));
    // What has no size is no file that stays.
    return size > 0 ? { name, size, pieces, again: () => openInput(name, interrupted) } : { name, pieces };
  } catch (error) {
    throw cannot('read', name, error);
  }
}

/** The bytes from the first place up to the second. */
export function piecesIn(name: string, [from, to]: readonly [number, number]): AsyncIterable<Buffer> {
  return named(name, createReadStream(name, { start: from, end: to - 1, highWaterMark: pieceSize }));
}

async function* named(name: string, pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* pieces;
  } catch (error) {
    throw (error as Error).name === 'AbortError' ? error : cannot('read', name, error);
  }
}

/** @throws Failed that names the file. */
export async function readWhole(name: string): Promise<string> {
  try {
    return await readFile(name, 'utf8');
  } catch (error) {
    throw cannot('read', name, error);
  }
}

/** `ENOENT: no such file or directory, open 'x'` says twice what is known. */
export function cannot(what: 'read' | 'write', name: string, error: unknown): Failed {
  const reason = (error as Error).message.replace(/^[A-Z]+: /, '').split(',')[0];
  return new Failed(`cannot ${what} ${name}: ${reason}`, { cause: error });
}
