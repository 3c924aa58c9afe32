// <partner-check-person>: the check of one person, opened with their case.
import type { Request } from 'partnercheck';
import type { Field } from '../library/catalogue/fields.js';
import type { Tool } from '../share/bar.js';
import { PartnerCheck } from '../check/partner-check.js';

export class OnePerson extends PartnerCheck {
  show(request: Request, fields: readonly Field[]): void {
    this.fill(request, fields);
    this.ask();
  }

  /** Links and saved cases belong to the page of the check. */
  protected override get tools(): readonly Tool[] {
    return super.tools.filter((tool) => tool !== 'link' && tool !== 'saved');
  }
}
