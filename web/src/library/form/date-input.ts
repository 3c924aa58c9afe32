// A day that is typed, with what was understood. What may be two days is asked, never guessed.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { typed, type Entry } from '../answers/entry.js';
import { readDate, type DateReader } from '../reading/dates.js';
import type { Messages } from '../messages.js';

export interface DateInput {
  id: string;
  /** What was understood stands there. */
  readId: string;
  name: string | undefined;
  entry: Entry;
  isWrong: boolean;
  isRequired: boolean;
  describedBy: readonly string[];
  change(entry: Entry): void;
}

export function dateInput(
  core: DateReader,
  messages: Messages,
  { id, readId, name, entry, isWrong, isRequired, describedBy, change }: DateInput,
): TemplateResult {
  const { text, value } = entry;
  const read = text !== '' && typeof value === 'string' ? value : undefined;
  const readings = text === '' || read !== undefined ? [] : readDate(core, text);
  return html`<input
      type="text"
      class="short"
      id=${id}
      name=${name ?? nothing}
      autocomplete="off"
      spellcheck="false"
      aria-required=${isRequired ? 'true' : nothing}
      aria-invalid=${isWrong ? 'true' : nothing}
      aria-describedby=${[...describedBy, readId].join(' ')}
      .value=${live(text)}
      @input=${(event: Event) => {
        const { value: written } = event.target as HTMLInputElement;
        const dates = readDate(core, written);
        change(typed(written, dates.length === 1 ? dates[0] : undefined));
      }}
    />
    <p class="read" id=${readId}>${read === undefined ? nothing : messages.t('date.read', { date: read })}</p>
    ${
      readings.length < 2
        ? nothing
        : html`<div class="which-day" role="group" aria-label=${messages.t('date.which')}>
            <span>${messages.t('date.which')}</span>
            ${readings.map(
              (date) =>
                html`<button type="button" class="secondary" @click=${(event: Event) => {
                  change(typed(text, date));
                  // The button goes away with the question.
                  ((event.currentTarget as Element).getRootNode() as ShadowRoot).getElementById(id)?.focus();
                }}>
                  ${messages.t('date.reading', { date })}
                </button>`,
            )}
          </div>`
    }`;
}
