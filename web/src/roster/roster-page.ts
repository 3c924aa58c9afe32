// <partner-check-roster-page>: the page around the roster.
import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { PartnerCheck as Core } from 'partnercheck';
import type { Locale } from 'partnercheck/text';
import { Page } from '../page/page.js';
import type { Messages } from '../library/messages.js';
import type { Roster } from './roster.js';
import { loadRosterMessages, type RosterMessages } from './texts.js';

export class RosterPage extends Page {
  static override properties: PropertyDeclarations = { texts: { state: true } };

  declare private texts: { locale: Locale; texts: RosterMessages } | undefined;

  protected readonly loadOptions = {};

  protected override willUpdate(changed: PropertyValues): void {
    const { messages } = this;
    if (changed.has('messages') && messages !== undefined) {
      loadRosterMessages(messages.locale).then(
        (texts) => {
          if (this.messages?.locale === messages.locale) {
            this.texts = { locale: messages.locale, texts };
          }
        },
        (failure: unknown) => this.fail(failure),
      );
    }
  }

  protected override updated(): void {
    if (this.texts !== undefined) {
      const { locale, texts } = this.texts;
      document.documentElement.lang = locale;
      document.title = texts.t('title');
    }
  }

  protected head(messages: Messages): TemplateResult {
    const texts = this.texts?.texts;
    return html`<p class="other"><a href="./index.html?lang=${messages.locale}">${messages.t('page.name')}</a></p>
      <h1>${texts?.t('heading') ?? '…'}</h1>
      <p class="lead">${texts?.t('lead')}</p>`;
  }

  protected content(messages: Messages, core: Core): TemplateResult {
    return this.texts === undefined
      ? html`<p class="loading" role="status">${messages.t('page.loading')}</p>`
      : html`<partner-check-roster .core=${core} .messages=${messages} .texts=${this.texts.texts}></partner-check-roster>`;
  }

  protected enter(): void {
    this.renderRoot.querySelector<Roster>('partner-check-roster')?.focus();
  }
}
