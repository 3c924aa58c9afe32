// Everything there is, and the search through it.
import { html, nothing, type TemplateResult } from 'lit';
import type { Entry } from './entries.js';
import { linkList, linkTo, type View } from './view.js';

export interface OverviewView extends View {
  readonly written: string;
  search(written: string): void;
}

export function overview(view: OverviewView): TemplateResult {
  const { texts, written, search, entries } = view;
  const found = written.trim() === '' ? undefined : entries.search(written);
  return html`<form class="search" role="search" novalidate autocomplete="off" @submit=${(event: Event) => event.preventDefault()}>
      <label for="find">${texts.t('search')}</label>
      <input
        id="find"
        type="search"
        autocomplete="off"
        spellcheck="false"
        maxlength="300"
        .value=${written}
        @input=${(event: Event) => search((event.target as HTMLInputElement).value)}
      />
      <p class="found" role="status">${found === undefined ? nothing : texts.t('found', { count: found.length })}</p>
    </form>
    ${found === undefined ? everything(view) : resultsView(view, found)}`;
}

function resultsView({ texts }: View, found: readonly Entry[]): TemplateResult {
  return html`<ol class="results">
    ${found.map((entry) => html`<li>${linkTo(entry)} <span class="tag">${texts.t(`kind.${entry.kind}`)}</span></li>`)}
  </ol>`;
}

function everything({ messages, texts, catalogue, entries }: View): TemplateResult {
  const { rules, rulesets, actions, facts, sources, subjects } = catalogue;
  return html`<section>
      <h2>${texts.t('all.rule')}</h2>
      <div class="subjects">
        ${subjects.map((subject) => {
          const ids = rules.filter((rule) => rule.subject === subject).map(({ id }) => id);
          return ids.length === 0
            ? nothing
            : html`<section>
              <h3>${messages.words.text(`subject.${subject}`)}</h3>
              ${linkList(entries.of('rule', ids))}
            </section>`;
        })}
      </div>
    </section>
    <div class="subjects">
      <section>
        <h2>${texts.t('all.ruleset')}</h2>
        ${linkList(
          entries.of(
            'ruleset',
            rulesets.map(({ id }) => id),
          ),
        )}
      </section>
      <section>
        <h2>${texts.t('all.source')}</h2>
        <ul class="links">
          ${sources.map(
            (source) => html`<li>
              ${entries.of('source', [source.id]).map(linkTo)} <span class="held">${messages.edition(source)}</span>
            </li>`,
          )}
        </ul>
      </section>
    </div>
    ${folded(
      texts.t('all.action'),
      entries.of(
        'action',
        actions.map(({ type }) => type),
      ),
    )}
    ${folded(
      texts.t('all.fact'),
      entries.of(
        'fact',
        facts.map(({ path }) => path),
      ),
    )}`;
}

function folded(heading: string, entries: readonly Entry[]): TemplateResult {
  return html`<details>
    <summary><h2>${heading}</h2></summary>
    ${linkList(entries)}
  </details>`;
}
