// A question in, an answer out; at /nothing what the runtime and HTTP take alone.
import { load } from 'partnercheck';
import wasmModule from 'partnercheck/partnercheck-core.wasm';

// Outside a request the runtime allows no timer, and loading has one.
let rules;

export default {
  async fetch(request) {
    rules ??= await load({ wasmModule, faultTexts: false });
    const question = await request.text();
    const answer = request.url.endsWith('/nothing') ? { type: 'success' } : rules.check(question);
    return Response.json(answer);
  },
};
