// The core as a file of its own, which is compiled while it arrives.
import { loadModule, type LoadOptions } from './loader.js';
import { start, type PartnerCheck } from './partner-check.js';

export type { LoadOptions } from './loader.js';
export type * from './answers.js';
export type * from './contract.js';
export type { PartnerCheck } from './partner-check.js';
export { LoadError } from './compile.js';

/**
 * Loads the core: from `wasmModule`, `wasmBinary` or `wasmUrl`, by default from the file beside this one.
 * @throws LoadError that says which address answered what, when it is not the core.
 */
export async function load(options: LoadOptions = {}): Promise<PartnerCheck> {
  return start(await loadModule(options, () => new URL('./partnercheck-core.wasm', import.meta.url)));
}
