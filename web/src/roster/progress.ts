import { html, nothing, type TemplateResult } from 'lit';
import type { Progress } from './worker-messages.js';
import type { RosterMessages } from './texts.js';

/** Not read out at each step: the words beside the bar say at the end what was done. */
export function progressView(
  texts: RosterMessages,
  stage: 'opening' | 'running',
  progress: Progress | undefined,
  cancel: () => void,
): TemplateResult {
  const { rows = 0, part = 0, milliseconds = 0 } = progress ?? {};
  const rate = milliseconds > 0 ? Math.round(rows / (milliseconds / 1000)) : 0;
  return html`<section class="card progress" part="progress" aria-labelledby="progress-label">
    <p id="progress-label" role="status">${texts.t(stage === 'opening' ? 'progress.opening' : 'progress.running')}</p>
    <progress aria-labelledby="progress-label" max="1" .value=${part}></progress>
    ${rows === 0 ? nothing : html`<p class="hint">${texts.t('progress.rows', { rows, rate, part: Math.floor(part * 100) })}</p>`}
    <p><button type="button" class="secondary" id="cancel" @click=${cancel}>${texts.t('progress.cancel')}</button></p>
  </section>`;
}
