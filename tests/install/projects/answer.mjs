import { answers } from './answers.mjs';
import questions from './questions.json' with { type: 'json' };

console.log(JSON.stringify(await answers(questions)));
