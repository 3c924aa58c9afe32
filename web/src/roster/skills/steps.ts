// <partner-check-steps>: how many hold a skill from day to day; a line with a step for each change, and the same as a table.
import { html, nothing, svg, type PropertyDeclarations, type SVGTemplateResult, type TemplateResult } from 'lit';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { DrawnToMeasure } from '../../library/drawn-to-measure.js';
import { addDays, daysBetween, utcDate } from '../../library/reading/civil.js';
import type { Messages } from '../../library/messages.js';
import type { RosterMessages } from '../texts.js';

export type Series = readonly { on: string; holders: number }[];

const height = 180;
const axis = 24;
const edge = 6;
const margin = 44;
/** What is drawn after the last change. */
const after = 60;

export class Steps extends DrawnToMeasure {
  static override properties: PropertyDeclarations = {
    messages: { attribute: false },
    texts: { attribute: false },
    series: { attribute: false },
    needed: { attribute: false },
  };

  declare messages: Messages;
  declare texts: RosterMessages;
  declare series: Series;
  declare needed: number | undefined;

  protected override render(): TemplateResult {
    const { texts, messages, series, needed } = this;
    return html`${this.drawing()}
      <details class="as-table">
        <summary>${texts.t('days.table')}</summary>
        <div class="scroller" role="region" aria-label=${texts.t('skills.series')} tabindex="0">
          <table class="days-table" id="series">
            <thead>
              <tr>
                <th scope="col">${texts.t('row.until')}</th>
                <th scope="col">${texts.t('row.holders')}</th>
              </tr>
            </thead>
            <tbody>
              ${series.map(
                ({ on, holders }) => html`<tr>
                  <th scope="row"><time datetime=${on}>${messages.words.date(on, 'weekday')}</time></th>
                  <td>${texts.t('number', { number: holders })}${needed !== undefined && holders < needed ? html` (${texts.t('skills.too_few')})` : nothing}</td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>`;
  }

  private drawing(): SVGTemplateResult | typeof nothing {
    const { width, messages, texts, series, needed } = this;
    const [first, last] = [series[0]?.on, series.at(-1)?.on];
    if (first === undefined || last === undefined) {
      return nothing;
    }
    const end = addDays(last, after);
    const x = scaleUtc()
      .domain([utcDate(first), utcDate(end)])
      .range([margin, width - edge]);
    const y = scaleLinear()
      .domain([0, Math.max(1, needed ?? 0, ...series.map(({ holders }) => holders))])
      .nice(3)
      .range([height - axis, edge]);
    const at = (iso: string): string => x(utcDate(iso)).toFixed(1);
    const level = (holders: number): string => y(holders).toFixed(1);
    const line = series
      .map(({ on, holders }, index) => (index === 0 ? `M${at(on)} ${level(holders)}` : `H${at(on)}V${level(holders)}`))
      .join('');
    // Whole days, also where few of them are drawn.
    const ticks = x.ticks(Math.max(2, Math.floor(width / 110))).filter((tick) => tick.getTime() % 86_400_000 === 0);
    const every = Math.ceil((ticks.length * 80) / width);
    const format = new Intl.DateTimeFormat(messages.locale, {
      timeZone: 'UTC',
      month: 'short',
      ...(daysBetween(first, end) > 300 ? { year: 'numeric' } : { day: 'numeric' }),
    });
    return svg`<svg class="histogram steps" role="img" aria-label=${texts.t('skills.drawing', { first, last: end })} viewBox="0 0 ${width} ${height}" width=${width} height=${height}>
      ${y
        .ticks(3)
        .filter(Number.isInteger)
        .map(
          (tick) =>
            svg`<path class="tick" d="M${margin} ${level(tick)}H${width}" /><text x=${margin - 6} y=${level(tick)} dy="0.35em" text-anchor="end">${texts.t('number', { number: tick })}</text>`,
        )}
      <path class="area" d="${line}H${at(end)}V${level(0)}H${margin}z" />
      <path class="line" d="${line}H${at(end)}" />
      ${needed === undefined ? nothing : svg`<path class="needed" d="M${margin} ${level(needed)}H${width}" />`}
      <path class="axis" d="M${margin} ${height - axis}H${width}" />
      ${ticks.filter((_, index) => index % every === 0).map((tick) => svg`<text x=${Math.min(width - 32, Math.max(margin, x(tick))).toFixed(1)} y=${height - 6} text-anchor="middle">${format.format(tick)}</text>`)}
    </svg>`;
  }
}
