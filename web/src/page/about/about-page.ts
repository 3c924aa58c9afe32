// <partner-check-about-page>: the page around sources and licences.
import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { PartnerCheck as Core } from 'partnercheck';
import type { Messages } from '../../library/messages.js';
import { loadTexts } from '../../library/texts.js';
import { Page } from '../page.js';
import type { About } from './about.js';
import { aboutTexts, type AboutTexts } from './texts.js';

export class AboutPage extends Page {
  static override properties: PropertyDeclarations = { texts: { state: true } };

  declare private texts: AboutTexts | undefined;

  protected readonly loadOptions = {};

  protected override willUpdate(changed: PropertyValues): void {
    const { messages } = this;
    if (changed.has('messages') && messages !== undefined) {
      loadTexts(aboutTexts, messages.locale).then(
        (texts) => {
          if (this.messages?.locale === messages.locale) {
            this.texts = texts;
          }
        },
        (failure: unknown) => this.fail(failure),
      );
    }
  }

  protected override updated(): void {
    const { messages, texts } = this;
    if (messages !== undefined && texts !== undefined) {
      document.documentElement.lang = texts.locale;
      document.title = `${texts.t('title')} – ${messages.t('page.name')}`;
    }
  }

  protected head(messages: Messages): TemplateResult {
    return html`<p class="other"><a href="./index.html?lang=${messages.locale}">${messages.t('page.name')}</a></p>
      <h1>${this.texts?.t('title') ?? '…'}</h1>
      <p class="lead">${this.texts?.t('lead')}</p>`;
  }

  protected content(messages: Messages, core: Core): TemplateResult {
    return html`<partner-check-about .messages=${messages} .catalogue=${core.describe()}></partner-check-about>`;
  }

  protected enter(): void {
    this.renderRoot
      .querySelector<About>('partner-check-about')
      ?.renderRoot.querySelector<HTMLElement>('#sources')
      ?.focus();
  }
}
