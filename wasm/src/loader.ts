// Finds the bytes of a core, and says plainly when something else was answered, or nothing.
import { compile } from './compile.js';
import type { Fault } from './contract.js';
import { LoadError, orLoadError } from './load-error.js';

export interface LoadOptions {
  /** As in `fetch`: what is relative is so to the page or worker. */
  wasmUrl?: string | URL;
  wasmBinary?: BufferSource;
  wasmModule?: WebAssembly.Module;
  /** Ends the loading. */
  signal?: AbortSignal | undefined;
  /** How long it may take, in milliseconds; by default a minute. */
  timeout?: number | undefined;
  /** Whether each fault carries its English `text`, which is the default. Who has words of its own needs no such file. */
  faultTexts?: boolean | undefined;
}

/** What the words of a fault are. */
export type FaultText = (fault: Fault) => string;

/** What the build knows of a core. */
export interface Original {
  /** Where it is when nothing else is said. Bundlers know the file by the caller's `new URL`. */
  beside(): URL;
  hash: string;
}

const minute = 60_000;
/** That a timer can wait. */
const longest = 2 ** 31 - 1;

/** What `start` makes of the module. @throws LoadError, and nothing else. */
export function loadCore<T>(
  options: LoadOptions,
  original: Original,
  start: (module: WebAssembly.Module, faultText?: FaultText) => Promise<T>,
): Promise<T> {
  return orLoadError('misused', 'what was passed to load it', () => {
    const { faultTexts = true } = options;
    const find = finder(options, original);
    return limited(options, 'the core', (ended) =>
      orLoadError('not_started', 'the core could not be started', async () => {
        const [module, faultText] = await Promise.all([
          find(ended),
          faultTexts ? orLoadError('unreachable', 'the texts of faults', () => import('./fault-text.js')) : undefined,
        ]);
        return start(module, faultText?.inEnglish);
      }),
    );
  });
}

/** Whatever is wrong with an address shows here, and is thrown. */
function finder(options: LoadOptions, { beside, hash }: Original): (ended: AbortSignal) => Promise<WebAssembly.Module> {
  const { wasmUrl, wasmBinary, wasmModule } = options;
  if (wasmModule !== undefined || wasmBinary !== undefined) {
    return async () => (await import('./given.js')).moduleOf(wasmModule, wasmBinary, hash);
  }
  const url = wasmUrl === undefined ? beside() : new URL(wasmUrl, base() ?? beside());
  return (ended) => moduleAt(url, hash, ended);
}

/** What `work` gives, if nothing ends it before. `what`: is waited for. @throws LoadError when something does, and others for limits that are none. */
export function limited<T>(
  { signal, timeout = minute }: Pick<LoadOptions, 'signal' | 'timeout'>,
  what: string,
  work: (ended: AbortSignal) => Promise<T>,
): Promise<T> {
  const ending = new AbortController();
  return new Promise((resolve, reject) => {
    if (!(timeout > 0)) {
      throw new RangeError('timeout is no time');
    }
    const end = (code: 'aborted' | 'timed_out', text: string): void => {
      leave();
      reject(new LoadError(code, text, { cause: signal?.reason }));
      ending.abort();
    };
    const abort = (): void => end('aborted', `${what} was no longer wanted`);
    signal?.addEventListener('abort', abort);
    const timer = setTimeout(
      () => end('timed_out', `${what} did not come within ${timeout} ms`),
      Math.min(timeout, longest),
    );
    const leave = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
    if (signal?.aborted) {
      abort();
    } else {
      work(ending.signal).then(resolve, reject).finally(leave);
    }
  });
}

async function moduleAt(url: URL, hash: string, ended: AbortSignal): Promise<WebAssembly.Module> {
  const { href } = url;
  const reached = <R>(what: string, work: () => Promise<R>): Promise<R> =>
    orLoadError('unreachable', `${href} ${what}`, work, { url: href });
  if (url.protocol === 'file:' && isNode()) {
    const bytes = await reached('could not be read', async () => (await import('./given.js')).bytesOfFile(url));
    return compile(bytes, href, hash, { url: href });
  }
  const response = await reached('could not be reached', () =>
    fetch(url, { credentials: 'same-origin', signal: ended }),
  );
  const { ok, status, headers } = response;
  const contentType = headers.get('content-type') ?? '';
  const origin = { url: href, status, contentType };
  if (!ok) {
    throw new LoadError('refused', `${href} answered with status ${status}`, origin);
  }
  const [bytes, compiled] = await reached('was cut off', () =>
    Promise.all([response.clone().arrayBuffer(), compiledMeanwhile(response)]),
  );
  return compile(new Uint8Array(bytes), href, hash, origin, compiled);
}

/** Undefined where it cannot be, as with another type: whether that matters shows when the bytes are looked at. */
async function compiledMeanwhile(response: Response): Promise<WebAssembly.Module | undefined> {
  try {
    return await WebAssembly.compileStreaming(response);
  } catch {
    return undefined;
  }
}

function base(): string | undefined {
  const { document, location } = globalThis as { document?: { baseURI: string }; location?: { href: string } };
  return document?.baseURI ?? location?.href;
}

function isNode(): boolean {
  const { process } = globalThis as { process?: { versions?: { node?: string } } };
  return process?.versions?.node !== undefined;
}
