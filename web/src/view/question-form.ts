// The form: which action, its questions in sections, the day and the rules.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ActionRow, Catalogue } from 'partnercheck';
import type { Field } from '../catalogue/fields.js';
import type { PageKey } from '../wording.js';
import { fieldView } from './field.js';
import type { FormHost } from './form-host.js';

export interface QuestionForm extends FormHost {
  readonly catalogue: Catalogue;
  readonly action: ActionRow;
  readonly ruleset: string;
  readonly fields: readonly Field[];
  readonly today: Field;
  readonly hasExample: boolean;
  chooseAction(type: string): void;
  chooseRuleset(id: string): void;
  fillInExample(): void;
  clear(): void;
  submit(event: Event): void;
}

export function questionForm(form: QuestionForm): TemplateResult {
  const { wording } = form;
  return html`<form class="question" part="form" novalidate autocomplete="off" @submit=${form.submit}>
    <h2>${wording.say('form.heading')}</h2>
    ${actionChooser(form)}
    <p class="intro">${wording.say('form.intro')}</p>
    ${form.hasExample
      ? html`<p><button type="button" class="secondary" @click=${form.fillInExample}>${wording.say('form.example')}</button></p>`
      : nothing}
    ${section(form, 'section.action', '/action/')} ${section(form, 'section.actor', '/actor/')}
    ${section(form, 'section.facts', '/facts/')}
    <section class="section">
      <h3>${wording.say('section.when')}</h3>
      ${fieldView(form, form.today)} ${rulesetChooser(form)}
    </section>
    <div class="buttons">
      <button type="submit" class="primary">${wording.say('form.ask')}</button>
      <button type="button" class="quiet" @click=${form.clear}>${wording.say('form.clear')}</button>
    </div>
  </form>`;
}

function section(form: QuestionForm, heading: PageKey, prefix: string): TemplateResult | typeof nothing {
  const fields = form.fields.filter((field) => field.pattern.startsWith(prefix));
  return fields.length === 0
    ? nothing
    : html`<section class="section">
        <h3>${form.wording.say(heading)}</h3>
        ${fields.map((field) => fieldView(form, field))}
      </section>`;
}

function actionChooser({ wording: { words }, catalogue, action, chooseAction }: QuestionForm): TemplateResult {
  const hint = `${action.title}.hint`;
  return html`<div class="field chooser" data-pointer="/action/type">
    <label for="action">${words.text('question.action.type')}</label>
    <select
      id="action"
      aria-describedby="action-hint"
      .value=${live(action.type)}
      @change=${(event: Event) => chooseAction((event.target as HTMLSelectElement).value)}
    >
      ${catalogue.subjects.map(
        (subject) =>
          html`<optgroup label=${words.text(`subject.${subject}`)}>
            ${catalogue.actions
              .filter((each) => each.subject === subject)
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

function rulesetChooser({ wording, catalogue, ruleset, chooseRuleset }: QuestionForm): TemplateResult {
  return html`<div class="field" data-pointer="/ruleset">
    <label for="ruleset">${wording.words.text('question.ruleset')}</label>
    <p class="hint" id="ruleset-hint">${wording.words.text('question.ruleset.hint')}</p>
    <select
      id="ruleset"
      aria-describedby="ruleset-hint"
      .value=${live(ruleset)}
      @change=${(event: Event) => chooseRuleset((event.target as HTMLSelectElement).value)}
    >
      ${catalogue.rulesets.map(
        (each) =>
          html`<option value=${each.id} ?selected=${each.id === ruleset}>
            ${wording.ruleset(each, catalogue.default_ruleset)}
          </option>`,
      )}
    </select>
  </div>`;
}
