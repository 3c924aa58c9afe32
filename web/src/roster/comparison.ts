// The same table by another ruleset: who would get another answer.
import { html, nothing, type TemplateResult } from 'lit';
import type { Catalogue } from 'partnercheck';
import type { Results } from './results.js';
import type { RosterHost } from './host.js';

export function compareView({ texts, messages }: RosterHost, results: Results, catalogue: Catalogue): TemplateResult {
  const { comparison, totals } = results;
  const others = catalogue.rulesets.filter(({ id }) => id !== totals?.ruleset);
  return html`<section class="card compare" aria-labelledby="compare-heading">
    <h2 id="compare-heading">${texts.t('compare.heading')}</h2>
    <div class="field">
      <label for="compared">${texts.t('compare.label')}</label>
      <select id="compared" @change=${(event: Event) => results.compare((event.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${comparison === undefined}>${texts.t('compare.none')}</option>
        ${others.map((ruleset) => html`<option value=${ruleset.id} ?selected=${ruleset.id === comparison?.ruleset}>${messages.ruleset(ruleset, catalogue.default_ruleset)}</option>`)}
      </select>
    </div>
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
