// The same with the cores inside the JavaScript.
import { load } from 'partnercheck/inline';
import { loadRoster } from 'partnercheck/roster/inline';
import { loadWords } from 'partnercheck/text';
import { question } from './question.mjs';
import { decideRoster } from './roster.mjs';

export async function decide() {
  const { decision } = (await load()).check(question);
  const words = await loadWords('nl-NL');
  const { totals } = decideRoster(await loadRoster());
  return { verdict: words.verdict(decision, question.today), statuses: totals.statuses };
}
