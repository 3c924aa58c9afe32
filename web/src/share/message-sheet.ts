// A message to whoever has to do something about it, ready to be pasted or mailed. The page sends nothing itself.
import { html, type TemplateResult } from 'lit';
import { selectAll } from './link-sheet.js';
import { othersOf } from './others.js';
import type { Sheet } from './sheet.js';

export class MessageSheet {
  prepare(): void {}

  render(sheet: Sheet): TemplateResult {
    const { t, copy } = sheet;
    const { subject, body } = messageOf(sheet);
    const address = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
    return html`<p>${t('message.intro')}</p>
      <label for="message-subject">${t('message.subject')}</label>
      <input id="message-subject" type="text" readonly .value=${subject} @focus=${selectAll} />
      <label for="message-body">${t('message.body')}</label>
      <textarea id="message-body" readonly rows="12" .value=${body} @focus=${selectAll}></textarea>
      <p>
        <button type="button" class="do" @click=${() => copy(`${subject}\n\n${body}`, t('message.copied'))}>${t('message.copy')}</button>
        <a href=${address}>${t('message.mail')}</a>
      </p>`;
  }
}

function messageOf({ view, asked, t }: Sheet): { subject: string; body: string } {
  if (asked === undefined) {
    return { subject: '', body: '' };
  }
  const { request, preview } = asked;
  const { messages, catalogue } = view;
  const { words } = messages;
  const row = catalogue.actions.find(({ type }) => type === request.action.type);
  const steps = othersOf(preview.decision).map(
    (step) => `- ${t('line', { label: messages.whoAndWhen(step, request.today), value: words.step(step) })}`,
  );
  const body = [
    t('message.hello'),
    '',
    t('message.about', { question: row === undefined ? '' : messages.situation(row) }),
    words.verdict(preview.decision, request.today, row),
    '',
    t('message.please'),
    ...steps,
    '',
    messages.t('answer.asked_on', { today: request.today }),
    messages.t('footer.unofficial'),
  ].join('\n');
  return { subject: row === undefined ? '' : words.text(row.title), body };
}
