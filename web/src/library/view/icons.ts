import { svg, type SVGTemplateResult } from 'lit';

// The words beside them say the same, so that readers of the screen skip them.
const drawing = (paths: SVGTemplateResult, name: string): SVGTemplateResult =>
  svg`<svg class="icon icon-${name}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths}</svg>`;

const tick = svg`<path d="M6 12.5l4 4 8-9" />`;
const cross = svg`<path d="M7 7l10 10M17 7L7 17" />`;
const question = svg`<path d="M8.8 9.2a3.2 3.2 0 1 1 4.6 2.9c-1 .5-1.4 1.1-1.4 2.1" /><path d="M12 17.6v.1" />`;
const dash = svg`<path d="M7 12h10" />`;
const clock = svg`<circle cx="12" cy="12" r="7" /><path d="M12 8v4.2l2.8 1.8" />`;
const lock = svg`<rect x="5.5" y="10.5" width="13" height="9" rx="2" /><path d="M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5" />`;

export const outcomeIcons: Record<string, SVGTemplateResult> = {
  met: drawing(tick, 'met'),
  not_met: drawing(cross, 'not-met'),
  unknown: drawing(question, 'unknown'),
  not_applicable: drawing(dash, 'not-applicable'),
};

export const statusIcons: Record<string, SVGTemplateResult> = {
  allowed: drawing(tick, 'status'),
  deferred: drawing(clock, 'status'),
  denied: drawing(cross, 'status'),
  needs_info: drawing(question, 'status'),
};

export const lockIcon = drawing(lock, 'lock');
