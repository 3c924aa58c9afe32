// A table of as many rows as there are people, of which only those in sight are there.
//
// Browsers draw nothing higher than some ten million pixels. Beyond that the scroll bar stands for more rows than it has
// pixels: small steps move by rows, a jump of the bar goes to its share of the table.
import { LitElement, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { RosterRow } from 'partnercheck/roster';
import { nextTask } from '../library/next-task.js';
import type { Messages } from '../library/messages.js';
import { statusIcons } from '../library/view/icons.js';
import type { RosterMessages } from './texts.js';

const rowHeight = 44;
const tallest = 8_000_000;
/** Rows above and below those in sight, so that the Tab key finds the next one. */
const spare = 6;
/** How far the row with the focus can be out of sight and still be there, with its neighbours: scrolling comes after the keys. */
const reach = 40;
const block = 100;
const blocksKept = 40;

export abstract class RowsTable<Row> extends LitElement {
  static override properties: PropertyDeclarations = {
    messages: { attribute: false },
    texts: { attribute: false },
    total: { attribute: false },
    edition: { attribute: false },
  };

  declare messages: Messages;
  declare texts: RosterMessages;
  declare total: number;
  /** Changes with the view: rows that are known are void. */
  declare edition: number;
  rows: (from: number, count: number) => Promise<Row[]> = async () => [];
  fail: (failure: unknown) => void = () => {};

  /** What the table is called, its column headers, and the cells of one row, the first of them its header. */
  protected abstract get name(): string;
  protected abstract heads(): TemplateResult[];
  protected abstract cells(row: Row): TemplateResult;

  private readonly blocks = new Map<number, Row[] | 'coming'>();
  /** In the pixels of a table without a limit. */
  private top = 0;
  private scrolled = 0;
  private height = 440;
  private focused: number | undefined;

  private readonly observer = new ResizeObserver(([entry]) => {
    this.height = entry?.contentRect.height ?? this.height;
    this.requestUpdate();
  });

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** In a task of its own, so that the page never holds up for long. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) {
      await nextTask();
    }
    await super.scheduleUpdate();
  }

  protected override firstUpdated(): void {
    const { scroller } = this;
    if (scroller !== null) {
      this.observer.observe(scroller);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('edition')) {
      this.blocks.clear();
      this.top = 0;
      this.focused = undefined;
    }
    this.fetch();
  }

  protected override updated(changed: PropertyValues): void {
    const { scroller } = this;
    if (scroller === null) {
      return;
    }
    // The policy of the page allows no style in its markup.
    scroller
      .querySelector<HTMLElement>('.room')
      ?.style.setProperty('height', `${rowHeight + Math.min(this.whole, tallest)}px`);
    if (changed.has('edition')) {
      scroller.scrollTop = 0;
      this.scrolled = 0;
    }
    scroller
      .querySelector<HTMLElement>('table')
      ?.style.setProperty('top', `${this.scrolled - (this.top - this.first * rowHeight)}px`);
  }

  private get scroller(): HTMLElement | null {
    return this.querySelector('.people-scroller');
  }

  private get whole(): number {
    return this.total * rowHeight;
  }

  private get first(): number {
    const first = Math.floor(this.top / rowHeight);
    const { focused } = this;
    return Math.max(
      0,
      (focused !== undefined && focused < first && focused >= first - reach ? focused : first) - spare,
    );
  }

  private get end(): number {
    const end = Math.ceil((this.top + this.height) / rowHeight);
    const { focused } = this;
    return Math.min(
      this.total,
      (focused !== undefined && focused >= end && focused < end + reach ? focused + 1 : end) + spare,
    );
  }

  private readonly focusCame = ({ target }: FocusEvent): void => {
    const row = (target as Element).closest('tbody tr');
    this.focused = row === null ? undefined : Number(row.getAttribute('aria-rowindex')) - 2;
    this.requestUpdate();
  };

  /** Draws nothing anew: what gets the focus next must still be there. */
  private readonly focusWent = ({ relatedTarget }: FocusEvent): void => {
    if (!(relatedTarget instanceof Node && this.contains(relatedTarget))) {
      this.focused = undefined;
    }
  };

  private readonly follow = (): void => {
    const { scroller, whole } = this;
    if (scroller === null) {
      return;
    }
    const at = scroller.scrollTop;
    const most = scroller.scrollHeight - scroller.clientHeight;
    const last = Math.max(0, whole + rowHeight - scroller.clientHeight);
    const step = at - this.scrolled;
    if (whole <= tallest || at <= 0) {
      this.top = Math.max(0, at);
    } else if (at >= most - 1) {
      this.top = last;
    } else if (Math.abs(step) <= 3 * scroller.clientHeight) {
      this.top = Math.min(last, Math.max(0, this.top + step));
    } else {
      this.top = (at / most) * last;
    }
    this.scrolled = at;
    this.requestUpdate();
  };

  /** Asks for the rows that are not known, in sight and not far from it. */
  private fetch(): void {
    const { edition } = this;
    const first = Math.max(0, this.first - reach);
    const end = Math.min(this.total, this.end + reach);
    for (let index = Math.floor(first / block); index * block < end; index += 1) {
      if (!this.blocks.has(index)) {
        this.blocks.set(index, 'coming');
        this.rows(index * block, block).then(
          (rows) => {
            if (edition === this.edition) {
              this.blocks.set(index, rows);
              this.requestUpdate();
            }
          },
          (failure: unknown) => this.fail(failure),
        );
      }
    }
    for (const index of [...this.blocks.keys()].slice(0, Math.max(0, this.blocks.size - blocksKept))) {
      if ((index + 1) * block < first || index * block > end) {
        this.blocks.delete(index);
      }
    }
  }

  private rowAt(index: number): Row | undefined {
    const rows = this.blocks.get(Math.floor(index / block));
    return rows === undefined || rows === 'coming' ? undefined : rows[index % block];
  }

  protected override render(): TemplateResult {
    const { name, total, first, end } = this;
    const heads = this.heads();
    const shown = Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
    return html`<div class="people-scroller" role="region" aria-label=${name} tabindex="0" @scroll=${this.follow} @focusin=${this.focusCame} @focusout=${this.focusWent}>
      <div class="room">
        <table aria-rowcount=${total + 1}>
          <thead>
            <tr aria-rowindex="1">
              ${heads}
            </tr>
          </thead>
          <tbody>
            ${repeat(
              shown,
              (index) => index,
              (index) => this.row(index, heads.length),
            )}
          </tbody>
        </table>
      </div>
    </div>`;
  }

  private row(index: number, width: number): TemplateResult {
    const row = this.rowAt(index);
    return row === undefined
      ? html`<tr aria-rowindex=${index + 2} aria-busy="true">
          <th scope="row">…</th>
          ${Array.from({ length: width - 1 }, () => html`<td></td>`)}
        </tr>`
      : html`<tr aria-rowindex=${index + 2}>
          ${this.cells(row)}
        </tr>`;
  }

  protected day(iso: string | undefined): TemplateResult | typeof nothing {
    return iso === undefined ? nothing : html`<time datetime=${iso}>${this.messages.words.date(iso)}</time>`;
  }

  /** The day from which it is certain, or what is known of it. */
  protected days({ until, earliest, latest }: Pick<RosterRow, 'until' | 'earliest' | 'latest'>): unknown {
    if (until !== undefined) {
      return earliest === undefined || earliest === until
        ? this.day(until)
        : html`${this.day(earliest)} – ${this.day(until)}`;
    }
    const { texts } = this;
    return html`${earliest === undefined ? nothing : texts.t('row.not_before', { day: earliest })}
    ${latest === undefined ? nothing : texts.t('row.at_the_latest', { day: latest })}`;
  }

  protected status(status: string): TemplateResult {
    return html`<span class="status status-${status}">${statusIcons[status] ?? nothing}<span class="two-lines">${this.texts.status(status)}</span></span>`;
  }
}
