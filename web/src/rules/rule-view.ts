// One rule: what it says in each ruleset, its numbers, and what hangs together with it.
import { html, nothing, type TemplateResult } from 'lit';
import type { RuleRow } from 'partnercheck';
import { nameOfNumber, numberInWords } from '../library/numbers/number.js';
import { statementsOfRule } from './statement-view.js';
import { sayingsOf } from './sayings.js';
import { linkList, placeInDocuments, runsOf, runsView, section, type View } from './view.js';

export function ruleView(view: View, rule: RuleRow): TemplateResult {
  const { texts, entries } = view;
  return html`<p class="id"><code>${rule.id}</code></p>
    ${section(texts.t('says'), saysView(view, rule))}
    ${statementsOfRule(view, rule)}
    ${
      rule.parameters.length === 0
        ? nothing
        : section(
            texts.t('numbers'),
            rule.parameters.map((name) => numberView(view, name)),
          )
    }
    ${section(
      texts.t('connections'),
      connectionsView([
        [
          texts.t('connections.facts'),
          rule.facts.length === 0
            ? html`<p>${texts.t('connections.nothing')}</p>`
            : linkList(entries.of('fact', rule.facts)),
        ],
        [texts.t('kind.rule'), html`<p>${entries.at({ kind: 'rule', id: rule.id })?.title}</p>`],
        [texts.t('connections.actions'), linkList(entries.of('action', rule.actions))],
      ]),
    )}`;
}

/** From what is asked to what is decided; arrows stand between, for who sees. */
export function connectionsView(columns: readonly [heading: string, content: unknown][]): TemplateResult {
  return html`<div class="connections">
    ${columns.map(
      ([heading, content]) => html`<div class="column">
        <h4>${heading}</h4>
        ${content}
      </div>`,
    )}
  </div>`;
}

function saysView(view: View, rule: RuleRow): TemplateResult {
  const { messages, texts, core, catalogue } = view;
  const sayings = sayingsOf(core, catalogue, rule);
  const runs = runsOf(
    catalogue.rulesets,
    (ruleset) => {
      const saying = sayings.get(ruleset.id);
      const entry = ruleset.rules[rule.id];
      return saying === undefined || entry === undefined ? undefined : { text: messages.words.finding(saying), entry };
    },
    (said) => said?.text ?? '',
  );
  return html`<p class="intro">${texts.t('says.intro')}</p>
    ${runsView(view, runs, (said) =>
      said === undefined
        ? html`<p>${texts.t('says.absent')}</p>`
        : html`<p class="said">${said.text}</p>
            ${placeInDocuments(view, said.entry)}`,
    )}`;
}

export function numberView(view: View, name: string): TemplateResult {
  const { messages, texts, catalogue } = view;
  const runs = runsOf(
    catalogue.rulesets,
    (ruleset) => ruleset.parameters[name],
    (entry) => numberInWords(messages, texts.numbers, entry),
  );
  return html`<div class="number" data-number=${name}>
    <h4>${nameOfNumber(texts.numbers, name)}</h4>
    ${runsView(
      view,
      runs,
      (entry) => html`<p class="said">${numberInWords(messages, texts.numbers, entry)}</p>
        ${entry === undefined ? nothing : placeInDocuments(view, entry)}`,
    )}
  </div>`;
}
