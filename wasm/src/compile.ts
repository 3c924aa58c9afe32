// Makes a module of the bytes of a core, says plainly when they are something else, and makes instances of it.
import { orLoadError, type Origin } from './load-error.js';
import { isCore } from './seal.js';

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
        const start = async (): Promise<void> => done(await WebAssembly.instantiate(module, imports));
        start().catch(reject);
        return {};
      },
    }).then(resolve, reject);
  });
}

/**
 * `from`: whose bytes they are; `hash`: that of the core; `compiled`: what came of them while they arrived.
 * @throws LoadError when they are not the core.
 */
export async function compile(
  bytes: Uint8Array<ArrayBuffer>,
  from: string,
  hash?: string,
  origin: Origin = {},
  compiled?: WebAssembly.Module,
): Promise<WebAssembly.Module> {
  let cause: unknown;
  if (hash === undefined || (await isCore(bytes, hash))) {
    try {
      return compiled ?? (await WebAssembly.compile(bytes));
    } catch (error) {
      cause = error;
    }
  }
  const { whyNot } = await import('./why-not.js');
  throw await whyNot(bytes, from, hash, { ...origin, cause });
}

/** `base64`: the bytes, as the build writes them. @throws LoadError */
export function startInline<T>(base64: string, start: (module: WebAssembly.Module) => Promise<T>): Promise<T> {
  return orLoadError('not_started', 'the core could not be started', async () => {
    const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
    return start(await compile(bytes, 'the core inside the JavaScript'));
  });
}
