// What the core says to the byte, which only its own files show, and what the package makes of it.
import { load } from 'partnercheck';
import createCore from './node_modules/partnercheck/dist/core.js';
import { loadCore } from './node_modules/partnercheck/dist/loader.js';
import hash from './node_modules/partnercheck/dist/partnercheck-core.hash.js';

const beside = () => new URL('./node_modules/partnercheck/dist/partnercheck-core.wasm', import.meta.url);

export async function answers(questions, options = {}) {
  const ask = (asked) => [asked.describe(), ...questions.map(([call, text]) => asked[call](text))];
  return {
    bytes: ask(await loadCore(options, { beside, hash }, createCore)),
    objects: ask(await load({ ...options, faultTexts: false })),
  };
}
