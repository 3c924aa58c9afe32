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
import { load, type Catalogue, type LoadOptions, type PartnerCheck as Core, type Source } from 'partnercheck';
import { version } from 'partnercheck/package.json';
import { chooseLocale, locales, type Locale } from 'partnercheck/text';
import { nextTask } from './next-task.js';
import { licencesOfOthers } from './offline/licences-of-others.js';
import { saveLink } from './offline/save-link.js';
import { civilToday } from './reading/dates.js';
import type { Requests } from './requests.js';
import { failureView } from './view/failure.js';
import { lockIcon } from './view/icons.js';
import { outerLink } from './view/link.js';
import { languageNames, loadWording, type Wording } from './wording.js';
import failureStyles from './styles/failure.css?inline';
import styles from './styles/page.css?inline';

export abstract class Page extends LitElement {
  static override styles: CSSResultGroup = [unsafeCSS(styles), unsafeCSS(failureStyles)];

  static override properties: PropertyDeclarations = {
    core: { state: true },
    wording: { state: true },
    failure: { state: true },
    requests: { state: true },
    listed: { state: true },
  };

  declare protected core: Core | undefined;
  declare protected wording: Wording | undefined;
  declare private failure: unknown;
  declare private requests: Requests | undefined;
  /** Whose sources the footer lists: below all else, so after all else. */
  declare private listed: Catalogue | undefined;

  protected catalogue: Catalogue | undefined;
  /** The other page says which language was chosen there. */
  private wanted: Locale = chooseLocale([
    ...new URLSearchParams(location.search).getAll('lang'),
    ...navigator.languages,
  ]);

  protected abstract readonly loadOptions: LoadOptions;
  /** What the page is for, under its name. */
  protected abstract head(wording: Wording): TemplateResult;
  protected abstract content(wording: Wording, core: Core): TemplateResult;
  /** Moves the focus past the header. */
  protected abstract enter(): void;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.start();
  }

  private readonly start = async (): Promise<void> => {
    this.failure = undefined;
    const loading = this.core === undefined ? load(this.loadOptions) : Promise.resolve(this.core);
    // What failed is said in the language of the person, so the words come first.
    loading.catch(() => {});
    try {
      await this.speak(this.wanted);
      // In tasks of their own, so that the browser can paint what is there.
      await nextTask();
      // The first date makes the browser open its calendars, which takes a while: now, since the core is still on its way.
      this.wording?.words.date(civilToday());
      const core = await loading;
      await nextTask();
      const catalogue = core.describe();
      this.catalogue = catalogue;
      await nextTask();
      // The catalogue is asked for once: it is long, and stays as it is.
      this.core = { ...core, describe: () => catalogue };
      await nextTask();
      this.listed = catalogue;
      import('./requests.js')
        .then(({ countRequests }) => countRequests((requests) => (this.requests = requests)))
        .catch(() => {});
    } catch (failure) {
      this.failure = failure;
    }
  };

  /** Something that the page cannot do without could not be fetched. */
  protected fail(failure: unknown): void {
    this.failure = failure;
  }

  private async speak(locale: Locale): Promise<void> {
    this.wanted = locale;
    const wording = await loadWording(locale);
    if (this.wanted === locale) {
      this.wording = wording;
    }
  }

  private readonly chooseLanguage = (event: Event): void => {
    const select = event.target as HTMLSelectElement;
    this.speak(select.value as Locale).catch(() => {
      // The texts could not be fetched: the page stays in the language that it has.
      this.wanted = this.wording?.locale ?? 'en-US';
      select.value = this.wanted;
    });
  };

  protected override render(): TemplateResult {
    const { wording, core } = this;
    const failure = this.failure === undefined ? undefined : failureView(wording, this.failure, this.start);
    if (wording === undefined) {
      return failure === undefined ? html`<p class="loading" role="status">…</p>` : html`<main>${failure}</main>`;
    }
    const content =
      failure ??
      (core === undefined
        ? html`<p class="loading" role="status">${wording.say('page.loading')}</p>`
        : this.content(wording, core));
    return html`${this.header(wording)}
      <main id="main">${content}</main>
      ${core === undefined && failure === undefined ? nothing : this.footer(wording)}
      <partner-check-offline .wording=${wording}></partner-check-offline>`;
  }

  private header(wording: Wording): TemplateResult {
    return html`<header>
      <a class="skip" href="#main" @click=${this.skip}>${wording.say('page.skip')}</a>
      <div class="bar">
        <div class="brand">
          ${this.head(wording)}
          <p class="promise">${lockIcon}<span>${wording.say('page.promise')}</span></p>
        </div>
        <div class="language">
          <label for="language">${wording.say('page.language')}</label>
          <select id="language" aria-label=${wording.say('page.language')} @change=${this.chooseLanguage}>
            ${locales.map(
              (locale) =>
                html`<option value=${locale} lang=${locale} ?selected=${locale === wording.locale}>${languageNames[locale]}</option>`,
            )}
          </select>
        </div>
      </div>
    </header>`;
  }

  private footer(wording: Wording): TemplateResult {
    return html`<footer>
      <div class="inner">
        <p>${wording.say('footer.unofficial')}</p>
        ${this.listed === undefined ? nothing : sourcesView(wording, this.listed)}
        ${saveLink(wording)} ${licencesOfOthers(wording)}
        ${this.requests === undefined ? nothing : html`<p class="requests">${wording.say('footer.requests', { ...this.requests })}</p>`}
        <p class="version">${wording.say('footer.version', { version })}</p>
      </div>
    </footer>`;
  }

  private readonly skip = (event: Event): void => {
    event.preventDefault();
    this.enter();
  };
}

function sourcesView(wording: Wording, { rulesets, sources }: Catalogue): TemplateResult {
  const kinds = ['seed', 'linked', 'beyond'] as const satisfies Source['kind'][];
  return html`<details>
    <summary>${wording.say('footer.from')}</summary>
    <div class="sources">
    <section>
      <h2>${wording.say('footer.rulesets')}</h2>
      <ul>
        ${rulesets.map(
          ({ as_of: date, beyond }) =>
            html`<li>
              <time datetime=${date}>${wording.words.date(date)}</time>${beyond ? ` (${wording.say('source.beyond')})` : nothing}
            </li>`,
        )}
      </ul>
    </section>
    ${kinds.map(
      (kind) => html`<section>
        <h2>${wording.say(`footer.sources.${kind}`)}</h2>
        <ul>
          ${sources
            .filter((source) => source.kind === kind)
            .map(
              (source) =>
                html`<li>
                  ${outerLink(wording, source.url, source.title, 'en')}
                  <span class="edition">${wording.edition(source)}</span>
                </li>`,
            )}
        </ul>
      </section>`,
    )}
  </div>
  </details>`;
}
