// What the documents state, beside what is made of it.
import { html, nothing, type TemplateResult } from 'lit';
import type { ActionRow, RuleRow, Source } from 'partnercheck';
import { outerLink } from '../library/view/link.js';
import { isCarriedBy, type Statement } from './statements/statements.js';
import { linkList, section, type View } from './view.js';

export function statementsOfRule(view: View, rule: RuleRow): TemplateResult | typeof nothing {
  return statedView(
    view,
    view.statements.filter((statement) => isCarriedBy(statement, rule)),
  );
}

export function statementsOfAction(view: View, { type }: ActionRow): TemplateResult | typeof nothing {
  return statedView(
    view,
    view.statements.filter(({ carriers }) => carriers.includes(`action:${type}`)),
  );
}

function statedView(view: View, statements: readonly Statement[]): TemplateResult | typeof nothing {
  const { texts } = view;
  return statements.length === 0
    ? nothing
    : section(
        texts.t('states'),
        html`<ul class="plain statements">
          ${statements.map(
            ({ id, section: part, references }) => html`<li data-statement=${id}>
              <p class="said">${texts.statements.t(id)}</p>
              ${placesView(view, part, references)}
            </li>`,
          )}
        </ul>`,
      );
}

/** Of a part that no rule cites, the name stands among the statements. */
function partName({ messages, texts }: View, part: string): string {
  return messages.words.section(`#${part}`) ?? texts.statements.t(`section.${part}`);
}

/** The document once, and a link to each of its versions. */
function placesView(view: View, part: string, references: readonly string[]): TemplateResult {
  const { messages, catalogue } = view;
  const sources = references.flatMap((reference) =>
    catalogue.sources.filter(({ id }) => id === reference.split('#')[0]),
  );
  return html`<p class="source">
    ${messages.t('source.label')} <span lang="en">${sources.at(-1)?.title}</span>
    <span class="part">${messages.t('source.section', { section: partName(view, part) })}</span>
    ${sources.map((source) => html`<span class="part">${outerLink(messages, source.url, messages.edition(source))}</span> `)}
  </p>`;
}

/** All that a version of a document states, part by part, with the rules that carry it. */
export function statementsOfSource(view: View, source: Source): TemplateResult | typeof nothing {
  const { texts, entries, catalogue, statements } = view;
  const own = statements.filter(({ references }) => references.some((each) => each.startsWith(`${source.id}#`)));
  const parts = [...new Set(own.map(({ section: part }) => part))];
  const rulesOf = (statement: Statement) =>
    catalogue.rules.filter((rule) => isCarriedBy(statement, rule)).map(({ id }) => id);
  return own.length === 0
    ? nothing
    : section(
        texts.t('states.source'),
        parts.map(
          (part) => html`<section>
            <h4>${partName(view, part)}</h4>
            <ul class="plain statements">
              ${own
                .filter((statement) => statement.section === part)
                .map(
                  (statement) => html`<li data-statement=${statement.id}>
                    <p class="said">${texts.statements.t(statement.id)}</p>
                    ${linkList(entries.of('rule', rulesOf(statement)))}
                  </li>`,
                )}
            </ul>
          </section>`,
        ),
      );
}
