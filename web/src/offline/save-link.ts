import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../library/messages.js';
import { edition } from './edition.js';

/** The way from the page on a web server to the whole of it in one file. */
export function saveLink(messages: Messages, file: string): TemplateResult | typeof nothing {
  return edition === 'one-file'
    ? nothing
    : html`<p class="save"><a href=${`./${file}`} download=${file}>${messages.t('footer.save')}</a></p>`;
}
