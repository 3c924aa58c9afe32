// A day that is typed, with what was understood.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { typed, type Entry } from '../../answers/entry.js';
import { readDate } from '../../reading/dates.js';
import type { Wording } from '../../wording.js';

export interface DayField {
  id: string;
  label: string;
  hints: readonly string[];
  /** What is wrong with it, in words. */
  error: string | undefined;
  entry: Entry;
  change(entry: Entry): void;
}

export function dayField(wording: Wording, { id, label, hints, error, entry, change }: DayField): TemplateResult {
  const read = typeof entry.value === 'string' ? entry.value : undefined;
  return html`<div class="field ${error === undefined ? '' : 'has-error'}">
    <label for=${id}>${label}</label>
    ${hints.length === 0 ? nothing : html`<p class="hint">${wording.sentences(hints)}</p>`}
    ${error === undefined ? nothing : html`<p class="error" id="${id}-error">${error}</p>`}
    <input
      type="text"
      class="short"
      id=${id}
      autocomplete="off"
      spellcheck="false"
      aria-invalid=${error === undefined ? nothing : 'true'}
      aria-describedby="${error === undefined ? '' : `${id}-error `}${id}-read"
      .value=${live(entry.text)}
      @input=${(event: Event) => {
        const { value } = event.target as HTMLInputElement;
        change(typed(value, readDate(value, wording.locale)));
      }}
    />
    <p class="read" id="${id}-read">${read === undefined ? nothing : wording.say('date.read', { date: read })}</p>
  </div>`;
}
