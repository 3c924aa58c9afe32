// The answer: the verdict with its day first, then what is missing, what to do, why, and what will change.
import { html, nothing, type TemplateResult } from 'lit';
import type { ActionRow, Alternative, Catalogue, Decision, Effect, NextStep, Preview } from 'partnercheck';
import type { Field } from '../catalogue/fields.js';
import { idOf, type Pointer } from '../pointers.js';
import type { PageKey, Wording } from '../wording.js';
import { findingsView } from './findings.js';
import { statusIcons } from './icons.js';
import { letterView, type CopyState } from './letter.js';
import { outerLink } from './link.js';

export interface AnswerView {
  wording: Wording;
  catalogue: Catalogue;
  /** Undefined before the first question. */
  preview: Preview | undefined;
  /** Nothing is left to ask: with all that belongs to the verdict. */
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
  /** The days of the answer, drawn; and the same question on other days. */
  days: TemplateResult | typeof nothing;
  /** What keeps and shares the answer. */
  keep: TemplateResult;
}

export function answerView(view: AnswerView): TemplateResult {
  const { wording, preview } = view;
  return html`<section class="answer" part="answer" aria-label=${wording.say('answer.region')}>
    <div aria-live="polite" class="live">${preview === undefined ? nothing : verdict(view, preview.decision)}</div>
    ${preview === undefined ? [emptyAnswer(wording), view.keep] : view.isWhole ? [view.keep, details(view, preview)] : nothing}
  </section>`;
}

function emptyAnswer(wording: Wording): TemplateResult {
  const keys: PageKey[] = ['answer.empty.verdict', 'answer.empty.reasons', 'answer.empty.steps'];
  return html`<div class="empty" part="empty">
    <h2>${wording.say('answer.empty')}</h2>
    <ol>
      ${keys.map((key) => html`<li>${wording.say(key)}</li>`)}
    </ol>
  </div>`;
}

function verdict(view: AnswerView, decision: Decision): TemplateResult {
  const { wording, catalogue, action, today, stale } = view;
  const { words } = wording;
  const ruleset = catalogue.rulesets.find((each) => each.id === decision.ruleset);
  return html`${laterView(view, decision)}<div class="verdict status-${decision.status}" part="verdict">
    <p class="verdict-label">${statusIcons[decision.status]}<span class="visually-hidden">${words.text(`status.${decision.status}`)}: </span>${view.label}</p>
    <h2 tabindex="-1" id="verdict">${words.verdict(decision, today, action)}</h2>
    <p class="asked">
      ${wording.say('answer.asked_on', { today })}
      ${ruleset === undefined ? decision.ruleset : wording.say('answer.ruleset', { date: ruleset.as_of })}${
        ruleset?.beyond === true ? html` <span class="tag">${wording.say('source.beyond')}</span>` : nothing
      }
    </p>
    ${stale ? html`<p class="stale">${wording.say('answer.stale')}</p>` : nothing}
  </div>`;
}

/** Above everything else: rules that are known to have changed since. */
function laterView({ wording, catalogue, askBy }: AnswerView, { later = [] }: Decision): unknown {
  return later.map(
    (each) => html`<p class="later" part="later">
      ${wording.words.later(each, catalogue.rulesets)}
      <button type="button" class="secondary" @click=${() => askBy(each.ruleset)}>${wording.words.text('later.answer_by_them')}</button>
    </p>`,
  );
}

function details(view: AnswerView, preview: Preview): TemplateResult {
  const { wording, catalogue, copyState, copy } = view;
  const { decision, effects, alternatives, letter } = preview;
  return html`<div part="details" class="details ${view.stale ? 'is-stale' : ''}">
    ${datesView(wording, decision)} ${missingView(view, decision)} ${stepsView(view, decision.next_steps)}
    ${letter === undefined ? nothing : letterView(wording, catalogue, letter, copyState, copy)}
    ${view.days} ${alternativesView(view, alternatives)} ${findingsView(wording, catalogue, decision.findings)}
    ${effectsView(wording, effects)} ${assumptionsView(wording, decision.assumptions)} ${readingView(view)}
  </div>`;
}

function block(heading: string, content: TemplateResult, name: string): TemplateResult {
  return html`<section class="block ${name}" part=${name}>
    <h3>${heading}</h3>
    ${content}
  </section>`;
}

export function time(wording: Wording, iso: string): TemplateResult {
  return html`<time datetime=${iso}>${wording.words.date(iso, 'weekday')}</time>`;
}

