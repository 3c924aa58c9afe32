// What has to be corrected before there can be an answer. A "no" never stands here.
import { html, nothing, type TemplateResult } from 'lit';
import type { Fault } from 'partnercheck';
import type { Field } from '../catalogue/fields.js';
import { idOf, type Pointer } from '../pointers.js';
import type { Messages } from '../messages.js';

export interface ErrorSummary {
  messages: Messages;
  faults: readonly Fault[];
  fieldAt(pointer: Pointer): Field | undefined;
  goTo(pointer: Pointer): void;
}

export function errorSummary({ messages, faults, fieldAt, goTo }: ErrorSummary): TemplateResult | typeof nothing {
  if (faults.length === 0) {
    return nothing;
  }
  return html`<div class="error-summary" part="errors" role="group" aria-labelledby="errors-heading" tabindex="-1">
    <h2 id="errors-heading">${messages.t('error.heading')}</h2>
    <ul>
      ${faults.map((fault) => {
        const field = fieldAt(fault.path);
        const words = messages.fault(fault, field);
        return html`<li>
          ${
            field === undefined
              ? words
              : html`${
                  fault.code === 'value.required'
                    ? nothing
                    : html`<span class="where">${messages.question(field)}</span>`
                }<a
                  href="#${idOf(fault.path)}"
                  @click=${(event: Event) => {
                    event.preventDefault();
                    goTo(fault.path);
                  }}
                  >${words}</a
                >`
          }
        </li>`;
      })}
    </ul>
  </div>`;
}
