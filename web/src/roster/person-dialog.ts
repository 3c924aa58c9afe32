// One person of the table: what is wrong with their rows, and the check as for anybody.
import { html, nothing, type TemplateResult } from 'lit';
import type { Fault } from 'partnercheck';
import type { RosterHost } from './host.js';

export interface Shown {
  /** As they are called. */
  person: string;
  faults: readonly Fault[];
  /** The case as the fragment of an address; undefined when it is too long for one. */
  address: string | undefined;
}

export function personDialog(
  { core, coreSource, hasAddresses, messages, texts }: RosterHost,
  shown: Shown | undefined,
  closed: () => void,
): TemplateResult {
  const { t } = texts;
  return html`<dialog part="person" aria-labelledby="person-heading" @close=${closed}>
    ${
      shown === undefined
        ? nothing
        : html`<div class="person-head">
            <h2 id="person-heading" tabindex="-1" autofocus>${t('person.heading', { person: shown.person })}</h2>
            <form method="dialog"><button class="secondary">${t('person.close')}</button></form>
          </div>
          ${
            shown.faults.length === 0
              ? nothing
              : html`<div class="trouble">
                <p><strong>${t('person.faults', { count: shown.faults.length })}</strong></p>
                <ul>
                  ${shown.faults.map((fault) => {
                    const { message, help } = texts.rows.error(fault);
                    return html`<li>${t('fault.place', { line: fault.line ?? 1, column: fault.column ?? 1 })}: ${messages.sentences([message, help])}</li>`;
                  })}
                </ul>
              </div>`
          }
          ${
            shown.address === undefined || !hasAddresses
              ? nothing
              : html`<p class="hint">
                <a href="./index.html?lang=${messages.locale}#${shown.address}" target="_blank" rel="noopener">${t('person.page')}</a>
              </p>`
          }
          <partner-check-person .core=${core} .source=${coreSource} .messages=${messages}></partner-check-person>`
    }
  </dialog>`;
}
