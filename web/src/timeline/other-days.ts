// <partner-check-other-days>: moves the question to other days, by a slider or on a strip of all days of a year.
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Catalogue, PartnerCheck as Core, Preview, Request } from 'partnercheck';
import { addDays, addMonths, daysBetween } from '../library/reading/civil.js';
import type { Messages } from '../library/messages.js';
import { DaysPart } from './part.js';
import { legend, statuses, yearStrip } from './strip.js';
import type { TimelineTexts } from './texts.js';
import { runsOf, type Run } from './year.js';

/** Both days included. */
interface Reach {
  first: string;
  last: string;
}

export class OtherDays extends DaysPart {
  static override properties: PropertyDeclarations = {
    core: { attribute: false },
    catalogue: { attribute: false },
    request: { attribute: false },
    preview: { attribute: false },
    move: { attribute: false },
    runs: { state: true },
  };

  declare core: Core | undefined;
  declare catalogue: Catalogue | undefined;
  /** The question as it is answered now, on whatever day it was moved to. */
  declare request: Request | undefined;
  declare preview: Preview | undefined;
  /** Asks the question for another day. */
  declare move: ((day: string) => void) | undefined;
  declare private runs: readonly Run[];

  /** The day of the question before it was moved from here. */
  private anchor = '';
  private reach: Reach = { first: '', last: '' };
  private asked = '';
  private movedTo = '';
  private frame = 0;
  private work = new AbortController();

  constructor() {
    super();
    this.runs = [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.frame);
    this.work.abort();
    this.asked = '';
  }

  protected override willUpdate(): void {
    const { core, request, catalogue } = this;
    if (core === undefined || request === undefined || catalogue === undefined) {
      return;
    }
    const asked = JSON.stringify({ ...request, today: '' });
    if (asked === this.asked && (request.today === this.anchor || request.today === this.movedTo)) {
      return;
    }
    this.asked = asked;
    this.anchor = request.today;
    this.reach = reachOf(core, request, catalogue.calendar);
    cancelAnimationFrame(this.frame);
    this.work.abort();
    this.work = new AbortController();
    void runsOf(core.check, request, catalogue.calendar.last, this.work.signal).then((runs) => {
      if (runs !== undefined) {
        this.runs = runs;
      }
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { messages, dayTexts: texts, request, preview, anchor, reach } = this;
    if (messages === undefined || texts === undefined || request === undefined || preview === undefined) {
      return nothing;
    }
    const { today: day } = request;
    const value = texts.t('days.value', { day, status: messages.words.text(`status.${preview.decision.status}`) });
    return html`<div class="block drawn other-days" part="other-days">
      <p class="hint" id="day-hint">${texts.t('days.hint')}</p>
      <div class="scrubber">
        <label for="day">${texts.t('days.label')}</label>
        <p class="on-day" aria-hidden="true">${value}</p>
        <input
          id="day"
          type="range"
          step="1"
          min=${daysBetween(anchor, reach.first)}
          max=${daysBetween(anchor, reach.last)}
          .value=${live(String(daysBetween(anchor, day)))}
          aria-valuetext=${value}
          aria-describedby="day-hint"
          @input=${this.slide}
        />
        <div class="ends">
          <button type="button" class="secondary" @click=${() => this.show(addDays(day, -1))}>${texts.t('days.earlier')}</button>
          <button type="button" class="secondary" @click=${() => this.show(addDays(day, 1))}>${texts.t('days.later')}</button>
        </div>
        <p class="return">
          <button type="button" class="secondary" ?disabled=${day === anchor} @click=${this.goBack}>${texts.t('days.back', { day: anchor })}</button>
        </p>
      </div>
      ${this.year(messages, texts, day)}
    </div>`;
  }

  private year(messages: Messages, texts: TimelineTexts, day: string): TemplateResult | typeof nothing {
    const { runs, width, anchor } = this;
    const [from, until] = [runs[0]?.from, runs.at(-1)?.until];
    if (from === undefined || until === undefined) {
      return nothing;
    }
    const first = runs.find((run) => run.status === 'allowed')?.from;
    const isOlder = from !== anchor;
    return html`<div class="year" aria-busy=${isOlder ? 'true' : nothing}>
      <h3>${texts.t('year', { from, until })}</h3>
      <p class="first-day">${first === undefined ? texts.t('year.none') : texts.t('year.first', { day: first })}</p>
      ${yearStrip(texts.t('year', { from, until }), runs, day, width, messages, (chosen) => this.show(chosen))}
      ${legend(
        statuses.filter((status) => runs.some((run) => run.status === status)),
        messages,
      )}
      <ul class="runs">
        ${runs.map((run) => {
          const status = messages.words.text(`status.${run.status}`);
          return html`<li>
            ${
              run.from === run.until
                ? texts.t('year.day', { day: run.from, status })
                : texts.t('year.run', { from: run.from, until: run.until, status })
            }
          </li>`;
        })}
      </ul>
    </div>`;
  }

  /** Once in a frame, however fast the slider moves. */
  private readonly slide = (event: Event): void => {
    const { valueAsNumber: days } = event.target as HTMLInputElement;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.show(addDays(this.anchor, days)));
  };

  private readonly goBack = (): void => {
    // Where it leads, the button has nothing left to do.
    this.renderRoot.querySelector<HTMLElement>('#day')?.focus();
    this.show(this.anchor);
  };

  private show(day: string): void {
    const { first, last } = this.reach;
    this.movedTo = day < first ? first : day > last ? last : day;
    this.move?.(this.movedTo);
  }
}

/** A year to each side, as far as the calendar goes and the question can be asked: not before what its facts tell of. */
function reachOf({ check }: Core, request: Request, calendar: Catalogue['calendar']): Reach {
  const { today } = request;
  const [before, after] = [addMonths(today, -12), addMonths(today, 12)];
  const isAsked = (day: string): boolean => check({ ...request, today: day }).type === 'success';
  const earlier = daysBetween(before > calendar.first ? before : calendar.first, today);
  const later = daysBetween(today, after < calendar.last ? after : calendar.last);
  return {
    first: addDays(today, -most(earlier, (days) => isAsked(addDays(today, -days)))),
    last: addDays(
      today,
      most(later, (days) => isAsked(addDays(today, days))),
    ),
  };
}

/** The largest number up to `limit` for which it holds, where it holds for all smaller ones. */
function most(limit: number, holds: (number: number) => boolean): number {
  let [low, high] = [0, limit];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
