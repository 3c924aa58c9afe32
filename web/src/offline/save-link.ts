import { html, nothing, type TemplateResult } from 'lit';
import type { Wording } from '../wording.js';
import { edition } from './edition.js';

/** The way from the page on a web server to the whole of it in one file. */
export function saveLink(wording: Wording): TemplateResult | typeof nothing {
  return edition === 'one-file'
    ? nothing
    : html`<p class="save"><a href="./partner-check.html" download="partner-check.html">${wording.say('footer.save')}</a></p>`;
}
