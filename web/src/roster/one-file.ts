// Where the page of a table in one file starts. A file on a disk may start no worker: the table is read in the page.
import engine from 'partnercheck/partnercheck-roster.wasm?url&inline';
import '../page/embedded-core.js';
import { bytesOf } from '../page/embedded-bytes.js';
import { PartnerCheck } from '../check/partner-check.js';
import { About } from '../page/about/about.js';
import { OfflineNotice } from '../offline/offline-notice.js';
import '../library/formatting.js';
import { pageLine } from './page-line.js';
import { defineParts } from './parts.js';
import { Roster } from './roster.js';
import { RosterPage } from './roster-page.js';

Roster.openLine = pageLine;
Roster.coreSource = PartnerCheck.loadOptions;
Roster.engineSource = { wasmBinary: bytesOf(engine) };
Roster.hasAddresses = false;
defineParts();
customElements.define('partner-check-about', About);
customElements.define('partner-check-offline', OfflineNotice);
customElements.define('partner-check-roster', Roster);
customElements.define('partner-check-roster-page', RosterPage);
