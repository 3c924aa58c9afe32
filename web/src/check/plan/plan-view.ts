// The steps of a plan: by day, with who does each, why not earlier, and what it changes.
import { html, nothing, type TemplateResult } from 'lit';
import type { Catalogue, NextStep, Plan, PlanRow, PlanStep } from 'partnercheck';
import { fieldHolding, type Field } from '../../library/catalogue/fields.js';
import { patternOf } from '../../library/pointers.js';
import type { Messages } from '../../library/messages.js';
import { statusIcons } from '../../library/view/icons.js';
import { channelLink } from '../../library/view/link.js';
import { announced } from '../view/answer.js';
import { dayGroups } from './day-groups.js';
import type { PlanTexts } from './texts.js';

export interface PlanView {
  messages: Messages;
  /** Undefined until they are fetched. */
  texts: PlanTexts | undefined;
  row: PlanRow;
  catalogue: Catalogue | undefined;
  plan: Plan | undefined;
  today: string;
  fields: readonly Field[];
  /** What was done last, in words. */
  status: string;
  copy(): void;
  saveDays(): void;
}

export function planView(view: PlanView): TemplateResult {
  const { messages, texts, plan } = view;
  return html`<section class="answer plan" part="answer" aria-label=${messages.t('answer.region')}>
    ${announced(plan === undefined ? undefined : messages.words.plan(plan, view.row.goal))}
    <div class="card">${plan === undefined || texts === undefined ? nothing : verdict(view, plan)}</div>
    ${texts === undefined ? nothing : plan === undefined ? html`<p class="hint">${texts.t('empty')}</p>` : stepsView(view, plan, texts)}
  </section>`;
}

function verdict({ messages, row, today }: PlanView, plan: Plan): TemplateResult {
  const status = plan.reached ? 'allowed' : 'needs_info';
  return html`<div class="verdict status-${status}" part="verdict">
    <p class="verdict-label">${statusIcons[status]}${messages.plan(row)}</p>
    <h2 tabindex="-1" id="verdict">${messages.words.plan(plan, row.goal)}</h2>
    <p class="asked">${messages.t('answer.asked_on', { today })}</p>
  </div>`;
}

function stepsView(view: PlanView, plan: Plan, texts: PlanTexts): TemplateResult {
  const { messages, copy, saveDays, status, row } = view;
  const { words } = messages;
  const hasDays = plan.steps.some(({ on, action }) => on !== undefined && action !== undefined);
  const people = row.parameters.includes('people');
  return html`<div class="keep" part="keep" role="group" aria-label=${messages.t('keep')}>
      <button type="button" class="quiet" id="copy-plan" @click=${copy}>${messages.t('keep.text')}</button>
      ${hasDays ? html`<button type="button" class="quiet" id="plan-days" @click=${saveDays}>${messages.t('keep.calendar')}</button>` : nothing}
      <button type="button" class="quiet" @click=${() => print()}>${messages.t('keep.print')}</button>
      <span role="status">${status}</span>
    </div>
    <div class="details" part="details">
      ${people ? html`<p class="hint">${texts.t('people_assumed')}</p>` : nothing}
      <ol class="plan-days">
        ${dayGroups(plan.steps).map(
          ({ on, steps }) => html`<li>
            <h3>${on === undefined ? texts.t('no_day') : html`<time datetime=${on}>${words.date(on, 'weekday')}</time>`}</h3>
            <ul class="plan-steps">
              ${steps.map((step) => stepView(view, step, texts))}
            </ul>
          </li>`,
        )}
      </ol>
      ${plan.fallback === undefined ? nothing : html`<p class="fallback">${words.fallback(plan.fallback)}</p>`}
      ${
        plan.assumptions.length === 0
          ? nothing
          : html`<details class="more">
            <summary>${messages.t('answer.assumptions')}</summary>
            <ul class="assumptions">
              ${plan.assumptions.map((key) => html`<li>${words.assumption(key)}</li>`)}
            </ul>
          </details>`
      }
    </div>`;
}

function stepView(view: PlanView, step: PlanStep, texts: PlanTexts): TemplateResult {
  const { messages, fields } = view;
  const { words } = messages;
  const { because, status, missing = [], next_steps: next = [], effects = [], message } = step;
  const open = [...new Set(missing.flatMap((path) => fieldAt(fields, path) ?? []))];
  // A rule that is open is named for what it asks.
  const questions = step.rule === undefined ? open.map((field) => messages.question(field)) : [];
  return html`<li class="plan-step status-${status}" data-step=${step.action ?? step.rule ?? ''}>
    ${statusIcons[status] ?? nothing}
    <div>
      <h4><span class="visually-hidden">${words.text(`status.${status}`)}: </span>${words.planStep(step)}</h4>
      ${
        questions.length > 0
          ? html`<p class="hint">${texts.t('open', { questions: words.list(questions) })}</p>`
          : open.length > 0 || because === undefined || (status === 'allowed' && message === undefined)
            ? nothing
            : html`<p>${words.finding(because)}</p>`
      }
      ${next.length === 0 ? nothing : html`<ul class="who-does">${next.map((each) => nextView(view, each, texts))}</ul>`}
      ${
        effects.length === 0
          ? nothing
          : html`<details>
            <summary>${messages.t('answer.effects')}</summary>
            <ul>
              ${effects.map((effect) => html`<li><time datetime=${effect.on}>${words.date(effect.on)}</time>: ${words.effect(effect)}</li>`)}
            </ul>
          </details>`
      }
    </div>
  </li>`;
}

/** The very question, or the one that holds it. */
function fieldAt(fields: readonly Field[], path: string): Field | undefined {
  const holder = fieldHolding(fields, path);
  return holder?.members.find(({ pattern }) => pattern === patternOf(path)) ?? holder;
}

function nextView({ messages, catalogue }: PlanView, step: NextStep, texts: PlanTexts): TemplateResult {
  const { words } = messages;
  const link = catalogue === undefined ? undefined : channelLink(messages, catalogue, step.channel);
  return html`<li>
    ${texts.t('who', { who: words.text(`who.${step.who}`), step: words.step(step) })} ${link ?? nothing}
  </li>`;
}
