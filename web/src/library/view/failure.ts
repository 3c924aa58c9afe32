// Why the checker could not start, in plain words.
import { html, nothing, type TemplateResult } from 'lit';
import { LoadError } from 'partnercheck';
import { englishPageWords, type PageKey, type Messages } from '../messages.js';

/** Without a `messages`, which may be the very thing that could not be fetched, in English. */
export function failureView(messages: Messages | undefined, failure: unknown, again: () => unknown): TemplateResult {
  const t = translator(messages);
  const url = failure instanceof LoadError ? failure.url : undefined;
  return html`<section class="failure" part="failure" lang=${messages?.locale ?? 'en-US'}>
    <h2>${t('load.heading')}</h2>
    <p>${failureText(messages, failure)}</p>
    ${url === undefined ? nothing : html`<p class="address">${t('load.address', { url })}</p>`}
    <p><button type="button" @click=${again}>${t('load.again')}</button></p>
  </section>`;
}

export function failureText(messages: Messages | undefined, failure: unknown): string {
  return failure instanceof LoadError
    ? translator(messages)(`load.${failure.code}`, { status: failure.status ?? '' })
    : translator(messages)('load.other');
}

/** For those who run the page. */
export function reportFailure(failure: unknown): void {
  console.error(`Partner Check could not start: ${failure instanceof Error ? failure.message : String(failure)}`);
}

function translator(messages: Messages | undefined): Messages['t'] {
  const english = englishPageWords();
  return (key: PageKey, parameters = {}) => messages?.t(key, parameters) ?? english.text(key, parameters);
}
