import { html, nothing, type TemplateResult } from 'lit';
import type { Catalogue, Letter } from 'partnercheck';
import type { Messages } from '../../library/messages.js';
import { channelLink } from '../../library/view/link.js';

export type CopyState = 'untouched' | 'copied' | 'not_copied';

/** A request ready to be sent. The page sends nothing itself. */
export function letterView(
  messages: Messages,
  catalogue: Catalogue,
  letter: Letter,
  copyState: CopyState,
  copy: (text: string) => void,
): TemplateResult {
  const { subject, body } = messages.words.letter(letter);
  const link = channelLink(messages, catalogue, letter.channel);
  return html`<div class="block letter" part="letter">
    ${link === undefined ? nothing : html`<p class="help">${link}</p>`}
    <label for="letter-subject">${messages.t('answer.letter.subject')}</label>
    <input id="letter-subject" type="text" readonly .value=${subject} />
    <label for="letter-body">${messages.t('answer.letter.body')}</label>
    <textarea id="letter-body" readonly rows=${body.split('\n').length + 1} .value=${body}></textarea>
    <p>
      <button type="button" class="secondary" @click=${() => copy(`${subject}\n\n${body}`)}>
        ${messages.t('answer.letter.copy')}
      </button>
      <span role="status" class="copied"
        >${
          copyState === 'untouched'
            ? nothing
            : messages.t(copyState === 'copied' ? 'answer.letter.copied' : 'answer.letter.not_copied')
        }</span
      >
    </p>
  </div>`;
}
