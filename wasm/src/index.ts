// The core as a file of its own, which is compiled while it arrives.
import { loadCore, type LoadOptions } from './loader.js';
import { start, type PartnerCheck } from './partner-check.js';
// @ts-expect-error It comes with the build and has no types of its own.
import hash from './partnercheck-core.hash.js';

export type { LoadOptions } from './loader.js';
export type * from './answers.js';
export type * from './contract.js';
export type { PartnerCheck } from './partner-check.js';
export { LoadError } from './load-error.js';

/**
 * Loads the core: from `wasmModule`, `wasmBinary` or `wasmUrl`, by default from the file beside this one. It has to be the
 * very core that belongs to this script; where there is no SubtleCrypto, damaged bytes that can be compiled are not noticed.
 * @throws LoadError, and nothing else, whatever is passed and whatever is there instead.
 */
export function load(options: LoadOptions = {}): Promise<PartnerCheck> {
  const beside = (): URL => new URL('./partnercheck-core.wasm', import.meta.url);
  return loadCore(options, { beside, hash }, start);
}
