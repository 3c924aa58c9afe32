// Why: each rule with tick, cross or question mark, what it found, and where it is written.
import { html, nothing, type TemplateResult } from 'lit';
import type { Catalogue, Finding } from 'partnercheck';
import type { Messages } from '../messages.js';
import { outcomeIcons } from './icons.js';
import { outerLink } from './link.js';

// What stands in the way comes first.
const order = ['not_met', 'unknown', 'met', 'not_applicable'];

/** `rulesPage`: where each rule is explained; undefined where there is no such page. */
export function findingsView(
  messages: Messages,
  catalogue: Catalogue,
  findings: Finding[],
  rulesPage: string | undefined,
): TemplateResult {
  const sorted = findings.toSorted((one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome));
  const documents = [
    ...new Set(sorted.flatMap(({ source }) => (source === undefined ? [] : [documentOf(catalogue, source)]))),
  ];
  return html`<div class="block why" part="findings">
    <ul class="findings">
      ${sorted.map((finding) => findingView(messages, catalogue, finding, documents, rulesPage))}
    </ul>
    ${documents.length === 0 ? nothing : documentsView(messages, catalogue, documents)}
  </div>`;
}

/** A reference is a document, and mostly a part of it, `document#part`; in a ruleset of one's own, whatever stands there. */
function documentOf({ sources }: Catalogue, reference: string): string {
  const id = reference.split('#')[0];
  return sources.find((each) => each.id === id)?.id ?? reference;
}

/** The documents that the findings rest on, each once. */
function documentsView(messages: Messages, catalogue: Catalogue, documents: string[]): TemplateResult {
  const views = documents.map((each) => documentView(messages, catalogue, each));
  return html`<div class="sources">
    ${
      views.length === 1
        ? html`<p class="source">${messages.t('source.label')} ${views}</p>`
        : html`<h4>${messages.t('source.all')}</h4>
            <ol>
              ${views.map((view) => html`<li class="source">${view}</li>`)}
            </ol>`
    }
  </div>`;
}

function findingView(
  messages: Messages,
  catalogue: Catalogue,
  finding: Finding,
  documents: string[],
  rulesPage: string | undefined,
): TemplateResult {
  const { words } = messages;
  const title = words.text(`rule.${finding.rule}`);
  return html`<li class="finding outcome-${finding.outcome}" data-rule=${finding.rule}>
    ${outcomeIcons[finding.outcome]}
    <div>
      <h4>${rulesPage === undefined ? title : html`<a href=${`${rulesPage}?lang=${messages.locale}#rule=${finding.rule}`}>${title}</a>`} <span class="tag">${words.text(`outcome.${finding.outcome}`)}</span></h4>
      <p>${words.finding(finding)}</p>
      ${readingsView(messages, finding)} ${placeView(messages, catalogue, finding.source, documents)}
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

/** Which of the documents, where there are several, and which part of it. */
function placeView(
  messages: Messages,
  catalogue: Catalogue,
  reference: string | undefined,
  documents: string[],
): TemplateResult | typeof nothing {
  if (reference === undefined) {
    return nothing;
  }
  const section = messages.words.section(reference);
  const number = documents.indexOf(documentOf(catalogue, reference)) + 1;
  const parts = [
    ...(documents.length === 1 ? [] : [messages.t('source.numbered', { number })]),
    ...(section === undefined ? [] : [messages.t('source.section', { section })]),
  ];
  return parts.length === 0
    ? nothing
    : html`<p class="source">${parts.map((part) => html`<span class="part">${part}</span> `)}</p>`;
}

export function sourceView(
  messages: Messages,
  catalogue: Catalogue,
  reference: string | undefined,
): TemplateResult | typeof nothing {
  if (reference === undefined) {
    return nothing;
  }
  const section = messages.words.section(reference);
  return html`<p class="source">
    ${messages.t('source.label')} ${documentView(messages, catalogue, documentOf(catalogue, reference))}
    ${section === undefined ? nothing : html`<span class="part">${messages.t('source.section', { section })}</span>`}
  </p>`;
}

function documentView(messages: Messages, catalogue: Catalogue, id: string): TemplateResult {
  const source = catalogue.sources.find((each) => each.id === id);
  return source === undefined
    ? html`${id}`
    : html`${outerLink(messages, source.url, source.title, 'en')}
      <span class="part">${messages.edition(source)}</span>
      ${source.kind === 'beyond' ? html`<span class="tag">${messages.t('source.beyond')}</span>` : nothing}`;
}
