// The roster's core as a file of its own, which is compiled while it arrives.
import { loadModule, type LoadOptions } from '../loader.js';
import { start, type Roster } from './roster.js';

export * from './exports.js';

/** @throws LoadError as `load` does. */
export async function loadRoster(options: LoadOptions = {}): Promise<Roster> {
  return start(await loadModule(options, () => new URL('../partnercheck-roster.wasm', import.meta.url)));
}
