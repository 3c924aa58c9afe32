// Makes <partner-check> known to the browser. On a server, or where it is known already, nothing happens.
import { PartnerCheckElement, type PartnerCheckEventMap } from './element.js';

if (typeof document !== 'undefined' && customElements.get('partner-check') === undefined) {
  customElements.define('partner-check', PartnerCheckElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'partner-check': PartnerCheckElement;
  }
  interface HTMLElementEventMap extends PartnerCheckEventMap {}
}
