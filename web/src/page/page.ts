// What the pages have in common: they load the core, choose the language, say what failed, and have a header and a footer.
import {
  LitElement,
  html,
  nothing,
  unsafeCSS,
  type CSSResultGroup,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { load, type Catalogue, type LoadOptions, type PartnerCheck as Core } from 'partnercheck';
import { version } from 'partnercheck/package.json';
import { chooseLocale, locales, type Locale } from 'partnercheck/text';
import { nextTask } from '../library/next-task.js';
import { edition } from '../offline/edition.js';
import { saveLink } from '../offline/save-link.js';
import { civilToday } from '../library/reading/dates.js';
import type { Requests } from './requests.js';
import { failureView, reportFailure } from '../library/view/failure.js';
import { lockIcon } from '../library/view/icons.js';
import { languageNames, loadMessages, type Messages } from '../library/messages.js';
import basics from '../library/styles/basics.css?inline';
import failureStyles from '../library/styles/failure.css?inline';
import styles from './page.css?inline';

export abstract class Page extends LitElement {
  static override styles: CSSResultGroup = [basics, styles, failureStyles].map(unsafeCSS);

  static override properties: PropertyDeclarations = {
    core: { state: true },
    messages: { state: true },
    failure: { state: true },
    requests: { state: true },
  };

  declare protected core: Core | undefined;
  declare protected messages: Messages | undefined;
  declare private failure: unknown;
  declare private requests: Requests | undefined;

  protected catalogue: Catalogue | undefined;
  /** The other page says which language was chosen there. */
  private wanted: Locale = chooseLocale([
    ...new URLSearchParams(location.search).getAll('lang'),
    ...navigator.languages,
  ]);

  protected abstract readonly loadOptions: LoadOptions;
  /** The page in one file. */
  protected abstract readonly savedAs: string;
  /** What the page is for, under its name. */
  protected abstract head(messages: Messages): TemplateResult;
  protected abstract content(messages: Messages, core: Core): TemplateResult;
  /** Moves the focus past the header. */
  protected abstract enter(): void;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.start();
  }

  private readonly start = async (): Promise<void> => {
    this.failure = undefined;
    const loading =
      this.core === undefined ? load({ ...this.loadOptions, faultTexts: false }) : Promise.resolve(this.core);
    // What failed is said in the language of the person, so the words come first.
    loading.catch(() => {});
    try {
      await this.speak(this.wanted);
      // In tasks of their own, so that the browser can paint what is there.
      await nextTask();
      // The first date makes the browser open its calendars, which takes a while: now, since the core is still on its way.
      this.messages?.words.date(civilToday());
      const core = await loading;
      await nextTask();
      const catalogue = core.describe();
      this.catalogue = catalogue;
      await nextTask();
      // The catalogue is asked for once: it is long, and stays as it is.
      this.core = { ...core, describe: () => catalogue };
      import('./requests.js')
        .then(({ countRequests }) => countRequests((requests) => (this.requests = requests)))
        .catch(() => {});
    } catch (failure) {
      this.fail(failure);
    }
  };

  /** Something that the page cannot do without could not be fetched. */
  protected fail(failure: unknown): void {
    this.failure = failure;
    reportFailure(failure);
  }

  private async speak(locale: Locale): Promise<void> {
    this.wanted = locale;
    const messages = await loadMessages(locale);
    if (this.wanted === locale) {
      this.messages = messages;
    }
  }

  private readonly chooseLanguage = (event: Event): void => {
    const select = event.target as HTMLSelectElement;
    this.speak(select.value as Locale).catch(() => {
      // The texts could not be fetched: the page stays in the language that it has.
      this.wanted = this.messages?.locale ?? 'en-US';
      select.value = this.wanted;
    });
  };

  protected override render(): TemplateResult {
    const { messages, core } = this;
    const failure = this.failure === undefined ? undefined : failureView(messages, this.failure, this.start);
    if (messages === undefined) {
      return failure === undefined ? html`<p class="loading" role="status">…</p>` : html`<main>${failure}</main>`;
    }
    const content =
      failure ??
      (core === undefined
        ? html`<p class="loading" role="status">${messages.t('page.loading')}</p>`
        : this.content(messages, core));
    return html`${this.header(messages)}
      <main id="main">${content}</main>
      ${core === undefined && failure === undefined ? nothing : this.footer(messages)}
      <partner-check-offline .messages=${messages}></partner-check-offline>`;
  }

  private header(messages: Messages): TemplateResult {
    return html`<header>
      <a class="skip" href="#main" @click=${this.skip}>${messages.t('page.skip')}</a>
      <div class="bar">
        <div class="brand">
          ${this.head(messages)}
          <p class="promise">${lockIcon}<span>${messages.t('page.promise')}</span></p>
        </div>
        <div class="language">
          <label for="language">${messages.t('page.language')}</label>
          <select id="language" aria-label=${messages.t('page.language')} @change=${this.chooseLanguage}>
            ${locales.map(
              (locale) =>
                html`<option value=${locale} lang=${locale} ?selected=${locale === messages.locale}>${languageNames[locale]}</option>`,
            )}
          </select>
        </div>
      </div>
    </header>`;
  }

  private footer(messages: Messages): TemplateResult {
    return html`<footer>
      <div class="inner">
        <p>${messages.t('footer.unofficial')}</p>
        ${this.about(messages)} ${saveLink(messages, this.savedAs)}
        ${this.requests === undefined ? nothing : html`<p class="requests">${messages.t('footer.requests', { ...this.requests })}</p>`}
        <p class="version">${messages.t('footer.version', { version })}</p>
      </div>
    </footer>`;
  }

  /** On pages of their own; in the one file, what has to be there, folded up. */
  private about(messages: Messages): TemplateResult {
    const title = messages.t('footer.about');
    return edition === 'one-file'
      ? html`<details>
          <summary>${title}</summary>
          <partner-check-about .messages=${messages} .catalogue=${this.catalogue}></partner-check-about>
        </details>`
      : html`<p><a href="./rules.html?lang=${messages.locale}">${messages.t('footer.rules')}</a></p>
          <p><a href="./about.html?lang=${messages.locale}">${title}</a></p>`;
  }

  private readonly skip = (event: Event): void => {
    event.preventDefault();
    this.enter();
  };
}
