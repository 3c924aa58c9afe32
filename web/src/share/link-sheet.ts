// The link, and before it what it gives away.
import { html, type TemplateResult } from 'lit';
import { canonical } from './canonical.js';
import { linesOf } from './case.js';
import { FragmentError, toFragment } from './fragment.js';
import type { Sheet } from './sheet.js';

export class LinkSheet {
  private address: string | undefined;

  /** Undefined when the case is too long for a link. */
  async prepare({ request }: Sheet): Promise<void> {
    this.address = undefined;
    if (request === undefined) {
      return;
    }
    try {
      const [page] = location.href.split(/[?#]/);
      this.address = `${page}#${await toFragment(canonical(request))}`;
    } catch (failure) {
      if (!(failure instanceof FragmentError)) {
        throw failure;
      }
    }
  }

  render({ view, request, t, copy }: Sheet): TemplateResult {
    const { address } = this;
    const lines = request === undefined ? [] : linesOf(request, view.catalogue, view.messages);
    if (address === undefined) {
      return html`<p>${t('link.too_long')}</p>`;
    }
    return html`<p class="warning">${t('link.warning')}</p>
      <h3>${t('link.contents')}</h3>
      <dl class="lines">
        ${lines.map(
          ({ label, value }) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      <label for="address">${t('link.address')}</label>
      <input id="address" type="text" readonly .value=${address} aria-describedby="address-place" @focus=${selectAll} />
      <p class="hint" id="address-place">${t('link.place')}</p>
      <p><button type="button" class="do" @click=${() => copy(address, t('link.copied'))}>${t('link.copy')}</button></p>`;
  }
}

export function selectAll(event: Event): void {
  (event.target as HTMLInputElement | HTMLTextAreaElement).select();
}
