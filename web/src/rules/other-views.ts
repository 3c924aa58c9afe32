// An action, a question, a document: what hangs together with each.
import { html, nothing, type TemplateResult } from 'lit';
import type { ActionRow, FactRow, Source, TimelineEntry } from 'partnercheck';
import { nameOfNumber } from '../library/numbers/number.js';
import { outerLink } from '../library/view/link.js';
import { connectionsView } from './rule-view.js';
import { statementsOfAction, statementsOfSource } from './statement-view.js';
import { linkList, section, type View } from './view.js';

export function actionView(view: View, action: ActionRow): TemplateResult {
  const { messages, texts, entries } = view;
  return html`<p class="said">
      ${messages.situation(action)}
      <a href="./index.html?lang=${messages.locale}#${action.type}">${texts.t('ask')}</a>
    </p>
    ${statementsOfAction(view, action)}
    ${section(
      texts.t('connections'),
      connectionsView([
        [texts.t('connections.facts'), linkList(entries.of('fact', action.facts))],
        [texts.t('connections.rules'), linkList(entries.of('rule', action.rules))],
        [texts.t('connections.actions'), html`<p>${messages.words.text(action.title)}</p>`],
      ]),
    )}`;
}

export function factView(view: View, fact: FactRow): TemplateResult {
  const { messages, texts, entries, catalogue } = view;
  const hint = `${fact.question}.hint`;
  const rules = catalogue.rules.filter(({ facts }) => facts.includes(fact.path)).map(({ id }) => id);
  const actions = catalogue.actions.filter(({ facts }) => facts.includes(fact.path)).map(({ type }) => type);
  return html`<p class="id"><code>${fact.path}</code></p>
    ${messages.words.has(hint) ? html`<p class="said">${messages.words.text(hint)}</p>` : nothing}
    ${section(
      texts.t('connections'),
      connectionsView([
        [texts.t('connections.facts'), html`<p>${messages.words.text(fact.question)}</p>`],
        [texts.t('connections.rules'), linkList(entries.of('rule', rules))],
        [texts.t('connections.actions'), linkList(entries.of('action', actions))],
      ]),
    )}`;
}

export function sourceEntryView(view: View, source: Source): TemplateResult {
  const { messages, texts, entries, catalogue } = view;
  const isFrom = (entry: TimelineEntry | undefined): boolean => entry?.source.split('#')[0] === source.id;
  const rules = catalogue.rules
    .map(({ id }) => id)
    .filter((id) => catalogue.rulesets.some((ruleset) => isFrom(ruleset.rules[id])));
  const numbers = [...new Set(catalogue.rulesets.flatMap(({ parameters }) => Object.keys(parameters)))].filter((name) =>
    catalogue.rulesets.some((ruleset) => isFrom(ruleset.parameters[name])),
  );
  return html`<p class="said">${outerLink(messages, source.url, source.title, 'en')}</p>
    <p class="held">${messages.edition(source)}${source.kind === 'beyond' ? html` <span class="tag">${messages.t('source.beyond')}</span>` : nothing}</p>
    ${rules.length + numbers.length === 0 ? html`<p>${texts.t('source.nothing')}</p>` : nothing}
    ${rules.length === 0 ? nothing : section(texts.t('source.rules'), linkList(entries.of('rule', rules)))}
    ${
      numbers.length === 0
        ? nothing
        : section(
            texts.t('source.numbers'),
            html`<ul class="links">
              ${numbers.map((name) => html`<li>${nameOfNumber(texts.numbers, name)}</li>`)}
            </ul>`,
          )
    }
    ${statementsOfSource(view, source)}`;
}
