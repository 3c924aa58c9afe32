// The timeline as a drawing: a line for every day that has a name, a bar for every stretch, months below.
import { nothing, svg, type SVGTemplateResult } from 'lit';
import { scaleUtc } from 'd3-scale';
import { addDays, addMonths, daysBetween, utcDate } from '../library/reading/civil.js';
import type { Messages } from '../library/messages.js';
import type { Bar } from './answered.js';
import type { Mark, Timeline } from './timeline.js';

const barHeight = 38;
const axisHeight = 28;
const letter = 14;
const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
/** What lies further away from the day of the question is cut off; the table has it whole. */
const farthest = 18;

interface Place {
  width: number;
  x(iso: string): number;
}

/** `words` say the same as the drawing; `font` is the family of its letters. */
export function timelineDrawing(
  timeline: Timeline,
  today: string,
  width: number,
  messages: Messages,
  words: string,
  font: string,
): SVGTemplateResult {
  pen.font = `${letter}px ${font}`;
  const { from, until } = reach(timeline, today);
  const scale = scaleUtc()
    .domain([utcDate(from), utcDate(until)])
    .range([8, width - 8]);
  const place: Place = { width, x: (iso) => Math.round(scale(utcDate(iso)) * 10) / 10 };
  // On a narrow screen a name stands above its sign, not beside it.
  const isNarrow = width < 420;
  const markHeight = isNarrow ? 38 : 24;
  const lanes = lanesOf(timeline.bars);
  const marks = timeline.marks.map((mark, index) => {
    const top = 6 + index * markHeight;
    return { mark, x: inside(place.x(mark.day), 2, width - 2), top, y: top + (isNarrow ? 25 : 9) };
  });
  const below = 6 + marks.length * markHeight;
  const bottom = below + lanes.length * barHeight;
  const height = bottom + axisHeight;
  const ticks = scale.ticks(Math.max(2, Math.floor(width / 88)));
  // Letters last, so that no line runs through them.
  return svg`<svg class="timeline-drawing" role="img" aria-label=${words} viewBox="0 0 ${width} ${height}" width=${width} height=${height}>
    ${ticks.map((tick) => tickView(tick, ticks, scale(tick), bottom, width, messages))}
    <path class="axis" d="M0 ${bottom}H${width}" />
    ${lanes.map((lane, index) => laneView(lane, place, below + index * barHeight))}
    ${marks.map(({ mark, x, y }) => svg`<path class="line mark-${mark.kind}" d="M${x} ${y}V${bottom}" />`)}
    ${marks.map(({ mark, x, y }) => svg`<path class="sign mark-${mark.kind}" d=${shapeOf(mark, x, y)} />`)}
    ${marks.map(({ mark, x, top }) =>
      isNarrow ? label(mark.name, x - 5, top + letter, width) : label(mark.name, x + 11, top + letter, width, x - 11),
    )}
    ${lanes.map(({ bar, wait }, index) => label(nameOf(bar, wait, width), ends(bar, place)[0], below + index * barHeight + letter, width))}
  </svg>`;
}

const inside = (at: number, least: number, most: number): number => Math.min(most, Math.max(least, at));

/** Every day that is drawn, with some room; never further than a year and a half from the question. */
function reach({ marks, bars }: Timeline, today: string): { from: string; until: string } {
  // A year in which links count is longer than all that matters here: it is cut off at the sides.
  const stretches = bars.filter(({ kind }) => kind !== 'year');
  const days = [...marks.map(({ day }) => day), ...stretches.flatMap((bar) => [bar.from, bar.until])].filter(
    (day) => day !== undefined,
  );
  const first = days.reduce((one, other) => (one < other ? one : other), today);
  const last = days.reduce((one, other) => (one > other ? one : other), today);
  const from = first < addMonths(today, -farthest) ? addMonths(today, -farthest) : first;
  const until = last > addMonths(today, farthest) ? addMonths(today, farthest) : last;
  const room = Math.max(7, Math.round(daysBetween(from, until) * 0.04));
  return { from: addDays(from, -room), until: addDays(until, room) };
}

