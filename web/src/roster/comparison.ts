// The same table by another ruleset: who would get another answer.
import { html, nothing, type TemplateResult } from 'lit';
import type { Catalogue } from 'partnercheck';
import type { Results } from './results.js';
import type { Roster } from './roster.js';

export function compareView({ words, wording }: Roster, results: Results, catalogue: Catalogue): TemplateResult {
  const { comparison, totals } = results;
  const others = catalogue.rulesets.filter(({ id }) => id !== totals?.ruleset);
  return html`<section class="card compare" aria-labelledby="compare-heading">
    <h2 id="compare-heading">${words.say('compare.heading')}</h2>
    <div class="field">
      <label for="compared">${words.say('compare.label')}</label>
      <select id="compared" @change=${(event: Event) => results.compare((event.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${comparison === undefined}>${words.say('compare.none')}</option>
        ${others.map((ruleset) => html`<option value=${ruleset.id} ?selected=${ruleset.id === comparison?.ruleset}>${wording.ruleset(ruleset, catalogue.default_ruleset)}</option>`)}
      </select>
    </div>
    ${
      comparison === undefined
        ? nothing
        : html`<p role="status" id="compare-sum">${words.say('compare.sum', { people: comparison.changes.reduce((sum, { people }) => sum + people, 0) })}</p>
          ${
            comparison.changes.length === 0
              ? nothing
              : html`<table class="days-table changes">
                  <caption>${words.say('compare.caption')}</caption>
                  <thead>
                    <tr>
                      <th scope="col">${words.say('compare.before')}</th>
                      <th scope="col">${words.say('compare.after')}</th>
                      <th scope="col">${words.say('compare.people')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${comparison.changes.map(
                      ({ before, after, people }) => html`<tr>
                        <td>${words.status(before)}</td>
                        <td>${words.status(after)}</td>
                        <td>${words.say('number', { number: people })}</td>
                      </tr>`,
                    )}
                  </tbody>
                </table>
                <p>
                  <button type="button" class="secondary" id="show-changed" @click=${() => results.choose({ changed: true, statuses: undefined, until: undefined })}>
                    ${words.say('compare.show')}
                  </button>
                </p>`
          }`
    }
  </section>`;
}
