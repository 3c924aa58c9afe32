// For bundlers that do not follow `new URL(…, import.meta.url)`: they give the addresses of the files.
import { load } from 'partnercheck';
import wasmUrl from 'partnercheck/partnercheck-core.wasm';
import rosterUrl from 'partnercheck/partnercheck-roster.wasm';
import { loadRoster } from 'partnercheck/roster';
import { show } from './app.mjs';
import { decideRoster } from './roster.mjs';

await show(await load({ wasmUrl }), decideRoster(await loadRoster({ wasmUrl: rosterUrl })), wasmUrl, rosterUrl);
