// <partner-check-other-days>: the same question on other days, by moving a slider, and on all days of a year at once.
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Catalogue, PartnerCheck as Core, Request } from 'partnercheck';
import { addDays, addMonths, daysBetween } from '../library/reading/civil.js';
import type { Messages } from '../library/messages.js';
import { DaysPart } from './part.js';
import { legend, statuses, yearStrip } from './strip.js';
import type { TimelineTexts } from './texts.js';
import { runsOf, type Run } from './year.js';

export class OtherDays extends DaysPart {
  static override properties: PropertyDeclarations = {
    core: { attribute: false },
    catalogue: { attribute: false },
    request: { attribute: false },
    ask: { attribute: false },
    day: { state: true },
    runs: { state: true },
  };

  declare core: Core | undefined;
  declare catalogue: Catalogue | undefined;
  declare request: Request | undefined;
  /** Asks the question in earnest for a day. */
  declare ask: ((day: string) => void) | undefined;
  declare private day: string;
  declare private runs: readonly Run[];

  private asked = '';
  private frame = 0;
  private work = new AbortController();

  constructor() {
    super();
    this.day = '';
    this.runs = [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.frame);
    this.work.abort();
    this.asked = '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { core, request, catalogue } = this;
    const asked = JSON.stringify(request ?? null);
    if (core === undefined || request === undefined || catalogue === undefined || asked === this.asked) {
      return;
    }
    this.asked = asked;
    this.day = request.today;
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
    const { messages, dayTexts: texts, core, request, catalogue, day } = this;
    if (
      messages === undefined ||
      texts === undefined ||
      core === undefined ||
      request === undefined ||
      catalogue === undefined
    ) {
      return nothing;
    }
    const answer = core.check({ ...request, today: day });
    const decision = answer.type === 'success' ? answer.decision : undefined;
    const { first, last } = this.reach(request, catalogue.calendar);
    const action = catalogue.actions.find(({ type }) => type === request.action.type);
    const impossible = texts.t('days.impossible', { day });
    const status = decision === undefined ? impossible : messages.words.text(`status.${decision.status}`);
    return html`<section class="block drawn other-days" part="other-days">
      <h3>${texts.t('days')}</h3>
      <p class="hint" id="day-hint">${texts.t('days.hint')}</p>
      <div class="scrubber">
        <label for="day">${texts.t('days.label')}</label>
        <input
          id="day"
          type="range"
          step="1"
          min=${daysBetween(request.today, first)}
          max=${daysBetween(request.today, last)}
          .value=${live(String(daysBetween(request.today, day)))}
          aria-valuetext=${texts.t('days.value', { day, status })}
          aria-describedby="day-hint"
          @input=${this.move}
        />
        <div class="ends">
          <button type="button" class="secondary" @click=${() => this.step(-1)}>${texts.t('days.earlier')}</button>
          <button type="button" class="secondary" @click=${() => this.step(1)}>${texts.t('days.later')}</button>
        </div>
      </div>
      <p class="on-day tone-${decision?.status}">
        ${decision === undefined ? impossible : texts.t('days.sentence', { day, verdict: messages.words.verdict(decision, day, action) })}
      </p>
      <p><button type="button" class="secondary ask-day" @click=${() => this.ask?.(day)}>${texts.t('days.ask')}</button></p>
      ${this.year(messages, texts, request)}
    </section>`;
  }

  private year(messages: Messages, texts: TimelineTexts, request: Request): TemplateResult | typeof nothing {
    const { runs, width, day } = this;
    const [from, until] = [runs[0]?.from, runs.at(-1)?.until];
    if (from === undefined || until === undefined) {
      return nothing;
    }
    const first = runs.find((run) => run.status === 'allowed')?.from;
    const isOlder = from !== request.today;
    return html`<div class="year" aria-busy=${isOlder ? 'true' : nothing}>
      <h4>${texts.t('year', { from, until })}</h4>
      <p class="first-day">${first === undefined ? texts.t('year.none') : texts.t('year.first', { day: first })}</p>
      ${yearStrip(texts.t('year', { from, until }), runs, day, width, messages, (chosen) => this.show(daysBetween(request.today, chosen)))}
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

  /** A year to each side, as far as the calendar goes. */
  private reach({ today }: Request, calendar: Catalogue['calendar']): { first: string; last: string } {
    const [before, after] = [addMonths(today, -12), addMonths(today, 12)];
    return {
      first: before > calendar.first ? before : calendar.first,
      last: after < calendar.last ? after : calendar.last,
    };
  }

  /** Once in a frame, however fast the slider moves. */
  private readonly move = (event: Event): void => {
    const { valueAsNumber: days } = event.target as HTMLInputElement;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.show(days));
  };

  private step(days: number): void {
    if (this.request !== undefined) {
      this.show(daysBetween(this.request.today, this.day) + days);
    }
  }

  private show(days: number): void {
    const { request, catalogue } = this;
    if (request === undefined || catalogue === undefined) {
      return;
    }
    const { first, last } = this.reach(request, catalogue.calendar);
    const day = addDays(request.today, days);
    this.day = day < first ? first : day > last ? last : day;
  }
}
