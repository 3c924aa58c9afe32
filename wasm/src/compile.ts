// Makes a module of the bytes of a core, says plainly when they are something else, and makes instances of it.

/** The core could not be loaded. The message is for developers; `code` and the rest serve a page's own words. */
export class LoadError extends Error {
  override name = 'LoadError';
  constructor(
    readonly code: 'unreachable' | 'refused' | 'not_wasm' | 'not_allowed' | 'not_compiled',
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

/** `from`: whose bytes they are. @throws LoadError when they are not the core. */
export async function compile(
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
    if (!(await mayCompile())) {
      const text = `the content security policy of this page allows no WebAssembly: its script-src needs 'wasm-unsafe-eval'`;
      throw new LoadError('not_allowed', text, from, status, contentType, { cause });
    }
    const text = `${from} could not be compiled: ${String(cause)}`;
    throw new LoadError('not_compiled', text, from, status, contentType, { cause });
  }
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

export function bytesOf(source: BufferSource): Uint8Array<ArrayBuffer> {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer as ArrayBuffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source as ArrayBuffer);
}

/** `base64`: the bytes, as the build writes them. */
export function compileInline(base64: string): Promise<WebAssembly.Module> {
  const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
  return compile(bytes, 'the core inside the JavaScript');
}
