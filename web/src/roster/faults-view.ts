// What could not be read: each place with what is wrong and what to do. A cell can be corrected where it is shown.
import { html, nothing, type TemplateResult } from 'lit';
import type { Totals } from 'partnercheck/roster';
import type { Mend, RowFault } from './worker-messages.js';
import type { RosterHost } from './host.js';
import type { RosterMessages } from './texts.js';

/** In the list; the file holds more. */
const mostShown = 200;

export function faultsView(
  roster: RosterHost,
  faults: readonly RowFault[],
  totals: Pick<Totals, 'faults'>,
): TemplateResult | typeof nothing {
  const { texts, look, mends } = roster;
  const count = Object.values(totals.faults).reduce((sum, each) => sum + each, 0);
  if (count === 0 && mends.length === 0) {
    return nothing;
  }
  return html`<section class="card faults" part="faults" aria-labelledby="faults-heading">
    <h2 id="faults-heading" tabindex="-1">${count === 0 ? texts.t('faults.none') : texts.t('faults.heading', { count })}</h2>
    ${mends.length === 0 ? nothing : mendsView(roster, mends)}
    ${
      count === 0
        ? nothing
        : html`<p class="hint">${texts.t(look.subject === 'links' ? 'faults.intro' : 'skills.faults')} ${faults.length < count ? texts.t('faults.first', { count: faults.length }) : nothing}</p>
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
                ${faults.slice(0, mostShown).map((fault) => faultRow(roster, fault))}
              </tbody>
            </table>
          </div>
          ${faults.length > mostShown ? html`<p class="hint">${texts.t('faults.more_in_file', { shown: mostShown })}</p>` : nothing}`
    }
  </section>`;
}

function faultRow(roster: RosterHost, fault: RowFault): TemplateResult {
  const { texts } = roster;
  const { message, help } = texts.rows.error(fault);
  return html`<tr>
    <th scope="row">${placeOf(texts, fault)}</th>
    <td>${message}</td>
    <td>${help} ${mendField(roster, fault)}</td>
  </tr>`;
}

/** Longer ones are not shown whole. */
const longestShown = 60;

/** Where the fault is that of one cell whose text is known. */
function mendField(roster: RosterHost, { line, column, details, ...fault }: RowFault): TemplateResult | typeof nothing {
  const { texts } = roster;
  const before = details?.value;
  if (line === undefined || column === undefined || typeof before !== 'string' || before.length > longestShown) {
    return nothing;
  }
  const label = texts.t('mend.label', { place: placeOf(texts, { ...fault, line, column }) });
  return html`<form
    class="mend"
    novalidate
    autocomplete="off"
    @submit=${(event: Event) => {
      event.preventDefault();
      const { value } = (event.target as HTMLFormElement).elements.namedItem('after') as HTMLInputElement;
      const after = value.replaceAll(/\s+/g, ' ').trim();
      if (after !== before) {
        void roster.mend({ line, column, before, after });
      }
    }}
  >
    <input name="after" type="text" autocomplete="off" spellcheck="false" aria-label=${label} .value=${before} />
    <button class="secondary">${texts.t('mend.do')}</button>
  </form>`;
}

function mendsView(roster: RosterHost, mends: readonly Mend[]): TemplateResult {
  const { texts } = roster;
  const last = mends.at(-1);
  return html`<div class="mends">
    <p role="status" id="mended">
      ${texts.t('mend.done', { count: mends.length })}
      ${last === undefined ? nothing : texts.t('mend.last', { before: last.before, after: last.after })}
    </p>
    <div class="files">
      <button type="button" class="secondary" id="undo-mend" @click=${() => roster.undoMend()}>${texts.t('mend.undo')}</button>
      <button type="button" class="secondary" id="save-mended-csv" @click=${() => roster.saveMended('csv')}>${texts.t('mend.csv')}</button>
      <button type="button" class="secondary" id="save-mended-xlsx" @click=${() => roster.saveMended('xlsx')}>${texts.t('mend.xlsx')}</button>
    </div>
  </div>`;
}

function placeOf(
  texts: RosterMessages,
  { line = 1, column = 1, cell }: Pick<RowFault, 'line' | 'column' | 'cell'>,
): string {
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
