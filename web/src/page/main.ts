import '../library/formatting.js';
import { OfflineNotice } from '../offline/offline-notice.js';
import { PartnerCheckPage } from './partner-check-page.js';
import { PartnerCheck } from '../check/partner-check.js';

customElements.define('partner-check', PartnerCheck);
customElements.define('partner-check-page', PartnerCheckPage);
customElements.define('partner-check-offline', OfflineNotice);
