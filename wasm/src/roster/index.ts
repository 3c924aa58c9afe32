// The roster's core as a file of its own, which is compiled while it arrives.
import { loadCore, type LoadOptions } from '../loader.js';
// @ts-expect-error It comes with the build and has no types of its own.
import hash from '../partnercheck-roster.hash.js';
import { start, type Roster } from './roster.js';

export * from './exports.js';

/** @throws LoadError, and nothing else, as `load` does. */
export function loadRoster(options: LoadOptions = {}): Promise<Roster> {
  const beside = (): URL => new URL('../partnercheck-roster.wasm', import.meta.url);
  return loadCore(options, { beside, hash }, start);
}
