// <partner-check>: the check as the page shows it. Tells what its title may say, and when Back has something to return to.
import { LitElement, unsafeCSS, type CSSResultGroup, type PropertyDeclarations } from 'lit';
import type { LoadOptions, PartnerCheck as Core } from 'partnercheck';
import type { Messages } from '../library/messages.js';
import { tools } from '../share/bar.js';
import { Check, type StageDetail } from './check.js';
import basics from '../library/styles/basics.css?inline';
import styles from '../library/styles/partner-check.css?inline';

export class PartnerCheck extends LitElement {
  static override styles: CSSResultGroup = [basics, styles].map(unsafeCSS);

  /** Where the core is, if not beside the scripts. To be set before the first element is put in place. */
  static loadOptions: LoadOptions = {};
  /** Where each rule is explained; undefined in the one file. As early as the above. */
  static rulesPage: string | undefined = './rules.html';

  static override properties: PropertyDeclarations = {
    core: { attribute: false },
    messages: { attribute: false },
  };

  declare core: Core | undefined;
  declare messages: Messages | undefined;

  readonly check = new Check(this, {
    tools,
    hasAddresses: true,
    rulesPage: PartnerCheck.rulesPage,
    source: () => PartnerCheck.loadOptions,
  });
  private lastStage = '';

  constructor() {
    super();
    this.check.beginsWith = 'start';
  }

  protected override willUpdate(): void {
    this.check.load(this.core, this.messages);
  }

  protected override render(): unknown {
    return this.check.render();
  }

  protected override updated(): void {
    const detail = this.check.stage;
    const stage = JSON.stringify(detail);
    if (stage !== this.lastStage) {
      this.lastStage = stage;
      this.dispatchEvent(
        new CustomEvent<StageDetail>('partner-check-stage', { bubbles: true, composed: true, detail }),
      );
    }
    this.dispatchEvent(new Event('partner-check-entry'));
  }

  override focus(options?: FocusOptions): void {
    this.check.focus(options);
  }
}
