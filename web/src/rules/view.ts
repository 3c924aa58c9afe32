// What the views of the rules have in common.
import { html, nothing, type TemplateResult } from 'lit';
import type { Catalogue, PartnerCheck as Core, Ruleset, TimelineEntry } from 'partnercheck';
import type { Messages } from '../library/messages.js';
import { sourceView } from '../library/view/findings.js';
import type { Entries, Entry } from './entries.js';
import { addressOf } from './place.js';
import type { Statement } from './statements/statements.js';
import type { RulesTexts } from './texts.js';

export interface View {
  readonly messages: Messages;
  readonly texts: RulesTexts;
  readonly core: Core;
  readonly catalogue: Catalogue;
  readonly entries: Entries;
  readonly statements: readonly Statement[];
}

export function linkTo(entry: Entry): TemplateResult {
  return html`<a href=${addressOf(entry)} lang=${entry.lang ?? nothing}>${entry.title}</a>`;
}

export function linkList(entries: readonly Entry[]): TemplateResult {
  return html`<ul class="links">
    ${entries.map((entry) => html`<li>${linkTo(entry)}</li>`)}
  </ul>`;
}

export function section(heading: string, content: unknown): TemplateResult {
  return html`<section>
    <h3>${heading}</h3>
    ${content}
  </section>`;
}

/** Where something stands, and how long it has stood there. */
export function placeInDocuments({ messages, texts, catalogue }: View, entry: TimelineEntry): TemplateResult {
  const { source, from, verified } = entry;
  return html`${sourceView(messages, catalogue, source)}
    <p class="held">${texts.t('held', { from, verified })}</p>`;
}

export interface Run<T> {
  rulesets: Ruleset[];
  value: T;
}

/** What several rulesets in a row have in common is said once; `textOf` says what counts as the same. */
export function runsOf<T>(
  rulesets: readonly Ruleset[],
  readFrom: (ruleset: Ruleset) => T,
  textOf: (value: T) => string,
): Run<T>[] {
  const runs: Run<T>[] = [];
  for (const ruleset of rulesets) {
    const value = readFrom(ruleset);
    const last = runs.at(-1);
    if (last !== undefined && textOf(last.value) === textOf(value)) {
      last.rulesets.push(ruleset);
      // The newest place is the one to look it up in.
      last.value = value;
    } else {
      runs.push({ rulesets: [ruleset], value });
    }
  }
  return runs;
}

/** One after the other, each under the days on which it held. */
export function runsView<T>(
  { entries }: View,
  runs: readonly Run<T>[],
  content: (value: T) => unknown,
): TemplateResult {
  return html`<ol class="runs">
    ${runs.map(
      ({ rulesets, value }) => html`<li>
        <p class="days">${entries
          .of(
            'ruleset',
            rulesets.map(({ id }) => id),
          )
          .map(linkTo)}</p>
        ${content(value)}
      </li>`,
    )}
  </ol>`;
}
