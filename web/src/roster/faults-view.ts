// What could not be read: each place with what is wrong and what to do.
import { html, nothing, type TemplateResult } from 'lit';
import type { Totals } from 'partnercheck/roster';
import type { RowFault } from './messages.js';
import type { Roster } from './roster.js';
import type { RosterWords } from './words.js';

export function faultsView(
  roster: Roster,
  faults: readonly RowFault[],
  totals: Pick<Totals, 'faults'>,
): TemplateResult | typeof nothing {
  const { words, look } = roster;
  const count = Object.values(totals.faults).reduce((sum, each) => sum + each, 0);
  return count === 0
    ? nothing
    : html`<section class="card faults" aria-labelledby="faults-heading">
        <h2 id="faults-heading">${words.say('faults.heading', { count })}</h2>
        <p class="hint">${words.say(look.subject === 'links' ? 'faults.intro' : 'skills.faults')} ${faults.length < count ? words.say('faults.first', { count: faults.length }) : nothing}</p>
        <p><button type="button" class="secondary" id="faults-csv" @click=${() => save(roster, faults)}>${words.say('faults.download')}</button></p>
        <div class="scroller" role="region" aria-labelledby="faults-heading" tabindex="0">
          <table>
            <thead>
              <tr>
                <th scope="col">${words.say('faults.place')}</th>
                <th scope="col">${words.say('faults.what')}</th>
                <th scope="col">${words.say('faults.remedy')}</th>
              </tr>
            </thead>
            <tbody>
              ${faults.slice(0, 200).map((fault) => {
                const { message, help } = words.rows.error(fault);
                return html`<tr>
                  <th scope="row">${placeOf(words, fault)}</th>
                  <td>${message}</td>
                  <td>${help}</td>
                </tr>`;
              })}
            </tbody>
          </table>
        </div>
        ${faults.length > 200 ? html`<p class="hint">${words.say('faults.more_in_file', { shown: 200 })}</p>` : nothing}
      </section>`;
}

function placeOf(words: RosterWords, { line = 1, column = 1, cell }: RowFault): string {
  return cell === undefined ? words.say('fault.place', { line, column }) : words.say('fault.cell', { cell });
}

function save(roster: Roster, faults: readonly RowFault[]): void {
  const { words } = roster;
  const header = ['faults.line', 'faults.column', 'faults.cell', 'faults.what', 'faults.remedy'] as const;
  const lines = faults.map((fault) => {
    const { message, help } = words.rows.error(fault);
    return [String(fault.line ?? ''), String(fault.column ?? ''), fault.cell ?? '', message, help];
  });
  void roster.saveTable('partner-check-errors.csv', [header.map((key) => words.say(key)), ...lines]);
}
