import { html, type TemplateResult } from 'lit';
import type { Catalogue } from 'partnercheck';
import type { Messages } from '../messages.js';

/** A link that leaves the page. In a new tab, because the answers are kept nowhere else. */
export function outerLink(messages: Messages, url: string, text: string, language?: string): TemplateResult {
  return html`<a href=${/^https:\/\//.test(url) ? url : '#'} target="_blank" rel="noreferrer noopener"
    ><span lang=${language ?? messages.locale}>${text}</span
    ><span class="visually-hidden"> ${messages.t('link.new_tab')}</span></a
  >`;
}

/** Where a request goes, by the id of a support route; undefined when there is none. */
export function channelLink(
  messages: Messages,
  { support_routes: routes }: Catalogue,
  channel: string | undefined,
): TemplateResult | undefined {
  const route = routes.find(({ id }) => id === channel);
  return route === undefined ? undefined : outerLink(messages, route.url, messages.words.text(`channel.${route.id}`));
}
