// The form: which action, its questions in sections, the day and the rules.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ActionRow, Catalogue } from 'partnercheck';
import type { Field } from '../../library/catalogue/fields.js';
import type { Pointer } from '../../library/pointers.js';
import type { PageKey } from '../../library/messages.js';
import { fieldView } from '../../library/form/field.js';
import type { FormHost } from '../../library/form/form-host.js';

export interface QuestionForm extends FormHost {
  readonly catalogue: Catalogue;
  readonly action: ActionRow;
  readonly ruleset: string;
  readonly fields: readonly Field[];
  readonly today: Field;
  /** The questions that cannot change the answer any more. */
  readonly settled: ReadonlySet<Pointer>;
  readonly hasExample: boolean;
  chooseAction(type: string): void;
  chooseRuleset(id: string): void;
  fillInExample(): void;
  clear(): void;
  submit(event: Event): void;
}

export function questionForm(form: QuestionForm): TemplateResult {
  const { messages } = form;
  return html`<form class="question" part="form" novalidate autocomplete="off" @submit=${form.submit}>
    <h2>${messages.t('form.heading')}</h2>
    ${actionChooser(form)}
    <p class="intro">${messages.t('form.intro')}</p>
    ${
      form.hasExample
        ? html`<p><button type="button" class="secondary" @click=${form.fillInExample}>${messages.t('form.example')}</button></p>`
        : nothing
    }
    ${section(form, 'section.action', '/action/')} ${section(form, 'section.actor', '/actor/')}
    ${section(form, 'section.facts', '/facts/')} ${settledSection(form)}
    <section class="section">
      <h3>${messages.t('section.when')}</h3>
      ${dayAndRules(form)}
    </section>
    <div class="buttons">
      <button type="submit" class="primary" part="submit">${messages.t('form.ask')}</button>
      <button type="button" class="quiet" @click=${form.clear}>${messages.t('form.clear')}</button>
    </div>
  </form>`;
}

function section(form: QuestionForm, heading: PageKey, prefix: string): TemplateResult | typeof nothing {
  const fields = form.fields.filter(({ pattern }) => pattern.startsWith(prefix) && !form.settled.has(pattern));
  return fields.length === 0
    ? nothing
    : html`<section class="section">
        <h3>${form.messages.t(heading)}</h3>
        ${fieldsView(form, fields)}
      </section>`;
}

/** Out of the way, not out of reach: a change of mind may begin here. */
function settledSection(form: QuestionForm): TemplateResult | typeof nothing {
  const fields = form.fields.filter(({ pattern }) => form.settled.has(pattern));
  return fields.length === 0
    ? nothing
    : html`<details class="settled">
        <summary>${form.messages.t('form.settled', { count: fields.length })}</summary>
        <p class="hint">${form.messages.t('form.settled.hint')}</p>
        ${fieldsView(form, fields)}
      </details>`;
}

/** Each keeps its inputs, and with them the focus, when others come and go. */
function fieldsView(form: QuestionForm, fields: readonly Field[]): unknown {
  return repeat(
    fields,
    (field) => field.pattern,
    (field) => fieldView(form, field),
  );
}

function actionChooser({ messages, catalogue, action, chooseAction }: QuestionForm): TemplateResult {
  const { words } = messages;
  const hint = `${action.title}.hint`;
  return html`<div class="field chooser" part="question" data-pointer="/action/type">
    <label for="action">${words.text('question.action.type')}</label>
    <select
      id="action"
      aria-describedby="action-hint"
      .value=${live(action.type)}
      @change=${(event: Event) => chooseAction((event.target as HTMLSelectElement).value)}
    >
      ${catalogue.groups.map(
        (group) =>
          html`<optgroup label=${messages.t(`group.${group}` as PageKey)}>
            ${catalogue.actions
              .filter((each) => each.group === group)
              .map(
                (each) =>
                  html`<option value=${each.type} ?selected=${each.type === action.type}>${words.text(each.title)}</option>`,
              )}
          </optgroup>`,
      )}
    </select>
    <p class="hint" id="action-hint">${words.has(hint) ? words.text(hint) : nothing}</p>
  </div>`;
}

/** By which rules the question is asked, and on which day. */
export function dayAndRules(form: QuestionForm): TemplateResult {
  return html`${fieldView(form, form.today)} ${rulesetChooser(form)}`;
}

function rulesetChooser({ messages, catalogue, ruleset, chooseRuleset }: QuestionForm): TemplateResult {
  return html`<div class="field" part="question" data-pointer="/ruleset">
    <label for="ruleset">${messages.words.text('question.ruleset')}</label>
    <p class="hint" id="ruleset-hint">${messages.words.text('question.ruleset.hint')}</p>
    <select
      id="ruleset"
      aria-describedby="ruleset-hint"
      .value=${live(ruleset)}
      @change=${(event: Event) => chooseRuleset((event.target as HTMLSelectElement).value)}
    >
      ${catalogue.rulesets.map(
        (each) =>
          html`<option value=${each.id} ?selected=${each.id === ruleset}>
            ${messages.ruleset(each, catalogue.default_ruleset)}
          </option>`,
      )}
    </select>
  </div>`;
}
