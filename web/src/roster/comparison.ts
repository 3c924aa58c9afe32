// The same table by another ruleset: who would get another answer.
import { html, nothing, type TemplateResult } from 'lit';
import type { Catalogue } from 'partnercheck';
import type { Results } from './results.js';
import type { RosterHost } from './host.js';

/** How the ruleset is called above its column; undefined while there is none. */
export function comparedWith(
  { texts }: RosterHost,
  { comparison, own }: Results,
  catalogue: Catalogue,
): string | undefined {
  if (comparison === undefined) {
    return undefined;
  }
  const ruleset = catalogue.rulesets.find(({ id }) => id === comparison.ruleset);
  return ruleset === undefined
    ? texts.t('row.compared_own', { name: own?.ruleset.id ?? comparison.ruleset })
    : texts.t('row.compared_with', { date: ruleset.as_of });
}

export function compareView(roster: RosterHost, results: Results, catalogue: Catalogue): TemplateResult {
  const { texts, messages } = roster;
  const { comparison, totals, own } = results;
  const others = catalogue.rulesets.filter(({ id }) => id !== totals?.ruleset);
  return html`<section class="card compare" aria-labelledby="compare-heading">
    <h2 id="compare-heading">${texts.t('compare.heading')}</h2>
    <div class="field">
      <label for="compared">${texts.t('compare.label')}</label>
      <select id="compared" @change=${(event: Event) => results.compare((event.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${comparison === undefined}>${texts.t('compare.none')}</option>
        ${others.map((ruleset) => html`<option value=${ruleset.id} ?selected=${ruleset.id === comparison?.ruleset}>${messages.ruleset(ruleset, catalogue.default_ruleset)}</option>`)}
        ${own === undefined ? nothing : html`<option value=${own.ruleset.id} ?selected=${own.ruleset.id === comparison?.ruleset}>${own.ruleset.id}</option>`}
      </select>
    </div>
    ${ownView(roster, results)}
    ${
      comparison === undefined
        ? nothing
        : html`<p role="status" id="compare-sum">${texts.t('compare.sum', { people: comparison.changes.reduce((sum, { people }) => sum + people, 0) })}</p>
          ${
            comparison.changes.length === 0
              ? nothing
              : html`<table class="days-table changes">
                  <caption>${texts.t('compare.caption')}</caption>
                  <thead>
                    <tr>
                      <th scope="col">${texts.t('compare.before')}</th>
                      <th scope="col">${texts.t('compare.after')}</th>
                      <th scope="col">${texts.t('compare.people')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${comparison.changes.map(
                      ({ before, after, people }) => html`<tr>
                        <td>${texts.status(before)}</td>
                        <td>${texts.status(after)}</td>
                        <td>${texts.t('number', { number: people })}</td>
                      </tr>`,
                    )}
                  </tbody>
                </table>
                <p>
                  <button type="button" class="secondary" id="show-changed" @click=${() => results.choose({ changed: true, statuses: undefined, until: undefined })}>
                    ${texts.t('compare.show')}
                  </button>
                </p>`
          }`
    }
  </section>`;
}

function ownView({ texts, messages, core }: RosterHost, results: Results): TemplateResult {
  const { ownFaults } = results;
  return html`<div class="field">
      <label for="own-rules">${texts.t('compare.own')}</label>
      <input
        id="own-rules"
        type="file"
        accept=".json,application/json"
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          const [file] = input.files ?? [];
          // The same file, changed or not, can be chosen again.
          input.value = '';
          if (file !== undefined) {
            void results.compareByOwn(file, core);
          }
        }}
      />
      <p class="hint">
        <a href="./rules.html?lang=${messages.locale}#edit=${results.totals?.ruleset ?? ''}" target="_blank"
          >${texts.t('compare.write')}<span class="visually-hidden"> ${messages.t('link.new_tab')}</span></a
        >
      </p>
    </div>
    <div role="status" id="own-faults">
      ${
        ownFaults.length === 0
          ? nothing
          : html`<p>${texts.t('compare.refused')}</p>
            <ul>
              ${ownFaults.map((fault) => html`<li>${texts.t('compare.place', { line: fault.line ?? 1, column: fault.column ?? 1, text: messages.fault(fault, undefined) })}</li>`)}
            </ul>`
      }
    </div>`;
}
