// Finds the bytes of a core, and says plainly when something else was answered.
import { bytesOf, compile, LoadError } from './compile.js';

export interface LoadOptions {
  /** As in `fetch`: what is relative is so to the page or worker. */
  wasmUrl?: string | URL;
  wasmBinary?: BufferSource;
  wasmModule?: WebAssembly.Module;
}

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
