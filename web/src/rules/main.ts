import '../page/main.js';
import { Rules } from './rules.js';
import { RulesPage } from './rules-page.js';

customElements.define('partner-check-rules', Rules);
customElements.define('partner-check-rules-page', RulesPage);
