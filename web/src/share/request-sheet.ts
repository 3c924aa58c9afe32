// The question as a request: as JSON, that can be changed here and is judged at every key, and as programs that ask it.
import { html, nothing, type TemplateResult } from 'lit';
import type { Catalogue, CheckAnswer, Fault } from 'partnercheck';
import { fieldsOf, type Field } from '../library/catalogue/fields.js';
import { actionInForce } from '../library/catalogue/in-force.js';
import { readCase } from './case.js';
import { editFragment } from './edit-fragment.js';
import { FragmentError } from './fragment.js';
import { selectAll } from './link-sheet.js';
import type { Sheet } from './sheet.js';
import { languages, snippet, type Language } from './snippets.js';

type Shown = Language | 'answer';
const choices: readonly Shown[] = [...languages, 'answer'];

export class RequestSheet {
  private text = '';
  private shown: Shown = 'json';
  /** The last one that was whole: programs hold it while the text is being changed. */
  private request: object = {};
  /** Of the editor, with the question of the page; undefined where there is none, or it is too long for a link. */
  private editor: string | undefined;

  async prepare({ request, view }: Sheet): Promise<void> {
    this.shown = 'json';
    this.request = request ?? {};
    this.text = snippet('json', this.request);
    this.editor = undefined;
    if (view.rulesPage !== undefined) {
      try {
        this.editor = `${view.rulesPage}?lang=${view.messages.locale}${await editFragment({ request: this.request })}`;
      } catch (failure) {
        if (!(failure instanceof FragmentError)) {
          throw failure;
        }
      }
    }
  }

  render(sheet: Sheet): TemplateResult {
    const { t, view, copy } = sheet;
    const { shown, text } = this;
    const answer = view.core.check(text);
    const code =
      shown === 'json' ? text : shown === 'answer' ? JSON.stringify(answer, null, 2) : snippet(shown, this.request);
    return html`<p>${t('request.intro')}</p>
      <label for="shown">${t('request.shown')}</label>
      <select id="shown" @change=${(event: Event) => this.show(sheet, (event.target as HTMLSelectElement).value as Shown)}>
        ${choices.map((each) => html`<option value=${each} ?selected=${each === shown}>${t(`request.${each}`)}</option>`)}
      </select>
      <label for="code">${t(`request.${shown}`)}</label>
      ${
        shown === 'json'
          ? html`<textarea
            id="code"
            class="code-text"
            rows="14"
            spellcheck="false"
            autocomplete="off"
            aria-describedby="judged"
            aria-invalid=${answer.type === 'failure'}
            .value=${text}
            @input=${(event: Event) => this.change(sheet, (event.target as HTMLTextAreaElement).value)}
          ></textarea>`
          : html`<textarea id="code" class="code-text" readonly rows="14" spellcheck="false" .value=${code} @focus=${selectAll}></textarea>`
      }
      <div id="judged" role="status">${judgedView(sheet, answer, text)}</div>
      <p class="do-these">
        <button type="button" class="do" @click=${() => copy(code, t('request.copied'))}>${t('request.copy')}</button>
        ${
          answer.type === 'success'
            ? html`<button type="button" class="other" id="ask" @click=${() => this.ask(sheet)}>${t('request.ask')}</button>`
            : nothing
        }
      </p>
      ${this.editor === undefined ? nothing : html`<p><a id="numbers" href=${this.editor}>${t('request.numbers')}</a></p>`}
      ${helpView(sheet, this.request)}`;
  }

  private show(sheet: Sheet, shown: Shown): void {
    this.shown = shown;
    sheet.changed();
  }

  private change(sheet: Sheet, text: string): void {
    this.text = text;
    if (sheet.view.core.check(text).type === 'success') {
      this.request = JSON.parse(text) as object;
    }
    sheet.changed();
  }

  private ask({ view, open }: Sheet): void {
    const request = { ruleset: view.catalogue.default_ruleset, ...this.request };
    open(readCase(request, view.catalogue, view.core));
  }
}

function judgedView({ view, t }: Sheet, answer: CheckAnswer, text: string): TemplateResult {
  const { messages, catalogue } = view;
  if (answer.type === 'success') {
    const { action, today } = JSON.parse(text) as { action: { type: string }; today: string };
    const row = catalogue.actions.find(({ type }) => type === action.type);
    return html`<p class="result">${messages.words.verdict(answer.decision, today, row)}</p>`;
  }
  return html`<ul class="faults">
    ${answer.errors.map(
      (fault) => html`<li>
        ${
          fault.line === undefined
            ? nothing
            : html`<button type="button" class="other" @click=${(event: Event) => goTo(event, text, fault)}>${t(
                'request.place',
                {
                  line: fault.line,
                  column: fault.column ?? 1,
                },
              )}</button>`
        }
        ${messages.fault(fault, undefined)}
      </li>`,
    )}
  </ul>`;
}

/** Puts the cursor where a fault is. */
function goTo(event: Event, text: string, { line = 1, column = 1 }: Fault): void {
  const area = ((event.target as HTMLElement).getRootNode() as ShadowRoot).querySelector<HTMLTextAreaElement>('#code');
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const inLine = [...(lines[line - 1] ?? '')].slice(0, column - 1).join('').length;
  area?.focus();
  area?.setSelectionRange(before + inLine, before + inLine);
}

/** What the action of the request can be told, by the catalogue. */
function helpView({ view, t }: Sheet, request: object): TemplateResult | typeof nothing {
  const { catalogue, messages } = view;
  const { action, ruleset = catalogue.default_ruleset } = request as { action?: { type: string }; ruleset?: string };
  const row = catalogue.actions.find(({ type }) => type === action?.type);
  if (row === undefined) {
    return nothing;
  }
  const fields = flat(fieldsOf(catalogue, actionInForce(catalogue, row, ruleset)));
  return html`<details>
    <summary>${t('request.help')}</summary>
    <dl class="lines">
      ${fields.map(
        (field) => html`<div>
          <dt><code>${field.pattern}</code></dt>
          <dd>${[messages.question(field), ...kindOf(catalogue, field, t)].join(' ')}</dd>
        </div>`,
      )}
    </dl>
  </details>`;
}

function flat(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => [...(field.kind === 'group' ? [] : [field]), ...flat(field.members)]);
}

function kindOf({ calendar }: Catalogue, { kind, values }: Field, t: Sheet['t']): string[] {
  switch (kind) {
    case 'date':
      return [t('request.day', { first: calendar.first, last: calendar.last })];
    case 'number':
      return [t('request.number')];
    case 'yes_no':
      return [t('request.values', { values: 'true, false' })];
    default:
      return values.length > 0 ? [t('request.values', { values: values.join(', ') })] : [];
  }
}
