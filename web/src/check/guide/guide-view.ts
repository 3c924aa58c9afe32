// A situation: one question at a time, and what was answered so far.
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Field } from '../../library/catalogue/fields.js';
import { idOf } from '../../library/pointers.js';
import { fieldView } from '../../library/form/field.js';
import type { FormHost } from '../../library/form/form-host.js';
import { answerText } from './answer-text.js';
import type { Page } from './next.js';
import { usualWords } from './usual.js';

export interface GuideView extends FormHost {
  /** What is asked for, in words; and what to have at hand for it. */
  readonly heading: string;
  readonly ready: string | undefined;
  readonly fields: readonly Field[];
  /** The one that it is about. */
  readonly organization: string | undefined;
  readonly page: Page;
  /** Nothing is missing for the answer. */
  readonly isComplete: boolean;
  /** The day and the rules. */
  readonly advanced: TemplateResult;
  /** The questions of the page are answered, as far as they can be. */
  next(event: Event): void;
  /** None of them can be. */
  pass(): void;
  /** What is usual holds, or each fact is asked for. */
  takeUsual(holds: boolean): void;
  /** Asks a question again. */
  askAgainFor(field: Field): void;
  startOver(): void;
  /** Undefined where there is no other way to ask. */
  readonly askAllAtOnce: (() => void) | undefined;
}

export function guideView(view: GuideView): TemplateResult {
  const { messages, heading, page, advanced, startOver, askAllAtOnce } = view;
  return html`<div class="question guide" part="form">
    <p class="back"><button type="button" class="quiet" @click=${startOver}>${messages.t('start.again')}</button></p>
    <h2>${heading}</h2>
    ${page === undefined && view.isComplete ? html`<p class="hint">${messages.t('guide.done')}</p>` : nothing}
    ${page === undefined ? nothing : page.kind === 'usual' ? usualView(view, page.fields) : questionsView(view, page.fields)}
    ${answersView(view)}
    <details class="advanced">
      <summary>${messages.t('guide.advanced')}</summary>
      ${advanced}
    </details>
    ${
      askAllAtOnce === undefined
        ? nothing
        : html`<p><button type="button" class="quiet" @click=${askAllAtOnce}>${messages.t('guide.all')}</button></p>`
    }
  </div>`;
}

function questionsView(view: GuideView, fields: readonly Field[]): TemplateResult {
  const { messages, ready, answers, next, pass } = view;
  const isFirst = view.fields.every((each) => answerText(messages, each, answers) === undefined);
  return html`<form class="one" novalidate autocomplete="off" @submit=${next}>
    ${isFirst ? html`<p class="hint">${ready ?? nothing}</p>` : nothing}
    ${repeat(
      fields,
      ({ pattern }) => pattern,
      (field) => fieldView(view, field),
    )}
    <div class="buttons">
      <button type="submit" class="primary" part="submit">${messages.t('guide.next')}</button>
      ${
        fields.some(({ required }) => required)
          ? nothing
          : html`<button type="button" class="secondary" @click=${pass}>${messages.t('guide.unknown')}</button>`
      }
    </div>
  </form>`;
}

function usualView(view: GuideView, fields: readonly Field[]): TemplateResult {
  const { messages, organization, takeUsual } = view;
  return html`<section class="usual" aria-labelledby="usual-heading">
    <h3 id="usual-heading" tabindex="-1">${messages.t('guide.usual')}</h3>
    <p class="hint">${messages.t('guide.usual.hint')}</p>
    <ul>
      ${fields.map((field) => html`<li>${usualWords(messages, field, organization)}</li>`)}
    </ul>
    <div class="buttons">
      <button type="button" class="primary" @click=${() => takeUsual(true)}>${messages.t('guide.usual.yes')}</button>
      <button type="button" class="secondary" @click=${() => takeUsual(false)}>${messages.t('guide.usual.no')}</button>
    </div>
  </section>`;
}

function answersView(view: GuideView): TemplateResult | typeof nothing {
  const { messages, fields, answers, page, askAgainFor } = view;
  const given = fields
    .filter(({ pattern }) => page?.fields.every((asked) => asked.pattern !== pattern) !== false)
    .flatMap((field) => {
      const text = answerText(messages, field, answers);
      return text === undefined ? [] : [{ field, text }];
    });
  return given.length === 0
    ? nothing
    : html`<section class="given" aria-labelledby="given-heading">
        <h3 id="given-heading">${messages.t('guide.answers')}</h3>
        <dl>
          ${given.map(({ field, text }) => {
            const question = messages.question(field);
            return html`<div data-answer=${field.pattern}>
              <dt id=${idOf(field.pattern, 'given')}>${question}</dt>
              <dd>
                ${text}
                <button
                  type="button"
                  class="quiet"
                  aria-label=${messages.t('guide.change.what', { question })}
                  @click=${() => askAgainFor(field)}
                >
                  ${messages.t('guide.change')}
                </button>
              </dd>
            </div>`;
          })}
        </dl>
      </section>`;
}
