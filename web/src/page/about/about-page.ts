// <partner-check-about-page>: the page around sources and licences.
import { html, type TemplateResult } from 'lit';
import type { PartnerCheck as Core } from 'partnercheck';
import type { Messages } from '../../library/messages.js';
import { Spoken } from '../../library/spoken.js';
import { loadTexts } from '../../library/texts.js';
import { Page } from '../page.js';
import type { About } from './about.js';
import { aboutTexts } from './texts.js';

export class AboutPage extends Page {
  private readonly spoken = new Spoken(
    this,
    () => this.messages?.locale,
    (locale) => loadTexts(aboutTexts, locale),
    (failure) => this.fail(failure),
  );

  protected readonly loadOptions = {};
  protected readonly savedAs = 'partner-check.html';

  protected override updated(): void {
    const { messages, spoken } = this;
    if (messages !== undefined && spoken.now !== undefined) {
      const { locale, texts } = spoken.now;
      document.documentElement.lang = locale;
      document.title = `${texts.t('title')} – ${messages.t('page.name')}`;
    }
  }

  protected head(messages: Messages): TemplateResult {
    const texts = this.spoken.now?.texts;
    return html`<p class="other"><a href="./index.html?lang=${messages.locale}">${messages.t('page.name')}</a></p>
      <h1>${texts?.t('title') ?? '…'}</h1>
      <p class="lead">${texts?.t('lead')}</p>`;
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
