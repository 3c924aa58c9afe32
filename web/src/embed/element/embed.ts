// For pages without a bundler: all in one module, with the core and the texts beside it.
import '../../library/formatting.js';
import './define.js';

export { PartnerCheckElement } from './element.js';
