// The answer: the verdict with its day first, then what is missing, what to do, why, and what will change.
import { html, nothing, type TemplateResult } from 'lit';
import type { ActionRow, Alternative, Catalogue, Decision, Effect, NextStep, Preview } from 'partnercheck';
import type { Field } from '../../library/catalogue/fields.js';
import { idOf, type Pointer } from '../../library/pointers.js';
import type { PageKey, Messages } from '../../library/messages.js';
import { findingsView } from '../../library/view/findings.js';
import { statusIcons } from '../../library/view/icons.js';
import { otherDaysView, timelineView, type DaysView } from './days.js';
import { letterView, type CopyState } from './letter.js';
import { channelLink, outerLink } from '../../library/view/link.js';

export interface AnswerView {
  messages: Messages;
  catalogue: Catalogue;
  /** Undefined before the first question. */
  preview: Preview | undefined;
  /** Nothing is left to ask, or only what fills in the letter: with all that belongs to the verdict. */
  isWhole: boolean;
  /** What the verdict is about. */
  label: string;
  action: ActionRow;
  today: string;
  stale: boolean;
  copyState: CopyState;
  fieldAt(pointer: Pointer): Field | undefined;
  goTo(pointer: Pointer): void;
  copy(text: string): void;
  /** Asks the same question by another ruleset. */
  askBy(ruleset: string): void;
  /** Undefined before the first question. */
  days: DaysView | undefined;
  /** Where each rule is explained; undefined where there is no such page. */
  rulesPage: string | undefined;
  /** What keeps and shares the answer. */
  keep: TemplateResult;
}

export function answerView(view: AnswerView): TemplateResult {
  const { messages, preview } = view;
  return html`<section class="answer" part="answer" aria-label=${messages.t('answer.region')}>
    ${announced(preview === undefined ? undefined : view.messages.words.verdict(preview.decision, view.today, view.action))}
    <div class="card">${preview === undefined ? nothing : card(view, preview)}</div>
    ${preview === undefined ? [emptyAnswer(messages), view.keep] : view.isWhole ? [daysMoved(view), view.keep, details(view, preview)] : nothing}
  </section>`;
}

/** The verdict is told by itself whenever it changes; what stands around it is there to be read. */
export function announced(verdict: string | undefined): TemplateResult {
  return html`<p class="visually-hidden" role="status">${verdict}</p>`;
}

function emptyAnswer(messages: Messages): TemplateResult {
  const keys: PageKey[] = ['answer.empty.verdict', 'answer.empty.reasons', 'answer.empty.steps'];
  return html`<div class="empty" part="empty">
    <slot name="empty">
      <h2>${messages.t('answer.empty')}</h2>
      <ol>
        ${keys.map((key) => html`<li>${messages.t(key)}</li>`)}
      </ol>
    </slot>
  </div>`;
}

/** What fits on the screen of a phone: the answer, why, the days, and what to do first. */
function card(view: AnswerView, preview: Preview): TemplateResult {
  const { messages, catalogue, action, today, stale, isWhole } = view;
  const { words } = messages;
  const { decision } = preview;
  const ruleset = catalogue.rulesets.find((each) => each.id === decision.ruleset);
  return html`${laterView(view, decision)}<div class="verdict status-${decision.status} ${isYesOfOldRules(decision) ? 'is-old' : ''}" part="verdict">
    <p class="verdict-label">${statusIcons[decision.status]}<span class="visually-hidden">${words.text(`status.${decision.status}`)}: </span>${view.label}</p>
    <h2 tabindex="-1" id="verdict">${words.verdict(decision, today, action)}</h2>
    ${isWhole ? [becauseView(view, preview), datesView(messages, decision), nextView(view, decision)] : nothing}
    <p class="asked">
      ${messages.t('answer.asked_on', { today })}
      ${ruleset === undefined ? decision.ruleset : messages.t('answer.ruleset', { date: ruleset.as_of })}${
        ruleset?.beyond === true ? html` <span class="tag">${messages.t('source.beyond')}</span>` : nothing
      }
    </p>
    ${stale ? html`<p class="stale">${messages.t('answer.stale')}</p>` : nothing}
  </div>`;
}

/** A yes that newer rules end is none to rely on. */
function isYesOfOldRules({ status, later = [] }: Decision): boolean {
  return status === 'allowed' && later.some((each) => each.status !== 'allowed');
}

