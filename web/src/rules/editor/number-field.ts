// A number of the draft: what it is in the built-in ruleset and where that stands, and what somebody puts in its place.
import { html, nothing, type TemplateResult } from 'lit';
import type { Fault, Ruleset } from 'partnercheck';
import { nameOfNumber, numberInWords, nameOfValue, type NumberEntry } from '../../library/numbers/number.js';
import { placeInDocuments, type View } from '../view.js';
import { shapeOf, valueTyped, type Draft, type Shape } from './draft.js';

export interface NumberField extends View {
  readonly base: Ruleset;
  readonly name: string;
  readonly changed: Draft['parameters'][string] | undefined;
  readonly faults: readonly Fault[];
  /** Undefined: as it was. */
  change(number: Draft['parameters'][string] | undefined): void;
}

export function numberField(view: NumberField): TemplateResult {
  const { messages, texts, base, name, changed, faults, change, catalogue } = view;
  const entry = base.parameters[name];
  const value = changed === undefined ? (entry?.value ?? null) : changed.value;
  const set = (given: NumberEntry['value']): void => change({ source: '', ...changed, value: given });
  const id = `number-${name.replace('.', '-')}`;
  return html`<li data-number=${name} class=${changed === undefined ? '' : 'is-changed'}>
    <h4 id="${id}-name">${nameOfNumber(texts.numbers, name)}</h4>
    <p class="was">${texts.t('edit.was', { text: numberInWords(messages, texts.numbers, entry) })}</p>
    ${entry === undefined ? nothing : placeInDocuments(view, entry)}
    <div class="fields">
      ${input(view, shapeOf(catalogue, name), id, value, set)}
      ${
        changed === undefined
          ? nothing
          : html`<div>
              <label for="${id}-source">${texts.t('edit.source')}</label>
              <input
                id="${id}-source"
                type="text"
                autocomplete="off"
                maxlength="200"
                aria-describedby="${id}-faults"
                .value=${changed.source}
                @input=${(event: Event) => change({ ...changed, source: (event.target as HTMLInputElement).value })}
              />
            </div>
            <button type="button" class="other" @click=${() => change(undefined)}>${texts.t('edit.reset')}</button>`
      }
    </div>
    <ul id="${id}-faults" class="faults">
      ${faults.map((fault) => html`<li>${messages.fault(fault, undefined)}</li>`)}
    </ul>
  </li>`;
}

function input(
  { messages, texts }: NumberField,
  shape: Shape,
  id: string,
  value: NumberEntry['value'],
  set: (value: NumberEntry['value']) => void,
): TemplateResult {
  const label = texts.t('edit.yours');
  const typed = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;
  switch (shape.kind) {
    case 'list': {
      const chosen = Array.isArray(value) ? value : [];
      return html`<fieldset aria-labelledby="${id}-name">
        <legend>${label}</legend>
        ${shape.values.map(
          (each) => html`<label class="choice">
            <input
              type="checkbox"
              .checked=${chosen.includes(each)}
              @change=${(event: Event) =>
                set(
                  shape.values.filter((one) =>
                    one === each ? (event.target as HTMLInputElement).checked : chosen.includes(one),
                  ),
                )}
            />
            ${nameOfValue(messages, texts.numbers, each)}
          </label>`,
        )}
      </fieldset>`;
    }
    case 'choice':
      return html`<div>
        <label for=${id}>${label}</label>
        <select id=${id} aria-describedby="${id}-name" @change=${(event: Event) => set(typed(event))}>
          ${value === null ? html`<option value="" selected>${texts.numbers.t('absent')}</option>` : nothing}
          ${shape.values.map(
            (each) =>
              html`<option value=${each} ?selected=${each === value}>${nameOfValue(messages, texts.numbers, each)}</option>`,
          )}
        </select>
      </div>`;
    default:
      return html`<div>
        <label for=${id}>${label}</label>
        <input
          id=${id}
          type="text"
          inputmode=${shape.kind === 'number' ? 'numeric' : 'text'}
          autocomplete="off"
          maxlength="20"
          aria-describedby="${id}-name ${id}-hint ${id}-faults"
          .value=${value === null ? '' : String(value)}
          @input=${(event: Event) => set(valueTyped(shape, typed(event)))}
        />
        <p class="held" id="${id}-hint">${
          shape.kind === 'number'
            ? texts.t('edit.hint', { example: numberInWords(messages, texts.numbers, ten(shape.unit)) })
            : texts.t('edit.hint_day')
        }</p>
      </div>`;
  }
}

function ten(unit: string): NumberEntry {
  return { value: 10, unit, source: '', from: '', verified: '' };
}
