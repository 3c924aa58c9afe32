// The roster's core inside the JavaScript, for what cannot place a file beside it.
import { compileInline } from '../compile.js';
// @ts-expect-error It comes with the build and has no types of its own.
import bytes from '../partnercheck-roster.bytes.js';
import { start, type Roster } from './roster.js';

export * from './exports.js';

/** Loads the roster's core, from no address. @throws LoadError where it may not be compiled. */
export async function loadRoster(): Promise<Roster> {
  return start(await compileInline(bytes));
}