/** The rule that decides, and whether anything could be done about it. */
function becauseView({ messages, action }: AnswerView, { decision, alternatives }: Preview): unknown {
  const { status, findings, until, missing } = decision;
  const bars = findings.filter(({ outcome }) => outcome === 'not_met');
  const deciding = bars.find((finding) => finding.until === until) ?? bars[0];
  // What shows and what holds is said by the verdict itself.
  if (deciding === undefined || status === 'allowed' || status === 'needs_info' || action.kind !== 'permission') {
    return nothing;
  }
  const isFinal = status === 'denied' && alternatives.length === 0 && missing.length === 0;
  return html`<p class="because" data-deciding=${deciding.rule}>
    ${messages.t('answer.because', { reason: messages.words.finding(deciding) })}
    ${isFinal ? messages.t('answer.final') : nothing}
  </p>`;
}

function nextView({ messages, catalogue }: AnswerView, { next_steps: steps }: Decision): unknown {
  const [step] = steps;
  if (step === undefined) {
    return nothing;
  }
  const { words } = messages;
  const said = words.step(step);
  return html`<p class="first-step">
    ${
      step.who === 'owner'
        ? messages.t('answer.next', { step: said })
        : messages.t('answer.next.who', { who: words.text(`who.${step.who}`), step: said })
    }
    ${channelLink(messages, catalogue, step.channel) ?? nothing}
  </p>`;
}

/** Above everything else: rules that are known to have changed since. */
function laterView({ messages, catalogue, askBy }: AnswerView, { later = [] }: Decision): unknown {
  return later.map(
    (each) => html`<p class="later" part="later">
      ${messages.words.later(each, catalogue.rulesets)}
      <button type="button" class="secondary" @click=${() => askBy(each.ruleset)}>${messages.words.text('later.answer_by_them')}</button>
    </p>`,
  );
}

/** Next to the verdict that it moves. */
function daysMoved({ messages, days }: AnswerView): TemplateResult | typeof nothing {
  return days === undefined
    ? nothing
    : html`<div class="moving">${more(messages.t('answer.other_days'), otherDaysView(days))}</div>`;
}

/** Below the card: all that it rests on, and what follows from it, each to be opened. */
function details(view: AnswerView, preview: Preview): TemplateResult {
  const { messages, catalogue, copyState, copy } = view;
  const { decision, effects, alternatives, letter } = preview;
  const { findings, next_steps: steps, assumptions } = decision;
  const counted = (outcome: string): number => findings.filter((finding) => finding.outcome === outcome).length;
  const counts = { bars: counted('not_met'), open: counted('unknown'), met: counted('met') };
  const reading = catalogue.further_reading.filter(({ actions }) => actions.includes(view.action.type));
  return html`<div part="details" class="details ${view.stale ? 'is-stale' : ''}">
    ${missingView(view, decision)}
    ${part(messages.t('answer.steps.all', { count: steps.length }), steps, () => stepsView(view, steps))}
    ${letter === undefined ? nothing : part(messages.t('answer.letter'), [letter], () => letterView(messages, catalogue, letter, copyState, copy))}
    ${part(messages.t('answer.why', counts), findings, () => findingsView(messages, catalogue, findings, view.rulesPage))}
    ${part(messages.t('answer.effects'), effects, () => effectsView(messages, effects))}
    ${view.days === undefined ? nothing : more(messages.t('answer.timeline'), timelineView(view.days))}
    ${part(messages.t('answer.alternatives'), alternatives, () => alternativesView(view, alternatives))}
    ${part(messages.t('answer.assumptions'), assumptions, () => assumptionsView(messages, assumptions))}
    ${part(messages.t('answer.reading'), reading, () => readingView(messages, reading))}
  </div>`;
}

/** Nothing where there is nothing to show. */
function part(summary: string, items: readonly unknown[], content: () => unknown): TemplateResult | typeof nothing {
  return items.length === 0 ? nothing : more(summary, content());
}

function more(summary: string, content: unknown): TemplateResult {
  return html`<details class="more">
    <summary>${summary}</summary>
    ${content}
  </details>`;
}

function block(content: TemplateResult, name: string): TemplateResult {
  return html`<div class="block ${name}" part=${name}>${content}</div>`;
}

