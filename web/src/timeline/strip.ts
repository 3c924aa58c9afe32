// A year of days, one cell for each, a row for each month. The list beside it says the same.
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { addDays, addMonths, daysBetween, utcDate } from '../library/reading/civil.js';
import type { Messages } from '../library/messages.js';
import type { Run, Status } from './year.js';

export const statuses: readonly Status[] = ['allowed', 'deferred', 'needs_info', 'denied'];

type Point = readonly [number, number];

/** Strokes in a cell of ten by ten; each status has a sign of its own beside its color. */
const signs: Record<Status, readonly (readonly Point[])[]> = {
  allowed: [
    [
      [2.4, 5.2],
      [4.4, 7.3],
      [7.7, 2.7],
    ],
  ],
  deferred: [
    [
      [2.5, 5],
      [7.5, 5],
    ],
  ],
  needs_info: [
    [
      [3.3, 3.7],
      [3.8, 2.6],
      [5, 2.1],
      [6.2, 2.6],
      [6.6, 3.6],
      [6, 4.5],
      [5, 5.1],
      [5, 6],
    ],
    [
      [5, 7.8],
      [5, 7.9],
    ],
  ],
  denied: [
    [
      [2.8, 2.8],
      [7.2, 7.2],
    ],
    [
      [7.2, 2.8],
      [2.8, 7.2],
    ],
  ],
};

const columns = 31;
/** Room for the names of the months, in pixels. */
const margin = 56;

/** Pointers choose the day where they are; the keys go by days and months. `name` says what it is. */
export function yearStrip(
  name: string,
  runs: readonly Run[],
  chosen: string,
  width: number,
  messages: Messages,
  choose: (day: string) => void,
): SVGTemplateResult {
  const first = runs[0]?.from ?? chosen;
  const last = runs.at(-1)?.until ?? chosen;
  const months = monthsBetween(first, last);
  const across = Math.min(16, (width - margin) / columns);
  // Rows stay high enough for their names, however narrow the cells are.
  const down = Math.max(14, across);
  const place = (day: string): Point => [
    margin + (Number(day.slice(8)) - 1) * across,
    months.indexOf(day.slice(0, 7)) * down + 1,
  ];
  const box = { width: margin + columns * across, height: months.length * down + 2 };
  const [x, y] = place(chosen);
  const click = ({ currentTarget, clientX, clientY }: MouseEvent): void => {
    const { left, top, width: shown } = (currentTarget as Element).getBoundingClientRect();
    const scale = box.width / shown;
    const month = months[Math.floor(((clientY - top) * scale - 1) / down)];
    const column = Math.floor(((clientX - left) * scale - margin) / across);
    const day = month === undefined || column < 0 ? '' : addDays(`${month}-01`, column);
    // Behind the last day of a month, and outside the year, there is no cell.
    if (day.slice(0, 7) === month && first <= day && day <= last) {
      choose(day);
    }
  };
  const walk = (event: KeyboardEvent): void => {
    const to = target(event.key, chosen, first, last);
    if (to !== undefined) {
      event.preventDefault();
      choose(to < first ? first : to > last ? last : to);
    }
  };
  const status = runs.find(({ from, until }) => from <= chosen && chosen <= until)?.status;
  const said = [
    messages.words.date(chosen, 'weekday'),
    ...(status === undefined ? [] : [messages.words.text(`status.${status}`)]),
  ];
  return svg`<svg
    class="strip"
    role="slider"
    tabindex="0"
    aria-label=${name}
    aria-valuemin="0"
    aria-valuemax=${daysBetween(first, last)}
    aria-valuenow=${Math.min(Math.max(daysBetween(first, chosen), 0), daysBetween(first, last))}
    aria-valuetext=${said.join(': ')}
    @click=${click}
    @keydown=${walk}
    viewBox="0 0 ${box.width} ${box.height}" width=${box.width} height=${box.height}>
    ${months.map((month, row) => {
      const name = new Intl.DateTimeFormat(messages.locale, {
        timeZone: 'UTC',
        month: 'short',
        ...(row === 0 || month.endsWith('-01') ? { year: '2-digit' } : {}),
      }).format(utcDate(`${month}-01`));
      return svg`<text class="tick-text" x="0" y=${(row + 0.5) * down + 1} dy="0.35em">${name}</text>`;
    })}
    ${statuses.map((status) => {
      const cells = runs
        .filter((run) => run.status === status)
        .flatMap(daysOf)
        .map(place);
      return cellsView(status, cells, across, down);
    })}
    ${first <= chosen && chosen <= last ? svg`<rect class="chosen" x=${x} y=${y} width=${across} height=${down} rx="1" />` : ''}
  </svg>`;
}

/** The day to which a key leads; undefined for other keys. */
function target(key: string, day: string, first: string, last: string): string | undefined {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
    case 'PageUp':
      return addMonths(day, -1);
    case 'ArrowDown':
    case 'PageDown':
      return addMonths(day, 1);
    case 'Home':
      return first;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/** Two paths for all days of a status, not two for each day. */
function cellsView(status: Status, cells: readonly Point[], across: number, down: number): SVGTemplateResult {
  const ground = cells.map(
    ([x, y]) => `M${fixed(x + 0.5)} ${fixed(y + 0.5)}h${fixed(across - 1)}v${fixed(down - 1)}h${fixed(1 - across)}z`,
  );
  const scale = Math.min(across, down) / 10;
  const strokes = cells.flatMap(([left, top]) =>
    signs[status].map((stroke) =>
      stroke
        .map(
          ([x, y], index) =>
            `${index === 0 ? 'M' : 'L'}${fixed(left + across / 2 + (x - 5) * scale)} ${fixed(top + down / 2 + (y - 5) * scale)}`,
        )
        .join(''),
    ),
  );
  return svg`<g class="cell tone-${status}">
    <path class="ground" d=${ground.join('')} />
    <path class="sign" d=${strokes.join('')} />
  </g>`;
}

const fixed = (pixels: number): string => pixels.toFixed(1);

export function legend(shown: readonly Status[], messages: Messages): TemplateResult {
  return html`<ul class="legend" aria-hidden="true">
    ${shown.map(
      (status) => html`<li>
        <svg viewBox="0 0 18 18" width="18" height="18" focusable="false">${cellsView(status, [[0, 0]], 18, 18)}</svg>
        ${messages.words.text(`status.${status}`)}
      </li>`,
    )}
  </ul>`;
}

function daysOf({ from, until }: Run): string[] {
  return Array.from({ length: daysBetween(from, until) + 1 }, (_, index) => addDays(from, index));
}

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let day = `${first.slice(0, 7)}-01`; day <= last; day = `${addDays(day, 31).slice(0, 7)}-01`) {
    months.push(day.slice(0, 7));
  }
  return months;
}
