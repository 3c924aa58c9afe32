// The core inside the JavaScript, for what cannot place a file beside it.
import { compileInline } from './compile.js';
import { start, type PartnerCheck } from './partner-check.js';
// @ts-expect-error It comes with the build and has no types of its own.
import bytes from './partnercheck-core.bytes.js';

export type * from './answers.js';
export type * from './contract.js';
export type { PartnerCheck } from './partner-check.js';
export { LoadError } from './compile.js';

/** Loads the core, from no address. @throws LoadError where it may not be compiled. */
export async function load(): Promise<PartnerCheck> {
  return start(await compileInline(bytes));
}
