// <partner-check-offline>: says once that the page now works offline, and asks before it takes a new version.
import { LitElement, html, nothing, unsafeCSS, type TemplateResult } from 'lit';
import type { Messages } from '../library/messages.js';
import { keepOffline, takeUpdate, type News } from './registration.js';
import styles from './offline-notice.css?inline';

export class OfflineNotice extends LitElement {
  static override styles = unsafeCSS(styles);

  static override properties = {
    messages: { attribute: false },
    news: { state: true },
  };

  declare messages: Messages | undefined;
  declare private news: News | undefined;

  protected override firstUpdated(): void {
    void keepOffline((news) => {
      this.news = news;
    });
  }

  protected override updated(): void {
    // Only what asks for something stays in sight; then what has the focus must not be hidden behind it.
    const asks = this.news === 'update';
    this.toggleAttribute('asks', asks);
    const height = this.renderRoot.querySelector('.notice')?.getBoundingClientRect().height;
    document.documentElement.style.scrollPaddingBlockEnd = asks && height !== undefined ? `${height}px` : '';
  }

  protected override render(): TemplateResult {
    const { messages, news } = this;
    const text =
      messages === undefined || news === undefined
        ? ''
        : messages.t(news === 'update' ? 'offline.update' : 'offline.ready');
    // The region for readers of the screen is there before its text, or the text would not be read out.
    return html`<div class=${text === '' ? 'nothing' : 'notice'} data-news=${news ?? nothing}>
      <p role="status">${text}</p>
      ${news === 'update' ? html`<button type="button" class="primary" @click=${this.reload}>${messages?.t('offline.reload')}</button>` : nothing}
      ${text === '' ? nothing : html`<button type="button" @click=${this.close}>${messages?.t('offline.close')}</button>`}
    </div>`;
  }

  private readonly reload = (): void => {
    // Whoever holds something that a reload would lose keeps it now.
    this.dispatchEvent(new Event('partner-check-reload', { bubbles: true, composed: true }));
    takeUpdate();
  };

  private readonly close = (): void => {
    this.news = undefined;
  };
}
