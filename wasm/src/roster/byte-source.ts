// Bytes that arrive little by little, and perhaps never.
import { orLoadError } from '../load-error.js';
import { limited } from '../loader.js';

/** A file, the body of an answer, or whatever else gives bytes. */
export type ByteSource = Blob | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** @throws LoadError when the source fails, is ended by `signal`, or gives nothing for `timeout` milliseconds. */
export async function* chunksOf(
  source: ByteSource,
  signal: AbortSignal | undefined,
  timeout: number | undefined,
): AsyncGenerator<Uint8Array> {
  const open = await orLoadError('misused', 'there is nothing to read the table from', () => opener(source));
  const chunks = await orLoadError('unreachable', 'the table could not be opened', open);
  let isDone = false;
  try {
    for (;;) {
      const { done, value } = await orLoadError('misused', 'what was passed to read it', () =>
        limited({ signal, timeout }, 'the table', () =>
          orLoadError('unreachable', 'the table could not be read to its end', () => chunks.next()),
        ),
      );
      if (done === true) {
        isDone = true;
        return;
      }
      yield value;
    }
  } finally {
    if (!isDone) {
      // Nobody waits for a source that has failed or does not answer.
      chunks.end().catch(() => {});
    }
  }
}

interface Chunks {
  next(): Promise<{ done?: boolean | undefined; value: Uint8Array }>;
  end(): Promise<unknown>;
}

/** How it is opened. @throws TypeError when it is none. */
function opener(source: ByteSource): () => Chunks {
  if ('stream' in source && typeof source.stream === 'function') {
    return () => readerOf(source.stream());
  }
  if ('getReader' in source) {
    return () => readerOf(source);
  }
  if (Symbol.asyncIterator in source) {
    return () => {
      const iterator = source[Symbol.asyncIterator]();
      return { next: () => iterator.next() as ReturnType<Chunks['next']>, end: async () => iterator.return?.() };
    };
  }
  throw new TypeError('it is no Blob, no ReadableStream and no asynchronous iterable');
}

function readerOf(stream: ReadableStream<Uint8Array>): Chunks {
  const reader = stream.getReader();
  return { next: () => reader.read() as ReturnType<Chunks['next']>, end: () => reader.cancel() };
}
