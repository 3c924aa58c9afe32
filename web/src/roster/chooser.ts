// Where a table comes from: a file that is chosen or dropped, cells that are pasted, or an example.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { template } from 'partnercheck/roster';
import { download } from '../library/download.js';
import type { RosterHost } from './host.js';

const few = 1000;
const many = 1_000_000;

export function chooser(roster: RosterHost): TemplateResult {
  const { texts, messages, stage, dropping } = roster;
  const { t } = texts;
  return html`<section part="chooser" class="card chooser-card ${dropping ? 'is-dropping' : ''}" aria-labelledby="choose-heading" ?inert=${stage === 'running'}>
    <h2 id="choose-heading">${t('choose.heading')}</h2>
    <p class="hint">${t('choose.intro')}</p>
    <div class="ways">
      <div class="field">
        <label for="file">${t('choose.file')}</label>
        <p class="hint" id="file-hint">${t('choose.file.hint')}</p>
        <input
          id="file"
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values"
          aria-describedby="file-hint"
          @change=${(event: Event) => {
            const input = event.target as HTMLInputElement;
            const [file] = input.files ?? [];
            // The same file, changed or not, can be chosen again.
            input.value = '';
            if (file !== undefined) {
              void roster.open({ kind: 'file', file }, file.name);
            }
          }}
        />
      </div>
      <div class="field">
        <label for="pasted">${t('choose.paste')}</label>
        <textarea
          id="pasted"
          rows="2"
          autocomplete="off"
          spellcheck="false"
          .value=${live('')}
          @paste=${(event: ClipboardEvent) => {
            // Cells go straight to the worker: a long text in a form would hold up the page.
            event.preventDefault();
            openText(roster, event.clipboardData?.getData('text/plain') ?? '');
          }}
          @change=${(event: Event) => openText(roster, (event.target as HTMLTextAreaElement).value)}
        ></textarea>
      </div>
    </div>
    <p class="buttons">
      <button type="button" class="secondary" id="sample" @click=${() => roster.openSample(few)}>${t('choose.sample', { rows: few })}</button>
      <button type="button" class="secondary" id="million" @click=${() => roster.openSample(many)}>${t('choose.sample', { rows: many })}</button>
      <button type="button" class="secondary" id="skills-sample" @click=${() => roster.openSkillsSample()}>${t('choose.skills_sample')}</button>
      <button
        type="button"
        class="quiet"
        id="template"
        @click=${() => download('partner-check-template.csv', 'text/csv;charset=utf-8', template(messages.locale))}
      >
        ${t('choose.template')}
      </button>
    </p>
    ${dropping ? html`<p class="drop-here" aria-hidden="true">${t('choose.drop')}</p>` : nothing}
  </section>`;
}

function openText(roster: RosterHost, text: string): void {
  if (text.trim() !== '') {
    void roster.open({ kind: 'file', file: new Blob([text]) }, roster.texts.t('choose.pasted'));
  }
}
