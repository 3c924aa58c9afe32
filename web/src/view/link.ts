import { html, type TemplateResult } from 'lit';
import type { Wording } from '../wording.js';

/** A link that leaves the page. In a new tab, because the answers are kept nowhere else. */
export function outerLink(wording: Wording, url: string, text: string, language?: string): TemplateResult {
  return html`<a href=${/^https:\/\//.test(url) ? url : '#'} target="_blank" rel="noreferrer noopener"
    ><span lang=${language ?? wording.locale}>${text}</span
    ><span class="visually-hidden"> ${wording.say('link.new_tab')}</span></a
  >`;
}
