// The rules as documented on a day: what changed since the ones before, and all numbers.
import { html, nothing, type TemplateResult } from 'lit';
import type { Difference, Ruleset } from 'partnercheck';
import { nameOfNumber, numberInWords } from '../library/numbers/number.js';
import { changesBetween, type NumberChange } from './changes.js';
import { addressOf } from './place.js';
import { linkList, linkTo, placeInDocuments, section, type View } from './view.js';

export function rulesetView(view: View, ruleset: Ruleset): TemplateResult {
  const { texts, entries, catalogue } = view;
  const before = catalogue.rulesets[catalogue.rulesets.indexOf(ruleset) - 1];
  const inForce = catalogue.rules.map(({ id }) => id).filter((id) => Object.hasOwn(ruleset.rules, id));
  return html`<p><a href=${addressOf({ kind: 'edit', id: ruleset.id })}>${texts.t('edit')}</a></p>
    ${
      before === undefined
        ? nothing
        : section(texts.t('changes', { date: before.as_of }), changesView(view, before, ruleset))
    }
    ${section(
      texts.t('ruleset.numbers'),
      html`<ul class="plain">
        ${Object.keys(ruleset.parameters).map((name) => numberRow(view, ruleset, name))}
      </ul>`,
    )}
    ${section(texts.t('ruleset.rules'), linkList(entries.of('rule', inForce)))}`;
}

export function numberRow(view: View, ruleset: Ruleset, name: string): TemplateResult {
  const { messages, texts } = view;
  const entry = ruleset.parameters[name];
  return html`<li data-number=${name}>
    <h4>${nameOfNumber(texts.numbers, name)}</h4>
    <p class="said">${numberInWords(messages, texts.numbers, entry)}</p>
    ${entry === undefined ? nothing : placeInDocuments(view, entry)}
  </li>`;
}

/** What the core finds different, and the numbers that are. */
export function changesView(view: View, before: Ruleset, after: Ruleset): TemplateResult {
  const { texts, core, catalogue } = view;
  const { rules, numbers } = changesBetween(core, catalogue, before, after);
  const part = (heading: string, rows: TemplateResult[]): TemplateResult =>
    html`<h4>${heading}</h4>
      ${
        rows.length === 0
          ? html`<p>${texts.t('changes.none')}</p>`
          : html`<ul class="plain">
            ${rows}
          </ul>`
      }`;
  return html`${part(
    texts.t('changes.numbers'),
    numbers.map((change) => numberChangeView(view, change)),
  )}
    ${part(
      texts.t('changes.rules'),
      rules.map((change) => ruleChangeView(view, change)),
    )}`;
}

function numberChangeView({ messages, texts }: View, { name, before, after }: NumberChange): TemplateResult {
  const inWords = (entry: NumberChange['before']): string => numberInWords(messages, texts.numbers, entry);
  return html`<li data-number=${name}>
    <h5>${nameOfNumber(texts.numbers, name)}</h5>
    <p>${texts.t('change.before', { text: inWords(before) })}</p>
    <p>${texts.t('change.after', { text: inWords(after) })}</p>
  </li>`;
}

function ruleChangeView({ messages, texts, entries }: View, { rule, before, after }: Difference): TemplateResult {
  const how = before === null ? 'change.new' : after === null ? 'change.gone' : 'change.other';
  const entry = entries.at({ kind: 'rule', id: rule });
  const { words } = messages;
  return html`<li data-rule=${rule}>
    <h5>${entry === undefined ? rule : linkTo(entry)} <span class="tag">${texts.t(how)}</span></h5>
    ${before === null ? nothing : html`<p>${texts.t('change.before', { text: words.finding(before) })}</p>`}
    ${after === null ? nothing : html`<p>${texts.t('change.after', { text: words.finding(after) })}</p>`}
  </li>`;
}
