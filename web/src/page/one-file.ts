// Where the page in one file starts.
import './embedded-core.js';
import './main.js';
