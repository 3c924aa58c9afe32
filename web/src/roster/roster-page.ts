// <partner-check-roster-page>: the page around the roster.
import { html, nothing, type TemplateResult } from 'lit';
import type { PartnerCheck as Core } from 'partnercheck';
import { PartnerCheck } from '../check/partner-check.js';
import { edition } from '../offline/edition.js';
import { Page } from '../page/page.js';
import type { Messages } from '../library/messages.js';
import { Spoken } from '../library/spoken.js';
import type { Roster } from './roster.js';
import { loadRosterMessages } from './texts.js';

export class RosterPage extends Page {
  private readonly spoken = new Spoken(
    this,
    () => this.messages?.locale,
    loadRosterMessages,
    (failure) => this.fail(failure),
  );

  protected readonly savedAs = 'partner-check-roster.html';

  protected get loadOptions() {
    return PartnerCheck.loadOptions;
  }

  protected override updated(): void {
    const { now } = this.spoken;
    if (now !== undefined) {
      const { locale, texts } = now;
      document.documentElement.lang = locale;
      document.title = texts.t('title');
    }
  }

  protected head(messages: Messages): TemplateResult {
    const texts = this.spoken.now?.texts;
    return html`${
      edition === 'one-file'
        ? nothing
        : html`<p class="other"><a href="./index.html?lang=${messages.locale}">${messages.t('page.name')}</a></p>`
    }
      <h1>${texts?.t('heading') ?? '…'}</h1>
      <p class="lead">${texts?.t('lead')}</p>`;
  }

  protected content(messages: Messages, core: Core): TemplateResult {
    const { now } = this.spoken;
    return now === undefined
      ? html`<p class="loading" role="status">${messages.t('page.loading')}</p>`
      : html`<partner-check-roster .core=${core} .messages=${messages} .texts=${now.texts}></partner-check-roster>`;
  }

  protected enter(): void {
    this.renderRoot.querySelector<Roster>('partner-check-roster')?.focus();
  }
}
