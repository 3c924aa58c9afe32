// Why: each rule with tick, cross or question mark, what it found, and where it is written.
import { html, nothing, type TemplateResult } from 'lit';
import type { Catalogue, Finding } from 'partnercheck';
import type { Messages } from '../messages.js';
import { outcomeIcons } from './icons.js';
import { outerLink } from './link.js';

// What stands in the way comes first.
const order = ['not_met', 'unknown', 'met', 'not_applicable'];

export function findingsView(messages: Messages, catalogue: Catalogue, findings: Finding[]): TemplateResult {
  const sorted = findings.toSorted((one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome));
  return html`<div class="block why" part="findings">
    <ul class="findings">
      ${sorted.map((finding) => findingView(messages, catalogue, finding))}
    </ul>
  </div>`;
}

function findingView(messages: Messages, catalogue: Catalogue, finding: Finding): TemplateResult {
  const { words } = messages;
  return html`<li class="finding outcome-${finding.outcome}" data-rule=${finding.rule}>
    ${outcomeIcons[finding.outcome]}
    <div>
      <h4>${words.text(`rule.${finding.rule}`)} <span class="tag">${words.text(`outcome.${finding.outcome}`)}</span></h4>
      <p>${words.finding(finding)}</p>
      ${readingsView(messages, finding)} ${sourceView(messages, catalogue, finding.source)}
    </div>
  </li>`;
}

function readingsView(messages: Messages, { readings }: Finding): TemplateResult | typeof nothing {
  return readings === undefined
    ? nothing
    : html`<ul class="readings">
        ${readings.map(
          ({ year, count, until }) =>
            html`<li>
              ${messages.t(until === undefined ? 'reading.count' : 'reading.until', {
                reading: messages.words.text(`reading.${year}`),
                count,
                ...(until === undefined ? {} : { until }),
              })}
            </li>`,
        )}
      </ul>`;
}

export function sourceView(
  messages: Messages,
  catalogue: Catalogue,
  reference: string | undefined,
): TemplateResult | typeof nothing {
  const source = catalogue.sources.find((each) => each.id === reference?.split('#')[0]);
  if (reference === undefined || source === undefined) {
    return reference === undefined ? nothing : html`<p class="source">${messages.t('source.label')} ${reference}</p>`;
  }
  const section = messages.words.section(reference);
  return html`<p class="source">
    ${messages.t('source.label')} ${outerLink(messages, source.url, source.title, 'en')}
    <span class="part">${messages.edition(source)}</span>
    ${section === undefined ? nothing : html`<span class="part">${messages.t('source.section', { section })}</span>`}
    ${source.kind === 'beyond' ? html`<span class="tag">${messages.t('source.beyond')}</span>` : nothing}
  </p>`;
}
