// For bundlers that do not follow `new URL(…, import.meta.url)`: they give the address of the file.
import { load } from 'partnercheck';
import wasmUrl from 'partnercheck/partnercheck-core.wasm';
import { show } from './app.mjs';

show(await load({ wasmUrl }), wasmUrl);
