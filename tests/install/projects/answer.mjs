import { loadRoster } from 'partnercheck/roster';
import { answers } from './answers.mjs';
import questions from './questions.json' with { type: 'json' };
import { decideRoster } from './roster.mjs';

console.log(
  JSON.stringify({ ...(await answers(questions)), roster: decideRoster(await loadRoster({ faultTexts: false })) }),
);