function datesView(wording: Wording, { dates }: Decision): TemplateResult | typeof nothing {
  const named = Object.entries(dates).sort(([, one], [, other]) => one.localeCompare(other));
  return named.length === 0
    ? nothing
    : block(
        wording.say('answer.dates'),
        html`<dl class="dates">
          ${named.map(
            ([name, iso]) => html`<div>
              <dt>${wording.words.text(`date.${name}`)}</dt>
              <dd>${time(wording, iso)}</dd>
            </div>`,
          )}
        </dl>`,
        'named-dates',
      );
}

function missingView({ wording, fieldAt, goTo }: AnswerView, { missing }: Decision): TemplateResult | typeof nothing {
  return missing.length === 0
    ? nothing
    : block(
        wording.say('answer.missing'),
        html`<ul class="missing-list">
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
                    >${wording.question(field)}</a
                  >`
              }
            </li>`;
          })}
        </ul>`,
        'missing',
      );
}

function stepsView({ wording, catalogue, today }: AnswerView, steps: NextStep[]): TemplateResult | typeof nothing {
  const { words } = wording;
  return steps.length === 0
    ? nothing
    : block(
        wording.say('answer.steps'),
        html`<ol class="steps">
          ${steps.map((step, index) => {
            const before = steps[index - 1];
            const isLikeBefore = before?.who === step.who && before.from === step.from;
            const route = catalogue.support_routes.find((each) => each.id === step.channel);
            return html`<li>
              ${isLikeBefore ? nothing : whoAndWhen(wording, step, today)}
              <p>${words.step(step)}</p>
              ${
                route === undefined
                  ? nothing
                  : html`<p class="help">${outerLink(wording, route.url, words.text(`channel.${route.id}`))}</p>`
              }
            </li>`;
          })}
        </ol>`,
        'next-steps',
      );
}

/** Said where it changes; the steps that follow have the same. */
function whoAndWhen(wording: Wording, { who, from }: NextStep, today: string): TemplateResult {
  const name = wording.words.text(`who.${who}`);
  return html`<p class="who">
    ${from === undefined || from === today ? name : wording.say('answer.steps.from', { who: name, date: from })}
  </p>`;
}

function effectsView(wording: Wording, effects: Effect[]): TemplateResult | typeof nothing {
  const days = new Map<string, Effect[]>();
  for (const effect of effects) {
    days.set(effect.on, [...(days.get(effect.on) ?? []), effect]);
  }
  return days.size === 0
    ? nothing
    : block(
        wording.say('answer.effects'),
        html`<ol class="effects">
          ${[...days].map(
            ([day, changes]) => html`<li>
              ${time(wording, day)}
              <ul>
                ${changes.map((effect) => html`<li>${wording.words.effect(effect)}</li>`)}
              </ul>
            </li>`,
          )}
        </ol>`,
        'changes',
      );
}

function alternativesView(
  { wording, fieldAt }: AnswerView,
  alternatives: Alternative[],
): TemplateResult | typeof nothing {
  return alternatives.length === 0
    ? nothing
    : block(
        wording.say('answer.alternatives'),
        html`<p>${wording.say('answer.alternatives.intro', { count: alternatives.length })}</p>
          <ul class="alternatives">
            ${alternatives.map(
              ({ changes }) => html`<li>
                ${changes.map((change) => {
                  const field = fieldAt(change.path);
                  return html`<p>
                    <span class="changed-question">${field === undefined ? change.path : wording.question(field)}</span>
                    <strong>${field === undefined ? String(change.value) : wording.value(field, change.value)}</strong>
                  </p>`;
                })}
              </li>`,
            )}
          </ul>`,
        'what-if',
      );
}

function assumptionsView(wording: Wording, assumptions: string[]): TemplateResult | typeof nothing {
  return assumptions.length === 0
    ? nothing
    : block(
        wording.say('answer.assumptions'),
        html`<p>${wording.say('answer.assumptions.intro')}</p>
          <ul class="assumptions">
            ${assumptions.map((key) => html`<li>${wording.words.assumption(key)}</li>`)}
          </ul>`,
        'assumed',
      );
}

/** The pages that the documents themselves send their readers to. */
function readingView({ wording, catalogue, action }: AnswerView): TemplateResult | typeof nothing {
  const pages = catalogue.further_reading.filter(({ actions }) => actions.includes(action.type));
  return pages.length === 0
    ? nothing
    : block(
        wording.say('answer.reading'),
        html`<ul class="reading">
          ${pages.map(({ id, url }) => html`<li>${outerLink(wording, url, wording.words.text(`reading.${id}`))}</li>`)}
        </ul>`,
        'reading',
      );
}
