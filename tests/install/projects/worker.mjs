import wasmModule from 'partnercheck/partnercheck-core.wasm';
import { answers } from './answers.mjs';

export default {
  async fetch(request) {
    return Response.json(await answers(await request.json(), { wasmModule }));
  },
};
