// A big table of links, read by several workers at once, each a range at a time: this one reads the first of each turn, and
// takes what the others have read of theirs, in order. So the people of one range at most are held twice.
import type { LinksTable, RosterRequest } from 'partnercheck/roster';
import type { WorkerClient } from '../worker-client.js';
import { piecesOf, read } from './pieces.js';
import { succeeded } from './succeeded.js';

/** A tenth of a second or less of work for anybody; below, starting a range and taking it over would be felt. */
const rangeSize = 8 << 20;
/** Of so much, a line is expected to end within. */
const windowSize = 64 << 10;
const lineFeed = 0x0a;

/** Whether there is so much to share that it is worth what sharing costs: a quarter more work in all. */
export const isBig = (file: Blob): boolean => file.size >= 4 * rangeSize;

/**
 * Whether all of it is read, so that `table` can be finished. If not, as where a line ends inside quotes or rows of two ranges contradict
 * each other, it has to be read by one. `onPart`: how much is read, from 0 to 1.
 */
export async function readInParts(
  table: LinksTable,
  file: Blob,
  request: RosterRequest,
  helpers: readonly WorkerClient[],
  onPart: (part: number) => Promise<void>,
): Promise<boolean> {
  const starts = await startsOf(file);
  const beginning = new Uint8Array(await read(() => file.slice(0, windowSize).arrayBuffer()));
  const rangeOf = (index: number): Blob => file.slice(starts[index], starts[index + 1] ?? file.size);
  const turn = helpers.length + 1;
  const order = async (index: number): Promise<Uint8Array | undefined> =>
    index < starts.length
      ? helpers[(index % turn) - 1]
          ?.ask('readPart', [request, beginning, rangeOf(index), index === starts.length - 1])
          .catch(() => undefined)
      : undefined;
  const coming = helpers.map((_, index) => order(index + 1));
  for (const [index, start] of starts.entries()) {
    const helper = (index % turn) - 1;
    if (helper < 0) {
      const range = rangeOf(index);
      for await (const { bytes, part } of piecesOf(range)) {
        succeeded(table.feed(bytes));
        await onPart((start + part * range.size) / file.size);
      }
    } else {
      const part = await coming[helper];
      coming[helper] = order(index + turn);
      if (part === undefined || !table.join(part)) {
        return false;
      }
      await onPart((starts[index + 1] ?? file.size) / file.size);
    }
  }
  return true;
}

/** Where the ranges begin: behind the end of a line. Whether that is the end of a row shows when the rows in front are read. */
async function startsOf(file: Blob): Promise<number[]> {
  const starts = Array.from({ length: Math.floor(file.size / rangeSize) }, async (_, index) => {
    const from = index * rangeSize;
    if (index === 0) {
      return 0;
    }
    const window = new Uint8Array(await read(() => file.slice(from, from + windowSize).arrayBuffer()));
    return from + window.indexOf(lineFeed) + 1;
  });
  return Promise.all(starts);
}
