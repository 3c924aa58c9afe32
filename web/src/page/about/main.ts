import '../main.js';
import { About } from './about.js';
import { AboutPage } from './about-page.js';

customElements.define('partner-check-about', About);
customElements.define('partner-check-about-page', AboutPage);
