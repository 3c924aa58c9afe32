// What a host gives in place of an address, and the file beside the script where that is one of Node.js. Pages fetch neither.
import { compile } from './compile.js';
import { LoadError, orLoadError } from './load-error.js';
import { latin, otherCore, section } from './seal.js';

/** @throws LoadError when it is not the core with that hash. */
export async function moduleOf(
  module: WebAssembly.Module | undefined,
  source: BufferSource | undefined,
  hash: string,
): Promise<WebAssembly.Module> {
  if (module !== undefined) {
    return orLoadError('misused', 'wasmModule', () => checked(module, hash));
  }
  const bytes = await orLoadError('misused', 'wasmBinary', () => bytesOf(source as BufferSource));
  return compile(bytes, 'wasmBinary', hash);
}

/** @throws TypeError when it is no module. */
function checked(module: WebAssembly.Module, hash: string): WebAssembly.Module {
  const [stated = new ArrayBuffer(0)] = WebAssembly.Module.customSections(module, section);
  if (latin(new Uint8Array(stated)) !== hash) {
    throw new LoadError('other_core', `wasmModule is ${otherCore}`);
  }
  return module;
}

/** @throws TypeError when these are no bytes. */
function bytesOf(source: BufferSource): Uint8Array<ArrayBuffer> {
  if (ArrayBuffer.isView(source)) {
    return new Uint8Array(source.buffer as ArrayBuffer, source.byteOffset, source.byteLength);
  }
  // A number or a list would make an array of its own, and nothing would be said.
  if (!('byteLength' in source)) {
    throw new TypeError('these are no bytes');
  }
  return new Uint8Array(source);
}

/** @throws what the file system says. */
export async function bytesOfFile(url: URL): Promise<Uint8Array<ArrayBuffer>> {
  const { readFile } = (await import(/* @vite-ignore */ /* webpackIgnore: true */ nodeModule('fs/promises'))) as {
    readFile(url: URL): Promise<Uint8Array<ArrayBuffer>>;
  };
  return readFile(url);
}

function nodeModule(name: string): string {
  return `node:${name}`;
}
