// <partner-check-next-days>: on which day how many people get their first possible day. A bar for each day, to be walked
// along with a slider; the table beside it says the same.
import { html, nothing, svg, type PropertyDeclarations, type SVGTemplateResult, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { DrawnToMeasure } from '../library/drawn-to-measure.js';
import { addDays, daysBetween, utcDate } from '../library/reading/civil.js';
import type { Messages } from '../library/messages.js';
import type { RosterMessages } from './texts.js';

const height = 180;
const axis = 24;
const edge = 6;

export class NextDays extends DrawnToMeasure {
  static override properties: PropertyDeclarations = {
    messages: { attribute: false },
    texts: { attribute: false },
    days: { attribute: false },
    chosen: { attribute: false },
    choose: { attribute: false },
    at: { state: true },
  };

  declare messages: Messages;
  declare texts: RosterMessages;
  declare days: Readonly<Record<string, number>>;
  /** The day whose people are shown. */
  declare chosen: string | undefined;
  declare choose: (day: string | undefined) => void;
  /** Where the slider stands, among the days with somebody. */
  declare private at: number;

  constructor() {
    super();
    this.at = 0;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { texts, chosen } = this;
    const days = Object.entries(this.days);
    const [day, people] = days[Math.min(this.at, days.length - 1)] ?? [];
    if (day === undefined || people === undefined) {
      return nothing;
    }
    const isShown = chosen === day;
    return html`<section class="days-part" aria-labelledby="days-heading">
      <h3 id="days-heading">${texts.t('days.heading')}</h3>
      ${this.drawing(days, day)}
      <div class="scrubber">
        <label for="next-day">${texts.t('days.label')}</label>
        <input
          id="next-day"
          type="range"
          min="0"
          max=${days.length - 1}
          step="1"
          .value=${live(String(this.at))}
          aria-valuetext=${texts.t('days.value', { day, people })}
          @input=${(event: Event) => (this.at = Number((event.target as HTMLInputElement).value))}
        />
        <p id="day-people">${texts.t('days.value', { day, people })}</p>
        <p class="buttons">
          <button type="button" class="secondary" id="show-day" aria-pressed=${isShown ? 'true' : 'false'} @click=${() => this.choose(isShown ? undefined : day)}>
            ${texts.t('days.show')}
          </button>
        </p>
      </div>
      <details class="as-table">
        <summary>${texts.t('days.table')}</summary>
        <div class="scroller" role="region" aria-label=${texts.t('days.table')} tabindex="0">
          <table class="days-table">
            <thead>
              <tr>
                <th scope="col">${texts.t('row.until')}</th>
                <th scope="col">${texts.t('compare.people')}</th>
              </tr>
            </thead>
            <tbody>
              ${days.map(
                ([each, count]) => html`<tr>
                  <th scope="row"><time datetime=${each}>${this.messages.words.date(each, 'weekday')}</time></th>
                  <td>${texts.t('number', { number: count })}</td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>
    </section>`;
  }

  private drawing(days: [string, number][], day: string): SVGTemplateResult {
    const { width, messages, texts } = this;
    const [first, last] = [days[0]?.[0] ?? day, days.at(-1)?.[0] ?? day];
    const margin = 44;
    const x = scaleUtc()
      .domain([utcDate(addDays(first, -1)), utcDate(addDays(last, 2))])
      .range([margin, width - edge]);
    const most = Math.max(...days.map(([, people]) => people));
    const y = scaleLinear()
      .domain([0, most])
      .nice(3)
      .range([height - axis, edge]);
    const across = Math.max(1, ((width - margin - edge) / (daysBetween(first, last) + 3)) * 0.8);
    const bar = (iso: string, people: number): string =>
      `M${x(utcDate(iso)).toFixed(1)} ${height - axis}V${Math.min(y(people), height - axis - 1).toFixed(1)}h${across.toFixed(1)}V${height - axis}z`;
    // Whole days and whole people, however few there are.
    const ticks = x.ticks(Math.max(2, Math.floor(width / 110))).filter((tick) => tick.getTime() % 86_400_000 === 0);
    const format = new Intl.DateTimeFormat(messages.locale, { timeZone: 'UTC', month: 'short', day: 'numeric' });
    const number = new Intl.NumberFormat(messages.locale, { notation: 'compact' });
    return svg`<svg class="histogram" role="img" aria-label=${texts.t('days.drawing', { first, last })} viewBox="0 0 ${width} ${height}" width=${width} height=${height}
      @click=${(event: MouseEvent) => this.pick(days, x.invert(event.offsetX))}>
      ${y
        .ticks(3)
        .filter(Number.isInteger)
        .map(
          (tick) =>
            svg`<path class="tick" d="M${margin} ${y(tick).toFixed(1)}H${width}" /><text x=${margin - 6} y=${y(tick).toFixed(1)} dy="0.35em" text-anchor="end">${number.format(tick)}</text>`,
        )}
      <path class="bars" d=${days.map(([iso, people]) => bar(iso, people)).join('')} />
      ${days.filter(([iso]) => iso === day).map(([iso, people]) => svg`<path class="bars at" d=${bar(iso, people)} />`)}
      <path class="axis" d="M${margin} ${height - axis}H${width}" />
      ${ticks.map((tick) => svg`<text x=${Math.min(width - 24, Math.max(margin, x(tick))).toFixed(1)} y=${height - 6} text-anchor="middle">${format.format(tick)}</text>`)}
    </svg>`;
  }

  /** The day with somebody that is nearest to where was clicked. */
  private pick(days: [string, number][], at: Date): void {
    const distance = ([iso]: [string, number]): number => Math.abs(utcDate(iso).getTime() + 43_200_000 - at.getTime());
    const nearest = days.reduce((best, each) => (distance(each) < distance(best) ? each : best));
    this.at = days.indexOf(nearest);
    this.choose(nearest[0]);
  }
}
