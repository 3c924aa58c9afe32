// <partner-check-keep>: everything that keeps or shares a case, in one dialog; and the case that an address holds.
import { LitElement, html, nothing, unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import { copied } from '../library/copied.js';
import { everyField } from '../library/catalogue/every-field.js';
import { loadTexts } from '../library/texts.js';
import { asText } from './as-text.js';
import type { Asked, Keep, KeepView, Tool } from './bar.js';
import { CalendarSheet } from './calendar-sheet.js';
import { CaseError, readCase, type Case } from './case.js';
import { FragmentError, fromFragment } from './fragment.js';
import { LinkSheet, selectAll } from './link-sheet.js';
import { MessageSheet } from './message-sheet.js';
import { ReceiptSheet } from './receipt-sheet.js';
import { RequestSheet } from './request-sheet.js';
import { SavedSheet } from './saved-sheet.js';
import type { Sheet } from './sheet.js';
import { shareTexts, type ShareKey, type ShareTexts, type ShareTranslate } from './texts.js';
import styles from './share.css?inline';

interface Notice {
  key: ShareKey;
  ruleset: string;
}

export class PartnerCheckKeep extends LitElement implements Keep, Sheet {
  static override styles = unsafeCSS(styles);

  static override properties = {
    view: { attribute: false },
    texts: { state: true },
    tool: { state: true },
    status: { state: true },
    notice: { state: true },
  };

  declare view: KeepView;
  declare status: string;
  declare private texts: ShareTexts | undefined;
  declare private tool: Tool | undefined;
  declare private notice: Notice | undefined;

  private readonly sheets = {
    link: new LinkSheet(),
    calendar: new CalendarSheet(),
    message: new MessageSheet(),
    receipt: new ReceiptSheet(),
    saved: new SavedSheet(),
    request: new RequestSheet(),
  };
  /** The fragment that was followed last; while it is read, a later one makes it void. */
  private followed = '';

  constructor() {
    super();
    this.status = '';
  }

  get asked(): Asked | undefined {
    return this.view.asked;
  }

  get request(): Case | undefined {
    const { asked } = this;
    return asked === undefined ? undefined : { ...asked.request, ruleset: asked.preview.decision.ruleset };
  }

  get t(): ShareTranslate {
    return this.texts?.t ?? ((key) => key);
  }

  async use(tool: Tool): Promise<void> {
    await this.speak();
    const { asked, view } = this;
    if (tool === 'print') {
      print();
      return;
    }
    if (tool === 'text') {
      if (asked !== undefined && (await copied(this.text(asked)))) {
        view.tell(this.t('text.copied'));
        return;
      }
    } else {
      await this.sheets[tool].prepare(this);
    }
    this.status = tool === 'text' ? this.t('not_copied') : '';
    this.tool = tool;
    await this.updateComplete;
    this.dialog?.showModal();
  }

  async follow(fragment: string): Promise<void> {
    const before = this.followed;
    this.followed = fragment;
    if (!fragment.startsWith('#v')) {
      this.notice = undefined;
      if (before.startsWith('#v')) {
        this.view.openCase();
      }
      return;
    }
    await this.speak();
    const { catalogue, core } = this.view;
    let found: Case | undefined;
    let notice: Notice | undefined;
    try {
      found = readCase(JSON.parse(await fromFragment(fragment)), catalogue, core);
    } catch (failure) {
      notice = noticeOf(failure);
    }
    if (this.followed !== fragment) {
      return;
    }
    this.dialog?.close();
    this.notice = notice;
    this.fill(found);
    if (notice !== undefined) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('.notice')?.focus();
    }
  }

  readonly report = (status: string): void => {
    this.status = status;
    this.requestUpdate();
  };

  readonly focusOn = (id: string): void => {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus());
  };

  readonly changed = (): void => this.requestUpdate();

  readonly copy = (text: string, done: string): void => {
    void copied(text).then((isCopied) => this.report(isCopied ? done : this.t('not_copied')));
  };

  readonly open = (request: Case): void => {
    this.dialog?.close();
    this.notice = undefined;
    this.fill(request);
  };

  private fill(request: Case | undefined): void {
    this.view.openCase(request, request === undefined ? [] : everyField(this.view.catalogue, request.action.type));
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('view') && this.texts !== undefined && this.texts.locale !== this.view.messages.locale) {
      // Where the texts cannot be fetched, the old ones stay.
      this.speak().catch(() => {});
    }
  }

  protected override render(): TemplateResult {
    const { notice, tool, t, status } = this;
    return html`${notice === undefined ? nothing : this.noticeView(notice)}
      <dialog aria-labelledby="title" lang=${this.texts?.locale ?? nothing} @close=${this.closed} @click=${this.clickBeside}>
        ${
          tool === undefined
            ? nothing
            : html`<div class="sheet sheet-${tool}">
              <h2 id="title" tabindex="-1" autofocus>${t(headingOf(tool))}</h2>
              ${this.sheet(tool)}
              <p role="status" class="status">${status}</p>
              <p class="end"><button type="button" class="other close" @click=${() => this.dialog?.close()}>${t('close')}</button></p>
            </div>`
        }
      </dialog>`;
  }

  private sheet(tool: Tool): TemplateResult | typeof nothing {
    if (tool === 'text') {
      const text = this.asked === undefined ? '' : this.text(this.asked);
      return html`<label for="text">${this.t('text.label')}</label>
        <textarea id="text" readonly rows="14" .value=${text} @focus=${selectAll}></textarea>`;
    }
    return tool === 'print' ? nothing : this.sheets[tool].render(this);
  }

  private noticeView({ key, ruleset }: Notice): TemplateResult {
    return html`<div class="notice" role="group" aria-labelledby="notice-heading" tabindex="-1" lang=${this.texts?.locale ?? nothing}>
      <h2 id="notice-heading">${this.t('notice.heading')}</h2>
      <p>${this.t(key, { ruleset })}</p>
      <button type="button" class="other" @click=${() => (this.notice = undefined)}>${this.t('notice.close')}</button>
    </div>`;
  }

  private text(asked: Asked): string {
    return asText(asked, this.view.catalogue, this.view.messages, this.t);
  }

  private async speak(): Promise<void> {
    const { locale } = this.view.messages;
    if (this.texts?.locale !== locale) {
      const texts = await loadTexts(shareTexts, locale);
      if (this.view.messages.locale === locale) {
        this.texts = texts;
      }
    }
  }

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  private readonly closed = (): void => {
    // The event comes a task after the dialog closed: by then another sheet can stand open.
    if (this.dialog?.open !== true) {
      this.tool = undefined;
    }
  };

  private readonly clickBeside = (event: Event): void => {
    if (event.target === event.currentTarget) {
      this.dialog?.close();
    }
  };
}

function headingOf(tool: Tool): ShareKey {
  return tool === 'print' ? 'close' : `${tool}.heading`;
}

function noticeOf(failure: unknown): Notice {
  if (failure instanceof FragmentError) {
    return { key: `notice.${failure.code}`, ruleset: '' };
  }
  const ruleset = failure instanceof CaseError ? failure.detail.ruleset : undefined;
  return ruleset === undefined ? { key: 'notice.broken', ruleset: '' } : { key: 'notice.unknown_ruleset', ruleset };
}

export function defineKeep(): void {
  if (customElements.get('partner-check-keep') === undefined) {
    customElements.define('partner-check-keep', PartnerCheckKeep);
  }
}
