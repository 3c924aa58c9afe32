// Where the page in one file starts.
import './embedded-core.js';
import './main.js';
import { About } from './about/about.js';

customElements.define('partner-check-about', About);
