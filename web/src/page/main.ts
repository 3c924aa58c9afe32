import '../library/formatting.js';
import { PartnerCheckPage } from './partner-check-page.js';
import { PartnerCheck } from '../check/partner-check.js';

customElements.define('partner-check', PartnerCheck);
customElements.define('partner-check-page', PartnerCheckPage);

// It waits for the page anyway, so the page does not wait for it. Where it cannot be fetched, the page works as well, online.
import('../offline/offline-notice.js').then(
  ({ OfflineNotice }) => customElements.define('partner-check-offline', OfflineNotice),
  () => {},
);
