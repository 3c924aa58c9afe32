// <partner-check-next-days>: from which day how many people may be linked, for certain and in some case. A bar for each
// day, to be walked along with a slider; where days are too many for that, for each week or more. The table beside it
// says the same, day by day.
import { html, nothing, svg, type PropertyDeclarations, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { DrawnToMeasure } from '../library/drawn-to-measure.js';
import { addDays, daysBetween, utcDate } from '../library/reading/civil.js';
import type { Messages } from '../library/messages.js';
import type { RosterMessages } from './texts.js';

const height = 180;
const axis = 24;
const edge = 6;
const margin = 44;
/** In pixels: a bar that is thinner is not seen. */
const thinnest = 4;
/** What one bar can stand for, in days. */
const spans = [1, 7, 28, 91, 364];

interface Counts {
  day: string;
  /** Who may be linked from then on for certain. */
  certain: number;
  /** Who may be linked from then on in some case. */
  possible: number;
}

export class NextDays extends DrawnToMeasure {
  static override properties: PropertyDeclarations = {
    messages: { attribute: false },
    texts: { attribute: false },
    days: { attribute: false },
    earliest: { attribute: false },
    chosen: { attribute: false },
    choose: { attribute: false },
    at: { state: true },
  };

  declare messages: Messages;
  declare texts: RosterMessages;
  declare days: Readonly<Record<string, number>>;
  declare earliest: Readonly<Record<string, number>>;
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
    const days = this.counts();
    const at = days[Math.min(this.at, days.length - 1)];
    if (at === undefined) {
      return nothing;
    }
    const isShown = chosen === at.day;
    const hasBounds = days.some(({ certain, possible }) => certain !== possible);
    return html`<section class="days-part" aria-labelledby="days-heading">
      <h3 id="days-heading">${texts.t('days.heading')}</h3>
      ${this.drawing(days, at, hasBounds)}
      <div class="scrubber">
        <label for="next-day">${texts.t('days.label')}</label>
        <input
          id="next-day"
          type="range"
          min="0"
          max=${days.length - 1}
          step="1"
          .value=${live(String(days.indexOf(at)))}
          aria-valuetext=${this.said(at)}
          @input=${(event: Event) => (this.at = Number((event.target as HTMLInputElement).value))}
        />
        <p id="day-people">${this.said(at)}</p>
        ${
          at.certain === 0
            ? nothing
            : html`<p class="buttons">
              <button type="button" class="secondary" id="show-day" aria-pressed=${isShown ? 'true' : 'false'} @click=${() => this.choose(isShown ? undefined : at.day)}>
                ${texts.t('days.show')}
              </button>
            </p>`
        }
      </div>
      <details class="as-table">
        <summary>${texts.t('days.table')}</summary>
        ${this.table(days, hasBounds)}
      </details>
    </section>`;
  }

  private counts(): Counts[] {
    const { days, earliest } = this;
    return [...new Set([...Object.keys(days), ...Object.keys(earliest)])]
      .sort()
      .map((day) => ({ day, certain: days[day] ?? 0, possible: earliest[day] ?? 0 }));
  }

  private said({ day, certain, possible }: Counts): string {
    const { texts, messages } = this;
    return messages.sentences([
      ...(certain > 0 ? [texts.t('days.value', { day, people: certain })] : []),
      ...(certain === possible ? [] : [texts.t('days.possible', { day, people: possible })]),
    ]);
  }

  private table(days: readonly Counts[], hasBounds: boolean): TemplateResult {
    const { texts, messages } = this;
    const number = (count: number): string => texts.t('number', { number: count });
    return html`<div class="scroller" role="region" aria-label=${texts.t('days.table')} tabindex="0">
      <table class="days-table">
        <thead>
          <tr>
            <th scope="col">${texts.t('row.until')}</th>
            <th scope="col">${texts.t(hasBounds ? 'days.certain_people' : 'compare.people')}</th>
            ${hasBounds ? html`<th scope="col">${texts.t('days.possible_people')}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${days.map(
            ({ day, certain, possible }) => html`<tr>
              <th scope="row"><time datetime=${day}>${messages.words.date(day, 'weekday')}</time></th>
              <td>${number(certain)}</td>
              ${hasBounds ? html`<td>${number(possible)}</td>` : nothing}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private drawing(days: readonly Counts[], at: Counts, hasBounds: boolean): TemplateResult {
    const { width, messages, texts } = this;
    const [first, last] = [days[0]?.day ?? at.day, days.at(-1)?.day ?? at.day];
    const room = width - margin - edge;
    const length = daysBetween(first, last) + 1;
    const span = spans.find((each) => (room / (length + 2)) * each >= thinnest) ?? spans.at(-1) ?? 1;
    const bars = together(days, first, span);
    const from = addDays(first, -1);
    const x = scaleUtc()
      .domain([utcDate(from), utcDate(addDays(bars.at(-1)?.day ?? last, span + 1))])
      .range([margin, width - edge]);
    const y = scaleLinear()
      .domain([0, Math.max(...bars.map(({ certain, possible }) => Math.max(certain, possible)))])
      .nice(3)
      .range([height - axis, edge]);
    const across = Math.max(1, (x(utcDate(addDays(first, span))) - x(utcDate(first))) * 0.8);
    // However few they are, they are seen.
    const bar = (iso: string, people: number, part = 1): string =>
      people === 0
        ? ''
        : `M${x(utcDate(iso)).toFixed(1)} ${height - axis}V${Math.min(y(people), height - axis - 2).toFixed(1)}h${(across * part).toFixed(1)}V${height - axis}z`;
    // Whole days and whole people, however few there are.
    const ticks = x.ticks(Math.max(2, Math.floor(width / 110))).filter((tick) => tick.getTime() % 86_400_000 === 0);
    const format = new Intl.DateTimeFormat(messages.locale, {
      timeZone: 'UTC',
      month: 'short',
      ...(length > 300 ? { year: 'numeric' } : { day: 'numeric' }),
    });
    const number = new Intl.NumberFormat(messages.locale, { notation: 'compact' });
    const chosen = bars.findLast(({ day }) => day <= at.day);
    return html`${svg`<svg class="histogram" role="img" aria-label=${texts.t('days.drawing', { first, last })} viewBox="0 0 ${width} ${height}" width=${width} height=${height}
      @click=${(event: MouseEvent) => this.pick(days, x.invert(event.offsetX))}>
      ${y
        .ticks(3)
        .filter(Number.isInteger)
        .map(
          (tick) =>
            svg`<path class="tick" d="M${margin} ${y(tick).toFixed(1)}H${width}" /><text x=${margin - 6} y=${y(tick).toFixed(1)} dy="0.35em" text-anchor="end">${number.format(tick)}</text>`,
        )}
      ${hasBounds ? svg`<path class="bars possible" d=${bars.map(({ day, possible }) => bar(day, possible)).join('')} />` : nothing}
      <path class="bars" d=${bars.map(({ day, certain }) => bar(day, certain, hasBounds ? 0.6 : 1)).join('')} />
      ${chosen === undefined ? nothing : svg`<path class="bars at" d=${bar(chosen.day, Math.max(chosen.certain, chosen.possible))} />`}
      <path class="axis" d="M${margin} ${height - axis}H${width}" />
      ${ticks.map((tick) => svg`<text x=${Math.min(width - 24, Math.max(margin, x(tick))).toFixed(1)} y=${height - 6} text-anchor="middle">${format.format(tick)}</text>`)}
    </svg>`}
    ${
      hasBounds || span > 1
        ? html`<p class="hint legend">
            ${hasBounds ? html`<span class="key certain"></span>${texts.t('days.certain_people')} <span class="key possible"></span>${texts.t('days.possible_people')}` : nothing}
            ${span > 1 ? texts.t('days.span', { days: span }) : nothing}
          </p>`
        : nothing
    }`;
  }

  /** The day with somebody that is nearest to where was clicked. */
  private pick(days: readonly Counts[], at: Date): void {
    const distance = ({ day }: Counts): number => Math.abs(utcDate(day).getTime() + 43_200_000 - at.getTime());
    const nearest = days.reduce((best, each) => (distance(each) < distance(best) ? each : best));
    this.at = days.indexOf(nearest);
    this.choose(nearest.certain === 0 ? undefined : nearest.day);
  }
}

/** Added up over so many days from the first one on. */
function together(days: readonly Counts[], first: string, span: number): Counts[] {
  const bars = new Map<number, Counts>();
  for (const { day, certain, possible } of days) {
    const index = Math.floor(daysBetween(first, day) / span);
    const bar = bars.get(index) ?? { day: addDays(first, index * span), certain: 0, possible: 0 };
    bars.set(index, { ...bar, certain: bar.certain + certain, possible: bar.possible + possible });
  }
  return [...bars.values()];
}
