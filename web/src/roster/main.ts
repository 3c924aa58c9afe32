// The page of the check is fetched whole: both pages then share one script, and each person opens in the check.
import '../page/main.js';
import { defineParts } from './parts.js';
import { Roster } from './roster.js';
import { RosterPage } from './roster-page.js';
import { workerLine } from './worker-line.js';

Roster.openLine = workerLine;
defineParts();
customElements.define('partner-check-roster', Roster);
customElements.define('partner-check-roster-page', RosterPage);
