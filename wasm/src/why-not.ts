// Why bytes are not the core, or could not be compiled. It is fetched when that has to be said.
import { LoadError, type Origin } from './load-error.js';
import { hashOf, latin, otherCore, seal } from './seal.js';

const magic = [0x00, 0x61, 0x73, 0x6d];
const hashLength = 44;
/** Perhaps behind the mark of UTF-8. */
const page = /^(\u00ef\u00bb\u00bf)?\s*</;

/** `from`: whose bytes they are; `cause`: what the engine says of the right ones. */
export async function whyNot(
  bytes: Uint8Array<ArrayBuffer>,
  from: string,
  hash: string | undefined,
  origin: Origin & { cause?: unknown },
): Promise<LoadError> {
  if (magic.some((byte, index) => bytes[index] !== byte)) {
    const start = latin(bytes.subarray(0, 64));
    const what = bytes.length === 0 ? 'nothing' : page.test(start) ? 'an HTML page' : 'something else';
    const type = origin.contentType ? ` (${origin.contentType})` : '';
    return new LoadError('not_wasm', `${from} holds ${what}${type} instead of the WebAssembly core`, origin);
  }
  if (origin.cause === undefined) {
    return (await isWhole(bytes, hash))
      ? new LoadError('other_core', `${from} is ${otherCore}`, origin)
      : new LoadError('damaged', `${from} was damaged on its way`, origin);
  }
  if (!(await mayCompile())) {
    const text = `the content security policy of this page allows no WebAssembly: its script-src needs 'wasm-unsafe-eval'`;
    return new LoadError('not_allowed', text, origin);
  }
  return new LoadError('not_compiled', `${from} could not be compiled: ${String(origin.cause)}`, origin);
}

/** Whether it is a module as somebody made it, though not the one that is wanted. */
async function isWhole(bytes: Uint8Array<ArrayBuffer>, hash: string | undefined): Promise<boolean> {
  const sealAt = Math.max(0, bytes.length - hashLength - seal.length);
  const end = latin(bytes.subarray(sealAt));
  const actual = await hashOf(bytes.subarray(0, sealAt));
  return end.startsWith(seal)
    ? actual === undefined || actual === end.slice(seal.length)
    : // Another module altogether, unless it is only the end that is no longer right.
      actual !== hash && WebAssembly.validate(bytes);
}

/** Whether the smallest module there is can be: only a policy forbids that one. Each browser words its refusal differently. */
async function mayCompile(): Promise<boolean> {
  if (typeof WebAssembly === 'undefined') {
    return true;
  }
  try {
    await WebAssembly.compile(new Uint8Array([...magic, 1, 0, 0, 0]));
    return true;
  } catch {
    return false;
  }
}
