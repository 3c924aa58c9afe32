// The core inside the JavaScript, for what cannot place a file beside it.
import { startInline } from './compile.js';
import { inEnglish } from './fault-text.js';
import { start, type PartnerCheck } from './partner-check.js';
// @ts-expect-error It comes with the build and has no types of its own.
import bytes from './partnercheck-core.bytes.js';

export type * from './answers.js';
export type * from './contract.js';
export type { PartnerCheck } from './partner-check.js';
export { LoadError } from './load-error.js';

/** Loads the core, from no address. @throws LoadError where it may not be compiled, or cannot be started. */
export function load(): Promise<PartnerCheck> {
  return startInline(bytes, (module) => start(module, inEnglish));
}
