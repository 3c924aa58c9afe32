// Makes <partner-check-roster> known to the browser. On a server, or where it is known already, nothing happens.
import { defineParts } from '../../roster/parts.js';
import { PartnerCheckRosterElement, type PartnerCheckRosterEventMap } from './roster-element.js';

if (typeof document !== 'undefined' && customElements.get('partner-check-roster') === undefined) {
  defineParts();
  customElements.define('partner-check-roster', PartnerCheckRosterElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'partner-check-roster': PartnerCheckRosterElement;
  }
  interface HTMLElementEventMap extends PartnerCheckRosterEventMap {}
}
