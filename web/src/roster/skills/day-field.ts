// A day that is typed, with its label.
import { html, nothing, type TemplateResult } from 'lit';
import type { Entry } from '../../library/answers/entry.js';
import { dateInput } from '../../library/form/date-input.js';
import type { FormHost } from '../../library/form/form-host.js';

export interface DayField {
  id: string;
  label: string;
  /** Each a paragraph. */
  hints: readonly string[];
  /** What is wrong with it, in words. */
  error: string | undefined;
  entry: Entry;
  change(entry: Entry): void;
}

export function dayField(
  { core, messages }: FormHost,
  { id, label, hints, error, entry, change }: DayField,
): TemplateResult {
  return html`<div class="field ${error === undefined ? '' : 'has-error'}">
    <label for=${id}>${label}</label>
    ${hints.map((hint) => html`<p class="hint">${hint}</p>`)}
    ${error === undefined ? nothing : html`<p class="error" id="${id}-error">${error}</p>`}
    ${dateInput(core, messages, {
      id,
      readId: `${id}-read`,
      name: undefined,
      entry,
      isWrong: error !== undefined,
      isRequired: false,
      describedBy: error === undefined ? [] : [`${id}-error`],
      change,
    })}
  </div>`;
}
