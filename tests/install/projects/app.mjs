// What a first app does: ask, say the answer in a language, show the checker; and the same for many people at once.
import { loadRosterWords } from 'partnercheck/roster';
import { loadWords } from 'partnercheck/text';
import { question } from './question.mjs';

export async function show(rules, { totals, faults }, wasmUrl, rosterWasmUrl) {
  const { decision } = rules.check(question);
  const words = await loadWords('nl-NL');
  const verdict = document.createElement('h1');
  verdict.textContent = words.verdict(decision, question.today);
  const counts = document.createElement('pre');
  counts.textContent = JSON.stringify(totals.statuses);
  const wrong = document.createElement('ul');
  const rosterWords = await loadRosterWords('nl-NL');
  wrong.append(
    ...faults.map((fault) =>
      Object.assign(document.createElement('li'), { textContent: rosterWords.error(fault).message }),
    ),
  );
  await import('partnercheck-element/define');
  const checker = Object.assign(document.createElement('partner-check'), { action: 'view_kpi', wasmUrl });
  await import('partnercheck-element/roster/define');
  const tables = Object.assign(document.createElement('partner-check-roster'), { wasmUrl, rosterWasmUrl });
  document.body.append(verdict, counts, wrong, checker, tables);
}