export function time(messages: Messages, iso: string): TemplateResult {
  return html`<time datetime=${iso}>${messages.words.date(iso, 'weekday')}</time>`;
}

function datesView(messages: Messages, { dates }: Decision): TemplateResult | typeof nothing {
  const named = Object.entries(dates).sort(([, one], [, other]) => one.localeCompare(other));
  return named.length === 0
    ? nothing
    : block(
        html`<dl class="dates">
          ${named.map(
            ([name, iso]) => html`<div>
              <dt>${messages.words.text(`date.${name}`)}</dt>
              <dd>${time(messages, iso)}</dd>
            </div>`,
          )}
        </dl>`,
        'named-dates',
      );
}

function missingView({ messages, fieldAt, goTo }: AnswerView, { missing }: Decision): TemplateResult | typeof nothing {
  return missing.length === 0
    ? nothing
    : block(
        html`<h3>${messages.t('answer.missing')}</h3>
        <ul class="missing-list">
          ${missing.map((pointer) => {
            const field = fieldAt(pointer);
            return html`<li>
              ${
                field === undefined
                  ? pointer
                  : html`<a
                    href="#${idOf(pointer)}"
                    @click=${(event: Event) => {
                      event.preventDefault();
                      goTo(pointer);
                    }}
                    >${messages.question(field)}</a
                  >`
              }
            </li>`;
          })}
        </ul>`,
        'missing',
      );
}

function stepsView({ messages, catalogue, today }: AnswerView, steps: readonly NextStep[]): TemplateResult {
  const { words } = messages;
  return block(
    html`<ol class="steps">
      ${steps.map((step, index) => {
        const before = steps[index - 1];
        const isLikeBefore = before?.who === step.who && before.from === step.from;
        const link = channelLink(messages, catalogue, step.channel);
        return html`<li>
          ${isLikeBefore ? nothing : whoAndWhen(messages, step, today)}
          <p>${words.step(step)}</p>
          ${link === undefined ? nothing : html`<p class="help">${link}</p>`}
        </li>`;
      })}
    </ol>`,
    'next-steps',
  );
}

/** Said where it changes; the steps that follow have the same. */
function whoAndWhen(messages: Messages, step: NextStep, today: string): TemplateResult {
  return html`<p class="who">${messages.whoAndWhen(step, today)}</p>`;
}

function effectsView(messages: Messages, effects: readonly Effect[]): TemplateResult {
  const days = new Map<string, Effect[]>();
  for (const effect of effects) {
    days.set(effect.on, [...(days.get(effect.on) ?? []), effect]);
  }
  return block(
    html`<ol class="effects">
      ${[...days].map(
        ([day, changes]) => html`<li>
          ${time(messages, day)}
          <ul>
            ${changes.map((effect) => html`<li>${messages.words.effect(effect)}</li>`)}
          </ul>
        </li>`,
      )}
    </ol>`,
    'changes',
  );
}

function alternativesView({ messages, fieldAt }: AnswerView, alternatives: readonly Alternative[]): TemplateResult {
  return block(
    html`<p>${messages.t('answer.alternatives.intro', { count: alternatives.length })}</p>
      <ul class="alternatives">
        ${alternatives.map(
          ({ changes }) => html`<li>
            ${changes.map((change) => {
              const field = fieldAt(change.path);
              return html`<p>
                <span class="changed-question">${field === undefined ? change.path : messages.question(field)}</span>
                <strong>${field === undefined ? String(change.value) : messages.value(field, change.value)}</strong>
              </p>`;
            })}
          </li>`,
        )}
      </ul>`,
    'what-if',
  );
}

function assumptionsView(messages: Messages, assumptions: readonly string[]): TemplateResult {
  return block(
    html`<p>${messages.t('answer.assumptions.intro')}</p>
      <ul class="assumptions">
        ${assumptions.map((key) => html`<li>${messages.words.assumption(key)}</li>`)}
      </ul>`,
    'assumed',
  );
}

/** The pages that the documents themselves send their readers to. */
function readingView(messages: Messages, pages: Catalogue['further_reading']): TemplateResult {
  return block(
    html`<ul class="reading">
      ${pages.map(({ id, url }) => html`<li>${outerLink(messages, url, messages.words.text(`reading.${id}`))}</li>`)}
    </ul>`,
    'reading',
  );
}
