// The link, and before it what it gives away.
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { canonical } from './canonical.js';
import { linesOf } from './case.js';
import { downloadFile } from '../library/download.js';
import { cardImage } from './card-image.js';
import { FragmentError, toFragment } from './fragment.js';
import type { Sheet } from './sheet.js';

/** In characters: what a phone still reads from a screen. */
const longestCode = 1200;

export class LinkSheet {
  private address: string | undefined;
  /** Undefined where the link is too long to be read from a screen. */
  private code: SVGTemplateResult | undefined;

  /** Undefined when the case is too long for a link. */
  async prepare({ request, t }: Sheet): Promise<void> {
    this.address = undefined;
    this.code = undefined;
    if (request === undefined) {
      return;
    }
    try {
      const [page] = location.href.split(/[?#]/);
      this.address = `${page}#${await toFragment(canonical(request))}`;
      this.code = await codeOf(this.address, t('link.code'));
    } catch (failure) {
      if (!(failure instanceof FragmentError)) {
        throw failure;
      }
    }
  }

  private async saveImage({ view, asked, t, report }: Sheet): Promise<void> {
    if (asked === undefined) {
      return;
    }
    try {
      const image = await cardImage(asked, view.catalogue, view.messages);
      downloadFile(`partner-check-${asked.request.today}.png`, image);
      report(t('link.image_saved'));
    } catch {
      report(view.messages.t('keep.failed'));
    }
  }

  render(sheet: Sheet): TemplateResult {
    const { view, request, t, copy } = sheet;
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
      <p class="do-these">
        <button type="button" class="do" @click=${() => copy(address, t('link.copied'))}>${t('link.copy')}</button>
        <button type="button" class="other" id="save-image" @click=${() => this.saveImage(sheet)}>${t('link.image')}</button>
      </p>
      ${
        this.code === undefined
          ? html`<p class="hint">${t('link.no_code')}</p>`
          : html`<figure class="code">
            ${this.code}
            <figcaption class="hint">${t('link.code')}</figcaption>
          </figure>`
      }`;
  }
}

/** As one path; a camera wants four squares of nothing around. */
async function codeOf(address: string, label: string): Promise<SVGTemplateResult | undefined> {
  if (address.length > longestCode) {
    return undefined;
  }
  const { generate } = await import('lean-qr');
  const code = generate(address);
  const size = code.size + 8;
  let path = '';
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      path += code.get(x, y) ? `M${x + 4} ${y + 4}h1v1h-1z` : '';
    }
  }
  return svg`<svg class="qr" role="img" aria-label=${label} viewBox="0 0 ${size} ${size}">
    <path fill="#fff" d="M0 0h${size}v${size}H0z" /><path fill="#000" d=${path} />
  </svg>`;
}

export function selectAll(event: Event): void {
  (event.target as HTMLInputElement | HTMLTextAreaElement).select();
}
