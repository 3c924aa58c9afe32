// The roster's core inside the JavaScript, for what cannot place a file beside it.
import { startInline } from '../compile.js';
import { inEnglish } from '../fault-text.js';
// @ts-expect-error It comes with the build and has no types of its own.
import bytes from '../partnercheck-roster.bytes.js';
import { start, type Roster } from './roster.js';

export * from './exports.js';

/** Loads the roster's core, from no address. @throws LoadError where it may not be compiled, or cannot be started. */
export function loadRoster(): Promise<Roster> {
  return startInline(bytes, (module) => start(module, inEnglish));
}
