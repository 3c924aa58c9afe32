// What could not be read: each place with what is wrong and what to do.
import { html, nothing, type TemplateResult } from 'lit';
import type { Totals } from 'partnercheck/roster';
import type { RowFault } from './worker-messages.js';
import type { RosterHost } from './host.js';
import type { RosterMessages } from './texts.js';

export function faultsView(
  roster: RosterHost,
  faults: readonly RowFault[],
  totals: Pick<Totals, 'faults'>,
): TemplateResult | typeof nothing {
  const { texts, look } = roster;
  const count = Object.values(totals.faults).reduce((sum, each) => sum + each, 0);
  return count === 0
    ? nothing
    : html`<section class="card faults" aria-labelledby="faults-heading">
        <h2 id="faults-heading">${texts.t('faults.heading', { count })}</h2>
        <p class="hint">${texts.t(look.subject === 'links' ? 'faults.intro' : 'skills.faults')} ${faults.length < count ? texts.t('faults.first', { count: faults.length }) : nothing}</p>
        <p><button type="button" class="secondary" id="faults-csv" @click=${() => save(roster, faults)}>${texts.t('faults.download')}</button></p>
        <div class="scroller" role="region" aria-labelledby="faults-heading" tabindex="0">
          <table>
            <thead>
              <tr>
                <th scope="col">${texts.t('faults.place')}</th>
                <th scope="col">${texts.t('faults.what')}</th>
                <th scope="col">${texts.t('faults.remedy')}</th>
              </tr>
            </thead>
            <tbody>
              ${faults.slice(0, 200).map((fault) => {
                const { message, help } = texts.rows.error(fault);
                return html`<tr>
                  <th scope="row">${placeOf(texts, fault)}</th>
                  <td>${message}</td>
                  <td>${help}</td>
                </tr>`;
              })}
            </tbody>
          </table>
        </div>
        ${faults.length > 200 ? html`<p class="hint">${texts.t('faults.more_in_file', { shown: 200 })}</p>` : nothing}
      </section>`;
}

function placeOf(texts: RosterMessages, { line = 1, column = 1, cell }: RowFault): string {
  return cell === undefined ? texts.t('fault.place', { line, column }) : texts.t('fault.cell', { cell });
}

function save(roster: RosterHost, faults: readonly RowFault[]): void {
  const { texts } = roster;
  const header = ['faults.line', 'faults.column', 'faults.cell', 'faults.what', 'faults.remedy'] as const;
  const lines = faults.map((fault) => {
    const { message, help } = texts.rows.error(fault);
    return [String(fault.line ?? ''), String(fault.column ?? ''), fault.cell ?? '', message, help];
  });
  void roster.saveTable('partner-check-errors.csv', [header.map((key) => texts.t(key)), ...lines]);
}
