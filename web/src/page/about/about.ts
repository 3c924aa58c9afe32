// <partner-check-about>: the documents that the rules come from, and the licences of what others made.
import {
  LitElement,
  html,
  nothing,
  unsafeCSS,
  type CSSResultGroup,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import type { Catalogue, Source } from 'partnercheck';
import type { Messages } from '../../library/messages.js';
import { Spoken } from '../../library/spoken.js';
import { loadTexts } from '../../library/texts.js';
import { outerLink } from '../../library/view/link.js';
import basics from '../../library/styles/basics.css?inline';
import styles from './about.css?inline';
import { licencesOfOthers } from './licences-of-others.js';
import { aboutTexts, type AboutTexts } from './texts.js';

const kinds = ['seed', 'linked', 'beyond'] as const satisfies Source['kind'][];

export class About extends LitElement {
  static override styles: CSSResultGroup = [basics, styles].map(unsafeCSS);

  static override properties: PropertyDeclarations = {
    messages: { attribute: false },
    catalogue: { attribute: false },
    licences: { state: true },
  };

  declare messages: Messages | undefined;
  declare catalogue: Catalogue | undefined;
  /** Undefined while it is being fetched, empty where it cannot be. */
  declare private licences: string | undefined;

  private readonly spoken = new Spoken(
    this,
    () => this.messages?.locale,
    (locale) => loadTexts(aboutTexts, locale),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    licencesOfOthers().then(
      (text) => (this.licences = text),
      () => (this.licences = ''),
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    const { messages, catalogue, spoken } = this;
    const texts = spoken.now?.texts;
    return messages === undefined || catalogue === undefined || texts === undefined
      ? nothing
      : html`<div lang=${texts.locale}>
          <h2 id="sources" tabindex="-1">${texts.t('sources')}</h2>
          ${sourcesView(messages, texts, catalogue)}
          <h2>${texts.t('licences')}</h2>
          ${this.licencesView(texts)}
        </div>`;
  }

  private licencesView({ t }: AboutTexts): unknown {
    return this.licences === ''
      ? html`<p>${t('licences.failed', { file: 'licenses.txt' })}</p>`
      : html`<p>${t('licences.intro')}</p>
          <pre class="licences" lang="en" tabindex="0">${this.licences ?? '…'}</pre>`;
  }
}

function sourcesView(messages: Messages, { t }: AboutTexts, { rulesets, sources }: Catalogue): TemplateResult {
  return html`<div class="sources">
    <section>
      <h3>${t('rulesets')}</h3>
      <ul>
        ${rulesets.map(
          ({ as_of: date, beyond }) =>
            html`<li>
              <time datetime=${date}>${messages.words.date(date)}</time>${beyond ? ` (${messages.t('source.beyond')})` : nothing}
            </li>`,
        )}
      </ul>
    </section>
    ${kinds.map(
      (kind) => html`<section>
        <h3>${t(`sources.${kind}`)}</h3>
        <ul>
          ${sources
            .filter((source) => source.kind === kind)
            .map(
              (source) =>
                html`<li>
                  ${outerLink(messages, source.url, source.title, 'en')}
                  <span class="edition">${messages.edition(source)}</span>
                </li>`,
            )}
        </ul>
      </section>`,
    )}
  </div>`;
}
