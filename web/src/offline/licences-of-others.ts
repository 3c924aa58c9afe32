import { html, type TemplateResult } from 'lit';
import type { Messages } from '../library/messages.js';
import { edition } from './edition.js';

/** The licences of what others made: in a file beside the page, or in the one file. */
export function licencesOfOthers(messages: Messages): TemplateResult {
  const title = messages.t('footer.licences');
  return edition === 'one-file'
    ? html`<details class="licences">
        <summary>${title}</summary>
        <pre lang="en" tabindex="0">${document.querySelector<HTMLTemplateElement>('#licenses')?.content.textContent}</pre>
      </details>`
    : html`<p><a href="./licenses.txt">${title}</a></p>`;
}
