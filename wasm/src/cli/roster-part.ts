// A part of a table, in a thread of its own: reads it, decides its people, and writes their rows when they are wanted.
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { loadRoster, loadRosterWords, type RosterColumns, type Totals } from '../roster/index.js';
import type { Fault } from '../contract.js';
import type { Locale } from '../text.js';
import { Failed, type Values } from './command.js';
import { successOf } from './faults.js';
import { piecesIn } from './input.js';
import { askLinks } from './roster-links.js';
import type { Piece, RowFormat } from './roster-rows.js';
import type { Form } from './roster-table.js';

export interface PartTask {
  file: string;
  /** Bytes of the file, the end not among them; each `range` begins and ends where a row does. */
  head: Range;
  range: Range;
  name: string;
  values: Values;
  form: Form;
  columns: RosterColumns;
  rulesets: readonly string[];
  locale: Locale;
  /** What its rows are wanted as, if they are. */
  format: RowFormat | undefined;
}
export type Range = readonly [from: number, to: number];

export interface PartFound {
  /** One for each ruleset. */
  totals: readonly [Totals, ...Totals[]];
  /** With their lines in the part. */
  faults: readonly Fault[];
  leftOut: readonly Fault[];
  /** See `LinksTable.marks`. */
  marks: Float64Array;
  rows: number;
  header: string | Uint8Array;
}

export type FromPart =
  | { type: 'progress'; rows: number; people: number; bytes: number }
  | { type: 'found'; found: PartFound }
  | { type: 'piece'; piece: Piece | undefined }
  | { type: 'failed'; message: string };
/** So many more pieces are wanted. */
export type ToPart = { pieces: number };

const port = parentPort as MessagePort;
const tell = (message: FromPart, moved: ArrayBuffer[] = []): void => port.postMessage(message, moved);

async function run(task: PartTask): Promise<void> {
  const { file, head, range, name, values, form, columns, rulesets, locale, format } = task;
  const [roster, words] = await Promise.all([loadRoster(), loadRosterWords(locale)]);
  const succeeded = successOf(words);
  for (const text of rulesets) {
    succeeded(roster.loadRuleset(text), name);
  }
  const { table, finish } = askLinks({ roster, words, values, succeeded, name, form }, columns)();
  let bytes = 0;
  for (const part of [head, range].filter(([from, to]) => from < to)) {
    for await (const piece of piecesIn(file, part)) {
      succeeded(table.feed(piece));
      bytes += piece.length;
      const { rows, people } = table.progress;
      tell({ type: 'progress', rows, people, bytes });
    }
  }
  const { totals, faults, leftOut, sheets } = finish();
  const { rows, header, pieces } = format === undefined ? { rows: 0, header: '', pieces: [] } : sheets(format);
  const coming = (pieces as Iterable<Piece>)[Symbol.iterator]();
  port.on('message', ({ pieces: wanted }: ToPart) =>
    orTold(() => {
      for (let i = 0; i < wanted; ++i) {
        const { value, done } = coming.next();
        const piece = done === true ? undefined : value;
        tell(
          { type: 'piece', piece },
          piece !== undefined && typeof piece.text !== 'string' ? [piece.text.buffer as ArrayBuffer] : [],
        );
      }
    }),
  );
  const marks = table.marks();
  tell({ type: 'found', found: { totals: totals as PartFound['totals'], faults, leftOut, marks, rows, header } }, [
    marks.buffer as ArrayBuffer,
  ]);
}

/** What somebody can do something about is said there; everything else ends the thread with what it is. */
async function orTold(work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Failed)) {
      throw error;
    }
    tell({ type: 'failed', message: error.message });
  }
}

await orTold(() => run(workerData as PartTask));
