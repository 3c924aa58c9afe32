// <partner-check-page>: the page around the check.
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { PartnerCheck as Core } from 'partnercheck';
import { edition } from '../offline/edition.js';
import { Page } from './page.js';
import type { StageDetail } from '../check/check.js';
import { PartnerCheck } from '../check/partner-check.js';
import type { Messages } from '../library/messages.js';

export class PartnerCheckPage extends Page {
  static override properties: PropertyDeclarations = { stage: { state: true } };

  declare private stage: StageDetail | undefined;

  protected readonly savedAs = 'partner-check.html';

  protected get loadOptions() {
    return PartnerCheck.loadOptions;
  }

  /** The case that the address may hold; and from then on Back and Forward. */
  private followAddress(): void {
    const { element, catalogue } = this;
    const { hash } = location;
    if (element !== null && catalogue !== undefined) {
      const followed = element.check.followAddress(hash);
      Promise.all([import('./steps.js'), followed])
        .then(([{ keepSteps }]) => keepSteps(element, catalogue, hash))
        .catch(() => {});
    }
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('core') && changed.get('core') === undefined) {
      this.followAddress();
    }
    const { messages, stage } = this;
    if (messages === undefined) {
      return;
    }
    document.documentElement.lang = messages.locale;
    const name = messages.t('page.name');
    const action = stage === undefined ? '' : ` – ${messages.words.text(stage.title)}`;
    const status = stage?.stage === 'answer' ? `${messages.words.text(`status.${stage.status}`)} – ` : '';
    const title = `${status}${name}${action}`;
    document.title = stage?.stage === 'errors' ? messages.t('error.title', { title }) : title;
  }

  protected head(messages: Messages): TemplateResult {
    return html`<h1>${messages.t('page.name')}</h1>
      <p class="lead">${messages.t('page.lead')}</p>
      ${
        edition === 'one-file'
          ? nothing
          : html`<p class="other"><a href="./roster.html?lang=${messages.locale}">${messages.t('page.roster')}</a></p>`
      }`;
  }

  protected content(messages: Messages, core: Core): TemplateResult {
    return html`<partner-check
      .core=${core}
      .messages=${messages}
      @partner-check-stage=${(event: CustomEvent<StageDetail>) => (this.stage = event.detail)}
    ></partner-check>`;
  }

  protected enter(): void {
    this.element?.focus();
  }

  private get element(): PartnerCheck | null {
    return this.renderRoot.querySelector<PartnerCheck>('partner-check');
  }
}
