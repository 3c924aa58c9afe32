// For pages without a bundler: all in one module, with the core, the engine and the texts beside it.
import '../../library/formatting.js';
import './define.js';

export { PartnerCheckRosterElement } from './roster-element.js';
