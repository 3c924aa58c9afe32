// The answer as plain text, in the order of the page.
import type { Catalogue, Finding } from 'partnercheck';
import type { PageKey, Messages } from '../library/messages.js';
import type { Asked } from './bar.js';
import type { ShareTranslate } from './texts.js';

export function asText(
  { request, preview: { decision } }: Asked,
  catalogue: Catalogue,
  messages: Messages,
  t: ShareTranslate,
): string {
  const { words } = messages;
  const { today } = request;
  const action = catalogue.actions.find(({ type }) => type === request.action.type);
  const ruleset = catalogue.rulesets.find(({ id }) => id === decision.ruleset);
  const part = (heading: PageKey, lines: string[]): string[] =>
    lines.length === 0 ? [] : ['', messages.t(heading), ...lines];
  const labelled = (label: string, value: string): string => t('line', { label, value });
  const questions = new Map(catalogue.facts.map(({ path, question }) => [path, question]));
  const dates = Object.entries(decision.dates).sort(([, one], [, other]) => one.localeCompare(other));
  return [
    action === undefined ? request.action.type : words.text(action.title),
    ...(decision.later ?? []).map((later) => words.later(later, catalogue.rulesets)),
    words.verdict(decision, today, action),
    messages.sentences([
      messages.t('answer.asked_on', { today }),
      ruleset === undefined ? decision.ruleset : messages.t('answer.ruleset', { date: ruleset.as_of }),
      ...(ruleset?.beyond === true ? [messages.t('source.beyond')] : []),
    ]),
    ...part(
      'answer.dates',
      dates.map(([name, iso]) => `- ${labelled(words.text(`date.${name}`), words.date(iso, 'weekday'))}`),
    ),
    ...part(
      'answer.missing',
      decision.missing.map((pointer) => {
        const question = questions.get(pointer.replace(/\/\d+(?=\/|$)/g, '/*'));
        return `- ${question === undefined ? pointer : words.text(question)}`;
      }),
    ),
    ...part(
      'answer.steps',
      decision.next_steps.map((step, index) => {
        const route = catalogue.support_routes.find(({ id }) => id === step.channel);
        return `${index + 1}. ${labelled(messages.whoAndWhen(step, today), words.step(step))}${route === undefined ? '' : `\n   ${route.url}`}`;
      }),
    ),
    ...part(
      'answer.findings',
      decision.findings.map((finding) => findingText(finding, catalogue, messages, t)),
    ),
    ...part(
      'answer.assumptions',
      decision.assumptions.map((key) => `- ${words.assumption(key)}`),
    ),
    '',
    messages.t('footer.unofficial'),
    '',
  ].join('\n');
}

function findingText(finding: Finding, catalogue: Catalogue, messages: Messages, t: ShareTranslate): string {
  const { words } = messages;
  const title = t('line', {
    label: words.text(`rule.${finding.rule}`),
    value: words.text(`outcome.${finding.outcome}`),
  });
  const source = catalogue.sources.find((each) => each.id === finding.source?.split('#')[0]);
  const section = finding.source === undefined ? undefined : words.section(finding.source);
  const reference =
    source === undefined
      ? finding.source
      : [
          source.title,
          messages.edition(source),
          ...(section === undefined ? [] : [messages.t('source.section', { section })]),
          ...(source.kind === 'beyond' ? [messages.t('source.beyond')] : []),
          source.url,
        ].join(' · ');
  return [
    `- ${title}`,
    `  ${words.finding(finding)}`,
    ...(reference ? [`  ${messages.t('source.label')} ${reference}`] : []),
  ].join('\n');
}
