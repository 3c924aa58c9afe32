// <partner-check-rules-page>: the page around the rules.
import { html, type TemplateResult } from 'lit';
import type { PartnerCheck as Core } from 'partnercheck';
import { Page } from '../page/page.js';
import type { Messages } from '../library/messages.js';
import { Spoken } from '../library/spoken.js';
import type { Rules } from './rules.js';
import { loadRulesTexts } from './texts.js';

export class RulesPage extends Page {
  private readonly spoken = new Spoken(
    this,
    () => this.messages?.locale,
    loadRulesTexts,
    (failure) => this.fail(failure),
  );

  protected readonly savedAs = 'partner-check.html';
  protected readonly loadOptions = {};

  protected override updated(): void {
    this.entitle();
  }

  private readonly entitle = (): void => {
    const { messages, spoken } = this;
    if (messages !== undefined && spoken.now !== undefined) {
      const { locale, texts } = spoken.now;
      document.documentElement.lang = locale;
      document.title = `${this.rules?.heading ?? texts.t('title')} – ${messages.t('page.name')}`;
    }
  };

  protected head(messages: Messages): TemplateResult {
    const texts = this.spoken.now?.texts;
    return html`<p class="other"><a href="./index.html?lang=${messages.locale}">${messages.t('page.name')}</a></p>
      <h1>${texts?.t('title') ?? '…'}</h1>
      <p class="lead">${texts?.t('lead')}</p>`;
  }

  protected content(messages: Messages, core: Core): TemplateResult {
    const { now } = this.spoken;
    return now === undefined
      ? html`<p class="loading" role="status">${messages.t('page.loading')}</p>`
      : html`<partner-check-rules
          .core=${core}
          .messages=${messages}
          .texts=${now.texts}
          @partner-check-place=${this.entitle}
        ></partner-check-rules>`;
  }

  protected enter(): void {
    this.rules?.focus();
  }

  private get rules(): Rules | null {
    return this.renderRoot.querySelector<Rules>('partner-check-rules');
  }
}
