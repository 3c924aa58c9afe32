// Finds the bytes of a core, says plainly when something else was answered, and makes instances of it.

export interface LoadOptions {
  /** As in `fetch`: what is relative is so to the page or worker. */
  wasmUrl?: string | URL;
  wasmBinary?: BufferSource;
  wasmModule?: WebAssembly.Module;
}

/** The core could not be loaded. The message is for developers; `code` and the rest serve a page's own words. */
export class LoadError extends Error {
  override name = 'LoadError';
  constructor(
    readonly code: 'unreachable' | 'refused' | 'not_wasm' | 'not_compiled',
    message: string,
    readonly url?: string,
    readonly status?: number,
    readonly contentType?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What Emscripten writes beside a module. */
type Glue<T> = (options: {
  instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): object;
}) => Promise<T>;

/** @throws whatever the engine or the start of the instance says, such as that there is no memory for it. */
export function instantiate<T>(glue: Glue<T>, module: WebAssembly.Module): Promise<T> {
  return new Promise((resolve, reject) => {
    glue({
      instantiateWasm(imports, done) {
        // `done` runs the instance's own start, which may fail like any other of its code.
        WebAssembly.instantiate(module, imports).then(done).catch(reject);
        return {};
      },
    }).then(resolve, reject);
  });
}

const magic = [0x00, 0x61, 0x73, 0x6d];

/** `beside`: where the module is when nothing else is said. Bundlers know the file by the caller's `new URL`. */
export async function loadModule(options: LoadOptions, beside: () => URL): Promise<WebAssembly.Module> {
  if (options.wasmModule !== undefined) {
    return options.wasmModule;
  }
  if (options.wasmBinary !== undefined) {
    return compile(bytesOf(options.wasmBinary), 'the given bytes');
  }
  const url = options.wasmUrl === undefined ? beside() : new URL(options.wasmUrl, base() ?? beside());
  if (url.protocol === 'file:' && isNode()) {
    const { readFile } = (await import(/* @vite-ignore */ /* webpackIgnore: true */ nodeModule('fs/promises'))) as {
      readFile(url: URL): Promise<Uint8Array<ArrayBuffer>>;
    };
    return compile(await readFile(url), url.href);
  }
  return fetchModule(url);
}

async function fetchModule(url: URL): Promise<WebAssembly.Module> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'same-origin' });
  } catch (cause) {
    throw new LoadError('unreachable', `${url.href} could not be reached`, url.href, undefined, undefined, { cause });
  }
  const contentType = response.headers.get('content-type') ?? '';
  if (!response.ok) {
    const text = `${url.href} answered with status ${response.status}`;
    throw new LoadError('refused', text, url.href, response.status, contentType);
  }
  if (/^application\/wasm\b/i.test(contentType)) {
    // A copy for the case that the type promises what the bytes do not hold.
    const copy = response.clone();
    try {
      return await WebAssembly.compileStreaming(response);
    } catch {
      return compile(new Uint8Array(await copy.arrayBuffer()), url.href, response.status, contentType);
    }
  }
  return compile(new Uint8Array(await response.arrayBuffer()), url.href, response.status, contentType);
}

async function compile(
  bytes: Uint8Array<ArrayBuffer>,
  from: string,
  status?: number,
  contentType?: string,
): Promise<WebAssembly.Module> {
  if (magic.some((byte, index) => bytes[index] !== byte)) {
    const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
    const what = start.startsWith('<') ? 'an HTML page' : 'something else';
    const type = contentType ? ` (${contentType})` : '';
    const text = `${from} holds ${what}${type} instead of the WebAssembly core`;
    throw new LoadError('not_wasm', text, from, status, contentType);
  }
  try {
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    const text = `${from} could not be compiled: ${String(cause)}`;
    throw new LoadError('not_compiled', text, from, status, contentType, { cause });
  }
}

function bytesOf(source: BufferSource): Uint8Array<ArrayBuffer> {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer as ArrayBuffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source as ArrayBuffer);
}

function base(): string | undefined {
  const { document, location } = globalThis as { document?: { baseURI: string }; location?: { href: string } };
  return document?.baseURI ?? location?.href;
}

function isNode(): boolean {
  const { process } = globalThis as { process?: { versions?: { node?: string } } };
  return process?.versions?.node !== undefined;
}

function nodeModule(name: string): string {
  return `node:${name}`;
}
