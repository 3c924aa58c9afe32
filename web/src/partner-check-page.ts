// <partner-check-page>: the page around the check.
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { PartnerCheck as Core } from 'partnercheck';
import { edition } from './offline/edition.js';
import { Page } from './page.js';
import { PartnerCheck, type StageDetail } from './partner-check.js';
import type { Wording } from './wording.js';

export class PartnerCheckPage extends Page {
  static override properties: PropertyDeclarations = { stage: { state: true } };

  declare private stage: StageDetail | undefined;

  protected get loadOptions() {
    return PartnerCheck.loadOptions;
  }

  /** The case that the address may hold; and from then on Back and Forward. */
  private followAddress(): void {
    const { check, catalogue } = this;
    const { hash } = location;
    if (check !== null && catalogue !== undefined) {
      void check.followAddress(hash);
      import('./steps.js').then(({ keepSteps }) => keepSteps(check, catalogue, hash)).catch(() => {});
    }
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('core') && changed.get('core') === undefined) {
      this.followAddress();
    }
    const { wording, stage } = this;
    if (wording === undefined) {
      return;
    }
    document.documentElement.lang = wording.locale;
    const name = wording.say('page.name');
    const action = stage === undefined ? '' : ` – ${wording.words.text(`action.${stage.action}`)}`;
    const status = stage?.stage === 'answer' ? `${wording.words.text(`status.${stage.status}`)} – ` : '';
    const title = `${status}${name}${action}`;
    document.title = stage?.stage === 'errors' ? wording.say('error.title', { title }) : title;
  }

  protected head(wording: Wording): TemplateResult {
    return html`<h1>${wording.say('page.name')}</h1>
      <p class="lead">${wording.say('page.lead')}</p>
      ${
        edition === 'one-file'
          ? nothing
          : html`<p class="other"><a href="./roster.html?lang=${wording.locale}">${wording.say('page.roster')}</a></p>`
      }`;
  }

  protected content(wording: Wording, core: Core): TemplateResult {
    return html`<partner-check
      .beginsWith=${'start'}
      .core=${core}
      .wording=${wording}
      @partner-check-stage=${(event: CustomEvent<StageDetail>) => (this.stage = event.detail)}
    ></partner-check>`;
  }

  protected enter(): void {
    this.check?.focus();
  }

  private get check(): PartnerCheck | null {
    return this.renderRoot.querySelector<PartnerCheck>('partner-check');
  }
}
