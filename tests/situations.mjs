// docs/situations.md, made from the vectors: what the documents speak of, and what the program answers.
//   node tests/situations.mjs     writes it
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'partnercheck';
import { vectors } from './vectors.mjs';

export const file = new URL('../docs/situations.md', import.meta.url);

/** The text of the file as it should be. */
export async function situations() {
  const rules = await load();
  const seen = new Set();
  const rows = [];
  for (const { case: ids = '', title, call = 'check', request } of vectors) {
    const fresh = ids.split(' ').filter((id) => id && !seen.has(id));
    if (fresh.length === 0) {
      continue;
    }
    fresh.forEach((id) => seen.add(id));
    rows.push([fresh.join(', '), title, request.action?.type ?? request.goal.type, said(rules[call](request))]);
  }
  const byCase = (a, b) => a[0].localeCompare(b[0], 'en', { numeric: true });
  return [
    '# Situations',
    '',
    'What the documents speak of, and what Partner Check answers. Made by `node tests/situations.mjs` from the vectors in',
    '`tests/vectors`, which are asked of every build; a test fails when this page and they differ.',
    '',
    '| case | situation | action | answer |',
    '| --- | --- | --- | --- |',
    ...rows.sort(byCase).map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n');
}

function said(answer) {
  if (answer.type === 'failure') {
    return answer.errors.map(({ code, path }) => `${code} at \`${path}\``).join('; ');
  }
  const [decision] = answer.decisions?.slice(-1) ?? [answer.decision];
  if (decision === undefined) {
    return answer.plan.reached ? `reached on ${answer.plan.on}` : 'no plan within 24 months';
  }
  const { status, until, earliest, latest, dates, findings, next_steps: steps } = decision;
  const from = earliest === undefined || earliest === until ? '' : ` from ${earliest}`;
  const wait = `${from}${latest === undefined ? '' : ` until ${latest}`}`;
  const reasons = findings
    .filter(({ outcome }) => outcome === 'not_met' || outcome === 'unknown')
    .map(({ message }) => message);
  const days = Object.entries(dates).map(([name, day]) => `${name} ${day}`);
  const step = status === 'allowed' || steps.length === 0 ? [] : [`next: ${steps[0].step}`];
  return [`**${status}**${wait}`, ...reasons, ...days, ...step].join('; ');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(file, await situations());
}
