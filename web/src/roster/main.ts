// The page of the check is fetched whole: both pages then share one script, and each person opens in the check.
import '../page/main.js';
import { NextDays } from './next-days.js';
import { OnePerson } from './one-person.js';
import { People } from './people.js';
import { Roster } from './roster.js';
import { RosterPage } from './roster-page.js';
import { Holders } from './skills/holders.js';
import { Steps } from './skills/steps.js';

customElements.define('partner-check-person', OnePerson);
customElements.define('partner-check-people', People);
customElements.define('partner-check-next-days', NextDays);
customElements.define('partner-check-holders', Holders);
customElements.define('partner-check-steps', Steps);
customElements.define('partner-check-roster', Roster);
customElements.define('partner-check-roster-page', RosterPage);
