// The requests in a file: one, over as many lines as its writer wanted, or one on each line.
import { isUtf8 } from 'node:buffer';

export interface Line {
  text: string;
  /** From 1: where the text begins in the file. */
  number: number;
}

/** More than any request may have, so that the core says so; the rest of such a line is dropped. */
const longest = 1 << 20;
const newline = 0x0a;

/** What its first line says: a request on each line ends where the line ends. */
export async function* requestsOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let whole: Line | undefined;
  let first = true;
  for await (const line of linesOf(pieces)) {
    if (whole !== undefined) {
      if (whole.text.length <= longest) {
        whole.text += `\n${line.text}`;
      }
    } else if (line.text.trim() !== '') {
      if (first && !line.text.trimEnd().endsWith('}')) {
        whole = line;
      } else {
        yield line;
      }
      first = false;
    }
  }
  if (whole !== undefined) {
    yield whole;
  }
}

async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let kept: Buffer[] = [];
  let size = 0;
  let number = 1;
  const keep = (part: Buffer): void => {
    if (size <= longest) {
      kept.push(part);
      size += part.length;
    }
  };
  const take = (): Line => {
    const line = { text: textOf(Buffer.concat(kept)), number };
    kept = [];
    size = 0;
    number += 1;
    return line;
  };
  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf(newline); end !== -1; end = piece.indexOf(newline, from)) {
      keep(piece.subarray(from, end));
      from = end + 1;
      yield take();
    }
    keep(piece.subarray(from));
  }
  if (size > 0) {
    yield take();
  }
}

/** What is no UTF-8 becomes what no JSON may hold, so that the core refuses it where it stands. */
function textOf(bytes: Buffer): string {
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  return isUtf8(bytes) ? text : text.replaceAll('\ufffd', '\u0001');
}
