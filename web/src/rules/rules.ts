// <partner-check-rules>: every rule, number, question, action and document, each at an address of its own.
import {
  LitElement,
  html,
  nothing,
  unsafeCSS,
  type CSSResultGroup,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import type { Catalogue, PartnerCheck as Core } from 'partnercheck';
import type { Messages } from '../library/messages.js';
import basics from '../library/styles/basics.css?inline';
import { Entries, type Entry } from './entries.js';
import { actionView, factView, sourceEntryView } from './other-views.js';
import { overview } from './overview.js';
import { placeOf, type Place } from './place.js';
import { ruleView } from './rule-view.js';
import { rulesetView } from './ruleset-view.js';
import styles from './rules.css?inline';
import { readStatements } from './statements/statements.js';
import type { RulesTexts } from './texts.js';
import type { View } from './view.js';

export class Rules extends LitElement {
  static override styles: CSSResultGroup = [basics, styles].map(unsafeCSS);

  static override properties: PropertyDeclarations = {
    core: { attribute: false },
    messages: { attribute: false },
    texts: { attribute: false },
    place: { state: true },
    written: { state: true },
    editor: { state: true },
  };

  declare core: Core;
  declare messages: Messages;
  declare texts: RulesTexts;
  declare private place: Place | undefined;
  declare private written: string;
  /** Fetched when somebody first wants to write. */
  declare private editor: 'on its way' | 'there' | 'missing' | undefined;

  private view: View | undefined;

  constructor() {
    super();
    this.place = placeOf(location.hash);
    this.written = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.follow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.follow);
  }

  private readonly follow = (): void => {
    this.place = placeOf(location.hash);
    void this.updateComplete.then(() => this.focus());
  };

  /** What is shown, for the title of the page; undefined for everything. */
  get heading(): string | undefined {
    const { place, view } = this;
    if (place?.kind === 'edit') {
      return this.texts.t('edit');
    }
    return place === undefined ? undefined : view?.entries.at(place)?.title;
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#heading, #find')?.focus(options);
  }

  protected override willUpdate(): void {
    if (this.place?.kind === 'edit' && this.editor === undefined) {
      this.editor = 'on its way';
      import('./editor/ruleset-editor.js').then(
        ({ defineRulesetEditor }) => {
          defineRulesetEditor();
          this.editor = 'there';
        },
        () => (this.editor = 'missing'),
      );
    }
    const { messages, texts, core, view } = this;
    if (view?.messages !== messages || view.texts !== texts || view.core !== core) {
      const catalogue = core.describe();
      const statements = readStatements(catalogue);
      const entries = new Entries(messages, texts, catalogue, statements);
      this.view = { messages, texts, core, catalogue, entries, statements };
    }
  }

  protected override updated(): void {
    this.dispatchEvent(new Event('partner-check-place'));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { view, place, written, texts } = this;
    if (view === undefined) {
      return nothing;
    }
    const back = html`<p class="back"><a href="#">${texts.t('title')}</a></p>`;
    if (place?.kind === 'edit') {
      return html`<div lang=${texts.locale}>
        ${back}
        <article data-kind="edit">
          <h2 id="heading" tabindex="-1">${texts.t('edit')}</h2>
          ${
            this.editor === 'missing'
              ? html`<p role="alert">${view.messages.t('keep.failed')}</p>`
              : html`<partner-check-ruleset-editor .view=${view} .start=${place.id}></partner-check-ruleset-editor>`
          }
        </article>
      </div>`;
    }
    const entry = place === undefined ? undefined : view.entries.at(place);
    const content = entry === undefined ? undefined : contentOf(view, view.catalogue, entry);
    return html`<div lang=${texts.locale}>
      ${
        entry === undefined || content === undefined
          ? html`${place === undefined ? nothing : html`<p class="missing" id="heading" tabindex="-1">${texts.t('missing')}</p>`}
          ${overview({ ...view, written, search: (text) => (this.written = text) })}`
          : html`${back}
              <article data-kind=${entry.kind}>
                <p class="kind">${texts.t(`kind.${entry.kind}`)}</p>
                <h2 id="heading" tabindex="-1" lang=${entry.lang ?? nothing}>${entry.title}</h2>
                ${content}
              </article>`
      }
    </div>`;
  }
}

function contentOf(view: View, catalogue: Catalogue, { kind, id }: Entry): TemplateResult | undefined {
  const shown = <Row>(row: Row | undefined, show: (view: View, row: Row) => TemplateResult) =>
    row === undefined ? undefined : show(view, row);
  switch (kind) {
    case 'rule':
      return shown(
        catalogue.rules.find((row) => row.id === id),
        ruleView,
      );
    case 'ruleset':
      return shown(
        catalogue.rulesets.find((row) => row.id === id),
        rulesetView,
      );
    case 'action':
      return shown(
        catalogue.actions.find((row) => row.type === id),
        actionView,
      );
    case 'fact':
      return shown(
        catalogue.facts.find((row) => row.path === id),
        factView,
      );
    case 'source':
      return shown(
        catalogue.sources.find((row) => row.id === id),
        sourceEntryView,
      );
  }
}
