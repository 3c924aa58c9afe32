// The tools under the verdict: fetched when one of them is first used.
import { html, type LitElement, type TemplateResult } from 'lit';
import type { Preview } from 'partnercheck';
import type { Messages } from '../library/messages.js';
import { keepBar, type Keep, type KeepView, type Tool } from './bar.js';
import { othersOf } from './others.js';

export class ShareController {
  /** What the tools said last. */
  private status = '';

  constructor(
    private readonly host: LitElement,
    private readonly tools: readonly Tool[],
    /** What went wrong, in words. */
    private readonly failed: () => string,
  ) {}

  readonly tell = (status: string): void => {
    this.status = status;
    this.host.requestUpdate();
  };

  /** The dialog of the tools, which shows itself. */
  dialog(view: KeepView | undefined): TemplateResult {
    return html`<partner-check-keep .view=${view}></partner-check-keep>`;
  }

  bar(messages: Messages, preview: Preview | undefined): TemplateResult {
    const hasMessage = preview !== undefined && othersOf(preview.decision).length > 0;
    return keepBar(
      messages,
      this.tools,
      preview !== undefined,
      hasMessage,
      this.status,
      (tool) => void this.act((keep) => keep.use(tool)),
    );
  }

  /** Opens the case that the address of the page holds, and forgets it when the address no longer holds one. */
  async follow(fragment: string): Promise<void> {
    // Before the first case there is nothing to forget.
    if (fragment.startsWith('#v') || customElements.get('partner-check-keep') !== undefined) {
      await this.act((keep) => keep.follow(fragment));
    }
  }

  private async act(use: (keep: Keep) => Promise<void>): Promise<void> {
    this.tell('');
    try {
      await Promise.all([import('./keep.js').then((keep) => keep.defineKeep()), this.host.updateComplete]);
      await use(this.host.renderRoot.querySelector('partner-check-keep') as Keep);
    } catch {
      this.tell(this.failed());
    }
  }
}
