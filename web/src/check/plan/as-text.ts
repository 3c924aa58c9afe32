import type { Plan, PlanRow } from 'partnercheck';
import type { Messages } from '../../library/messages.js';
import { dayGroups } from './day-groups.js';
import type { PlanTexts } from './texts.js';

export interface PlanInWords {
  plan: Plan;
  row: PlanRow;
  today: string;
  messages: Messages;
  texts: PlanTexts;
}

/** The plan as plain text, in the order of the page. */
export function planAsText({ plan, row, today, messages, texts }: PlanInWords): string {
  const { words } = messages;
  const lines = dayGroups(plan.steps).flatMap(({ on, steps }) => [
    '',
    on === undefined ? texts.t('no_day') : words.date(on, 'weekday'),
    ...steps.flatMap((step) => [
      `- ${words.planStep(step)}`,
      ...(step.because === undefined || step.status === 'allowed' ? [] : [`  ${words.finding(step.because)}`]),
      ...(step.next_steps ?? []).map(
        (each) => `  ${texts.t('who', { who: words.text(`who.${each.who}`), step: words.step(each) })}`,
      ),
    ]),
  ]);
  const assumptions = plan.assumptions.map((key) => `- ${words.assumption(key)}`);
  return [
    words.text(row.title),
    words.plan(plan, row.goal),
    messages.t('answer.asked_on', { today }),
    ...lines,
    ...(plan.fallback === undefined ? [] : ['', words.fallback(plan.fallback)]),
    ...(assumptions.length === 0 ? [] : ['', messages.t('answer.assumptions'), ...assumptions]),
    '',
    messages.t('footer.unofficial'),
    '',
  ].join('\n');
}
