// A file of links in parts, each in a thread of its own (roster-part.ts). Only where the parts have nothing to do with
// each other, so that together they give what one reading gives; otherwise the file is read as one.
import { on } from 'node:events';
import { open, type FileHandle } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { Fault } from '../contract.js';
import { Failed } from './command.js';
import { cannot } from './input.js';
import type { Progress } from './progress.js';
import type { Asking, Found } from './roster-asked.js';
import { askLinks, joinLinks } from './roster-links.js';
import type { FromPart, PartFound, PartTask, Range, ToPart } from './roster-part.js';
import type { Piece, Sheet } from './roster-rows.js';

export type PartsTask = Omit<PartTask, 'head' | 'range'>;

export interface Parts {
  found: Found;
  /** Ends the threads. */
  stop(): Promise<unknown>;
}

/** Less is read sooner than a thread starts. */
const leastPart = 1 << 20;
/** So much is looked at where a part could begin. */
const windowSize = 1 << 18;
/** Pieces that a part may have written before they are wanted. */
const piecesAhead = 64;
const lf = 0x0a;
const cr = 0x0d;
const quote = 0x22;

/** Undefined when it has to be read as one; a table of links that the roster reads is stale. */
export async function readInParts(
  task: PartsTask,
  jobs: number,
  { asking, progress, interrupted }: { asking: Asking; progress: Progress; interrupted: AbortSignal },
): Promise<Parts | undefined> {
  const file = await open(task.file).catch((error: unknown) => {
    throw cannot('read', task.file, error);
  });
  const parts: Part[] = [];
  const stop = (): Promise<unknown> => Promise.all(parts.map((part) => part.stop()));
  let isOver = true;
  try {
    const split = await splitOf(file, task, jobs, asking);
    if (split === undefined) {
      return undefined;
    }
    const { head, starts, size } = split;
    starts.forEach((start, index) => {
      const range: Range = [start, starts[index + 1] ?? size];
      parts.push(new Part({ ...task, head: [0, index === 0 ? 0 : head.length], range }, interrupted));
    });
    const reading = parts.map(() => ({ rows: 0, people: 0, bytes: 0 }));
    const founds = await Promise.all(
      parts.map((part, index) =>
        part.found((now) => {
          reading[index] = now;
          const sum = (of: 'rows' | 'people' | 'bytes'): number => reading.reduce((all, one) => all + one[of], 0);
          progress.reading(sum('rows'), sum('people'), sum('bytes'));
        }),
      ),
    );
    if (!endWithRows(founds) || !areDistinct(founds.map(({ marks }) => marks))) {
      return undefined;
    }
    const says = founds.some(({ faults, leftOut }) => faults.length + leftOut.length > 0);
    const lines = says ? await linesBefore(file, starts) : starts.map(() => 0);
    const headLines = lineEnds(head);
    const moved = founds.map((found, index) => {
      const by = index === 0 ? 0 : (lines[index] as number) - headLines;
      const move = (faults: readonly Fault[]): Fault[] =>
        faults.map((fault) => ({ ...fault, ...(fault.line === undefined ? {} : { line: fault.line + by }) }));
      return { ...found, faults: move(found.faults), leftOut: move(found.leftOut) };
    });
    const sheet = (): Sheet => ({
      rows: founds.reduce((all, { rows }) => all + rows, 0),
      header: founds[0]?.header ?? '',
      pieces: piecesOf(parts),
    });
    isOver = false;
    return { found: joinLinks(moved, asking, sheet), stop };
  } finally {
    await file.close();
    if (isOver) {
      await stop();
    }
  }
}

interface Split {
  head: Buffer;
  /** Each where a row of somebody begins who has none before it, as far as can be seen there; the first is 0. */
  starts: number[];
  size: number;
}

async function splitOf(
  file: FileHandle,
  { form, columns }: PartsTask,
  jobs: number,
  asking: Asking,
): Promise<Split | undefined> {
  const { roster, succeeded } = asking;
  const { size } = await file.stat();
  const count = Math.min(jobs, Math.floor(size / leastPart));
  const windowAt = async (from: number): Promise<Buffer> => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(windowSize), 0, windowSize, from);
    return buffer.subarray(0, bytesRead);
  };
  const beginning = await windowAt(0);
  const head = headOf(beginning, (form.rows_above ?? 0) + 1);
  if (head === undefined || form.header !== true || columns.person === undefined) {
    return undefined;
  }
  const { person } = columns;
  const startIn = (window: Buffer): number | undefined => {
    let before: string | undefined;
    for (let from = window.indexOf(lf) + 1; from > 0; ) {
      // As many rows as are shown of a table.
      const lines = linesFrom(window, from, 20);
      const end = lines.pop() as number;
      if (lines.length === 0) {
        return undefined;
      }
      const { rows } = succeeded(
        roster.sniff(window.subarray(from, end), true, {
          delimiter: form.delimiter,
          ...(form.encoding === undefined ? {} : { encoding: form.encoding }),
        }),
      );
      if (rows.length !== lines.length) {
        return undefined;
      }
      for (const [index, row] of rows.entries()) {
        const name = (row[person] ?? '').trim();
        if (before !== undefined && name !== before) {
          return lines[index];
        }
        before = name;
      }
      from = end;
    }
    return undefined;
  };
  const starts = [0];
  const beginnings = [beginning.subarray(head.length)];
  for (let part = 1; part < count; ++part) {
    const at = Math.floor((size * part) / count);
    const window = await windowAt(at);
    const start = startIn(window);
    if (start !== undefined) {
      starts.push(at + start);
      beginnings.push(window.subarray(start));
    }
  }
  // Whoever stands in two of them stands in two parts: seen before all is read.
  const asked = askLinks(asking, columns);
  const marks = beginnings.map((bytes) => {
    const { table } = asked();
    succeeded(table.feed(head));
    succeeded(table.feed(bytes.subarray(0, bytes.lastIndexOf(lf) + 1)));
    succeeded(table.finish());
    return table.marks();
  });
  return starts.length > 1 && areDistinct(marks) ? { head, starts, size } : undefined;
}

