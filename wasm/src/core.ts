// One instance of the core, made from a compiled module. Its glue is Emscripten's; nothing else touches it.
import type { Core } from './engine.js';
// @ts-expect-error The glue comes with the build and has no types of its own.
import glue from './partnercheck-core.mjs';

type Glue = (options: {
  instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): object;
}) => Promise<Core>;

export default function createCore(module: WebAssembly.Module): Promise<Core> {
  return new Promise((resolve, reject) => {
    (glue as Glue)({
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(module, imports).then(done, reject);
        return {};
      },
    }).then(resolve, reject);
  });
}
