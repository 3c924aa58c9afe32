// <partner-check-steps>: how many hold a skill from day to day; a line with a step for each change, and the same as a table.
import { html, nothing, svg, type PropertyDeclarations, type SVGTemplateResult, type TemplateResult } from 'lit';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { DrawnToMeasure } from '../../drawn-to-measure.js';
import { addDays, utcDate } from '../../reading/civil.js';
import type { Wording } from '../../wording.js';
import type { RosterWords } from '../words.js';

export type Series = readonly { on: string; holders: number }[];

const height = 180;
const axis = 24;
const edge = 6;
const margin = 44;
/** What is drawn after the last change. */
const after = 60;

export class Steps extends DrawnToMeasure {
  static override properties: PropertyDeclarations = {
    wording: { attribute: false },
    words: { attribute: false },
    series: { attribute: false },
    needed: { attribute: false },
  };

  declare wording: Wording;
  declare words: RosterWords;
  declare series: Series;
  declare needed: number | undefined;

  protected override render(): TemplateResult {
    const { words, wording, series, needed } = this;
    return html`${this.drawing()}
      <details class="as-table">
        <summary>${words.say('days.table')}</summary>
        <div class="scroller" role="region" aria-label=${words.say('skills.series')} tabindex="0">
          <table class="days-table" id="series">
            <thead>
              <tr>
                <th scope="col">${words.say('row.until')}</th>
                <th scope="col">${words.say('row.holders')}</th>
              </tr>
            </thead>
            <tbody>
              ${series.map(
                ({ on, holders }) => html`<tr>
                  <th scope="row"><time datetime=${on}>${wording.words.date(on, 'weekday')}</time></th>
                  <td>${words.say('number', { number: holders })}${needed !== undefined && holders < needed ? html` (${words.say('skills.too_few')})` : nothing}</td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>`;
  }

  private drawing(): SVGTemplateResult | typeof nothing {
    const { width, wording, words, series, needed } = this;
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
    const ticks = x.ticks(Math.max(2, Math.floor(width / 110)));
    const every = Math.ceil((ticks.length * 80) / width);
    const format = new Intl.DateTimeFormat(wording.locale, { timeZone: 'UTC', month: 'short', year: '2-digit' });
    return svg`<svg class="histogram steps" role="img" aria-label=${words.say('skills.drawing', { first, last: end })} viewBox="0 0 ${width} ${height}" width=${width} height=${height}>
      ${y
        .ticks(3)
        .filter(Number.isInteger)
        .map(
          (tick) =>
            svg`<path class="tick" d="M${margin} ${level(tick)}H${width}" /><text x=${margin - 6} y=${level(tick)} dy="0.35em" text-anchor="end">${words.say('number', { number: tick })}</text>`,
        )}
      <path class="area" d="${line}H${at(end)}V${level(0)}H${margin}z" />
      <path class="line" d="${line}H${at(end)}" />
      ${needed === undefined ? nothing : svg`<path class="needed" d="M${margin} ${level(needed)}H${width}" />`}
      <path class="axis" d="M${margin} ${height - axis}H${width}" />
      ${ticks.filter((_, index) => index % every === 0).map((tick) => svg`<text x=${Math.min(width - 32, Math.max(margin, x(tick))).toFixed(1)} y=${height - 6} text-anchor="middle">${format.format(tick)}</text>`)}
    </svg>`;
  }
}
