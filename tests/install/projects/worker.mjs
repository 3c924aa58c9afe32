import wasmModule from 'partnercheck/partnercheck-core.wasm';
import rosterModule from 'partnercheck/partnercheck-roster.wasm';
import { loadRoster } from 'partnercheck/roster';
import { answers } from './answers.mjs';
import { decideRoster } from './roster.mjs';

export default {
  async fetch(request) {
    const questions = await request.json();
    return Response.json({
      ...(await answers(questions, { wasmModule })),
      roster: decideRoster(await loadRoster({ wasmModule: rosterModule, faultTexts: false })),
    });
  },
};