/** Up to the names of the columns; undefined where lines are perhaps not rows. */
function headOf(bytes: Buffer, rows: number): Buffer | undefined {
  let end = 0;
  for (let left = rows; left > 0; ) {
    const from = end;
    end = bytes.indexOf(lf, from) + 1;
    const line = bytes.subarray(from, end - (bytes[end - 2] === cr ? 2 : 1));
    if (end === 0 || line.includes(cr) || line.filter((byte) => byte === quote).length % 2 !== 0) {
      return undefined;
    }
    left -= line.length > 0 ? 1 : 0;
  }
  return bytes.subarray(0, end);
}

/** Where lines begin, at most `most` of them, and where the last ends. */
function linesFrom(bytes: Buffer, from: number, most: number): number[] {
  const starts = [from];
  for (let end = bytes.indexOf(lf, from) + 1; end > 0 && starts.length <= most; end = bytes.indexOf(lf, end) + 1) {
    starts.push(end);
  }
  return starts;
}

/** What is read up to a place where no quote is open is rows up to there, and behind it a row begins. */
function endWithRows(founds: readonly PartFound[]): boolean {
  return founds
    .slice(0, -1)
    .every(({ totals: [totals] }) => !('row.quote_not_closed' in totals.faults) && !('row.too_long' in totals.faults));
}

function areDistinct(all: readonly Float64Array[]): boolean {
  const count = all.reduce((sum, { length }) => sum + length, 0);
  const places = 2 ** Math.ceil(Math.log2(2 * count + 1));
  // One more than each: 0 is a free place.
  const seen = new Float64Array(places);
  for (const marks of all) {
    for (const mark of marks) {
      let place = mark & (places - 1);
      for (; seen[place] !== 0; place = (place + 1) & (places - 1)) {
        if (seen[place] === mark + 1) {
          return false;
        }
      }
      seen[place] = mark + 1;
    }
  }
  return true;
}

/** In front of each place. */
async function linesBefore(file: FileHandle, places: readonly number[]): Promise<number[]> {
  const lines: number[] = [];
  let all = 0;
  let at = 0;
  let before = 0;
  const piece = Buffer.alloc(leastPart);
  for (const place of places) {
    while (at < place) {
      const { bytesRead } = await file.read(piece, 0, Math.min(piece.length, place - at), at);
      if (bytesRead === 0) {
        throw new Failed('the file became shorter while it was read');
      }
      all += lineEnds(piece.subarray(0, bytesRead), before);
      before = piece[bytesRead - 1] as number;
      at += bytesRead;
    }
    lines.push(all);
  }
  return lines;
}

/** LF, CR LF or CR; `before`: the byte in front. */
function lineEnds(bytes: Uint8Array, before = 0): number {
  let ends = 0;
  let last = before;
  for (const byte of bytes) {
    ends += Number(byte === cr || (byte === lf && last !== cr));
    last = byte;
  }
  return ends;
}

async function* piecesOf(parts: readonly Part[]): AsyncGenerator<Piece> {
  parts.forEach((part) => part.want(piecesAhead));
  for (const part of parts) {
    for (let piece = await part.piece(); piece !== undefined; piece = await part.piece()) {
      yield piece;
      part.want(1);
    }
  }
}

class Part {
  readonly #worker: Worker;
  readonly #messages: AsyncIterator<[FromPart]>;

  constructor(task: PartTask, interrupted: AbortSignal) {
    this.#worker = new Worker(new URL('./roster-part.js', import.meta.url), { workerData: task });
    // Rejects with what ends the thread, and when it is interrupted.
    this.#messages = on(this.#worker, 'message', { signal: interrupted, close: ['exit'] }) as AsyncIterator<[FromPart]>;
  }

  async found(reading: (now: { rows: number; people: number; bytes: number }) => void): Promise<PartFound> {
    for (;;) {
      const message = await this.#next();
      if (message.type === 'found') {
        return message.found;
      }
      if (message.type === 'progress') {
        reading(message);
      }
    }
  }

  want(pieces: number): void {
    this.#worker.postMessage({ pieces } satisfies ToPart);
  }

  async piece(): Promise<Piece | undefined> {
    const message = await this.#next();
    return message.type === 'piece' ? message.piece : this.piece();
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  async #next(): Promise<FromPart> {
    const { value, done } = await this.#messages.next();
    if (done === true) {
      throw new Error('a thread ended before its part was read');
    }
    const [message] = value;
    if (message.type === 'failed') {
      throw new Failed(message.message);
    }
    return message;
  }
}