/** A cool-off period lies in the lane of its link. */
function lanesOf(bars: readonly Bar[]): { bar: Bar; wait: Bar | undefined }[] {
  return bars.flatMap((bar, index) => {
    const next = bars[index + 1];
    const isDrawn = bar.kind !== 'wait' && (bar.from !== undefined || bar.until !== undefined);
    return isDrawn ? [{ bar, wait: next?.kind === 'wait' ? next : undefined }] : [];
  });
}

function laneView({ bar, wait }: { bar: Bar; wait: Bar | undefined }, place: Place, top: number): SVGTemplateResult {
  const [left, right] = ends(bar, place);
  const y = top + 19;
  return svg`<g class="bar-${bar.kind}">
    <rect class="bar" x=${left} y=${y} width=${Math.max(3, right - left)} height="12" rx="3" />
    ${wait === undefined ? nothing : waitView(wait, place, y)}
  </g>`;
}

/** That of the wait says the link, too; where there is room for it. */
function nameOf(bar: Bar, wait: Bar | undefined, width: number): string {
  return wait !== undefined && lengthOf(wait.name) <= width ? wait.name : bar.name;
}

/** Hatched, so that it is told apart without its color. */
function waitView(wait: Bar, place: Place, y: number): SVGTemplateResult {
  const [left, right] = ends(wait, place);
  const strokes: string[] = [];
  for (let x = left + 5; x < right; x += 6) {
    strokes.push(`M${x.toFixed(1)} ${y + 1}l-4 10`);
  }
  return svg`<rect class="wait" x=${left} y=${y} width=${Math.max(2, right - left)} height="12" rx="3" /><path class="hatch" d=${strokes.join('')} />`;
}

/** A stretch reaches to the end of its last day. */
function ends({ from, until }: Bar, { x, width }: Place): [number, number] {
  return [
    from === undefined ? 0 : inside(x(from), 0, width),
    until === undefined ? width : inside(x(addDays(until, 1)), 0, width),
  ];
}

function shapeOf({ kind }: Mark, x: number, y: number): string {
  switch (kind) {
    case 'today':
      return `M${x - 5} ${y - 4}h10l-5 9z`;
    case 'first':
      return `M${x} ${y - 6}l6 6l-6 6l-6 -6z`;
    case 'date':
      return `M${x - 4} ${y - 4}h8v8h-8z`;
  }
}

/** To the right of `x` where there is room; else to the left of `left`; else as far right as it fits. */
function label(text: string, x: number, y: number, width: number, left?: number): SVGTemplateResult {
  const long = lengthOf(text);
  if (x + long <= width || (left !== undefined && long > left && left <= width / 2)) {
    return svg`<text x=${Math.max(0, x)} y=${y}>${shortened(text, width - x)}</text>`;
  }
  return left === undefined
    ? svg`<text x=${Math.max(0, width - long)} y=${y}>${shortened(text, width)}</text>`
    : svg`<text x=${left} y=${y} text-anchor="end">${shortened(text, left)}</text>`;
}

/** How long a text is in the letters of the drawing, in pixels. */
function lengthOf(text: string): number {
  return pen.measureText(text).width;
}

function shortened(text: string, room: number): string {
  if (lengthOf(text) <= room) {
    return text;
  }
  let short = [...text];
  while (short.length > 1 && lengthOf(short.join('')) + letter > room) {
    short = short.slice(0, -1);
  }
  return `${short.join('').trimEnd()}…`;
}

function tickView(
  tick: Date,
  all: readonly Date[],
  x: number,
  bottom: number,
  width: number,
  messages: Messages,
): SVGTemplateResult {
  const isFirstOfYear = tick === all[0] || tick.getUTCMonth() === 0;
  const isWholeMonths = all.every((each) => each.getUTCDate() === 1);
  const format = new Intl.DateTimeFormat(messages.locale, {
    timeZone: 'UTC',
    month: 'short',
    ...(isWholeMonths ? (isFirstOfYear ? { year: 'numeric' } : {}) : { day: 'numeric' }),
  });
  return svg`<path class="tick" d="M${x.toFixed(1)} 0V${bottom + 5}" />
    ${tickLabel(format.format(tick), x, bottom + 20, width)}`;
}

function tickLabel(text: string, x: number, y: number, width: number): SVGTemplateResult {
  const half = lengthOf(text) / 2;
  return svg`<text class="tick-text" x=${inside(x, half, width - half).toFixed(1)} y=${y} text-anchor="middle">${text}</text>`;
}
