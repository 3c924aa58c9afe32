// <partner-check-person>: the check of one person, opened with their case.
import { LitElement, unsafeCSS, type PropertyDeclarations } from 'lit';
import type { LoadOptions, PartnerCheck as Core, Request } from 'partnercheck';
import { Check } from '../check/check.js';
import type { Field } from '../library/catalogue/fields.js';
import type { Messages } from '../library/messages.js';
import { tools } from '../share/bar.js';
import basics from '../library/styles/basics.css?inline';
import styles from '../library/styles/partner-check.css?inline';

/** Links, saved cases and requests belong to the page of the check; and who leaves this page leaves the table. */
const ownTools = tools.filter((tool) => !['link', 'saved', 'request'].includes(tool));

export class OnePerson extends LitElement {
  static override styles = [basics, styles].map(unsafeCSS);

  static override properties: PropertyDeclarations = {
    core: { attribute: false },
    source: { attribute: false },
    messages: { attribute: false },
  };

  declare core: Core | undefined;
  /** From where it came. */
  declare source: LoadOptions;
  declare messages: Messages | undefined;

  private readonly check = new Check(this, {
    tools: ownTools,
    hasAddresses: false,
    rulesPage: undefined,
    source: () => this.source,
  });

  protected override willUpdate(): void {
    this.check.load(this.core, this.messages);
  }

  protected override render(): unknown {
    return this.check.render();
  }

  override focus(options?: FocusOptions): void {
    this.check.focus(options);
  }

  show(request: Request, fields: readonly Field[]): void {
    this.check.fill(request, fields);
    this.check.submit();
  }
}
