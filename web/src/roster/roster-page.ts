// <partner-check-roster-page>: the page around the roster.
import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { PartnerCheck as Core } from 'partnercheck';
import type { Locale } from 'partnercheck/text';
import { Page } from '../page.js';
import type { Wording } from '../wording.js';
import type { Roster } from './roster.js';
import { wordsOfRoster, type RosterWords } from './words.js';

export class RosterPage extends Page {
  static override properties: PropertyDeclarations = { words: { state: true } };

  declare private words: { locale: Locale; words: RosterWords } | undefined;

  protected readonly loadOptions = {};

  protected override willUpdate(changed: PropertyValues): void {
    const { wording } = this;
    if (changed.has('wording') && wording !== undefined) {
      wordsOfRoster(wording.locale).then(
        (words) => {
          if (this.wording?.locale === wording.locale) {
            this.words = { locale: wording.locale, words };
          }
        },
        (failure: unknown) => this.fail(failure),
      );
    }
  }

  protected override updated(): void {
    if (this.words !== undefined) {
      const { locale, words } = this.words;
      document.documentElement.lang = locale;
      document.title = words.say('title');
    }
  }

  protected head(wording: Wording): TemplateResult {
    const words = this.words?.words;
    return html`<p class="other"><a href="./index.html?lang=${wording.locale}">${wording.say('page.name')}</a></p>
      <h1>${words?.say('heading') ?? '…'}</h1>
      <p class="lead">${words?.say('lead')}</p>`;
  }

  protected content(wording: Wording, core: Core): TemplateResult {
    return this.words === undefined
      ? html`<p class="loading" role="status">${wording.say('page.loading')}</p>`
      : html`<partner-check-roster .core=${core} .wording=${wording} .words=${this.words.words}></partner-check-roster>`;
  }

  protected enter(): void {
    this.renderRoot.querySelector<Roster>('partner-check-roster')?.focus();
  }
}
