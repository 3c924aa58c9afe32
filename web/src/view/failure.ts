// Why the checker could not start, in plain words.
import { html, nothing, type TemplateResult } from 'lit';
import { LoadError } from 'partnercheck';
import { englishPageWords, type PageKey, type Wording } from '../wording.js';

/** Without a `wording`, which may be the very thing that could not be fetched, in English. */
export function failureView(wording: Wording | undefined, failure: unknown, again: () => unknown): TemplateResult {
  const say = sayer(wording);
  const url = failure instanceof LoadError ? failure.url : undefined;
  return html`<section class="failure" part="failure" lang=${wording?.locale ?? 'en-US'}>
    <h2>${say('load.heading')}</h2>
    <p>${failureText(wording, failure)}</p>
    ${url === undefined ? nothing : html`<p class="address">${say('load.address', { url })}</p>`}
    <p><button type="button" @click=${again}>${say('load.again')}</button></p>
  </section>`;
}

export function failureText(wording: Wording | undefined, failure: unknown): string {
  return failure instanceof LoadError
    ? sayer(wording)(`load.${failure.code}`, { status: failure.status ?? '' })
    : sayer(wording)('load.other');
}

function sayer(wording: Wording | undefined): Wording['say'] {
  const english = englishPageWords();
  return (key: PageKey, parameters = {}) => wording?.say(key, parameters) ?? english.text(key, parameters);
}
