// <partner-check-ruleset-editor>: a ruleset of one's own, from a built-in one, judged at every key, and what comes of it.
import {
  LitElement,
  html,
  nothing,
  unsafeCSS,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { CompareRequest, Fault, Ruleset, RulesetAnswer } from 'partnercheck';
import { copied } from '../../library/copied.js';
import { download } from '../../library/download.js';
import { rulesetText } from '../../library/ruleset-text.js';
import basics from '../../library/styles/basics.css?inline';
import { linesOf, type Case } from '../../share/case.js';
import { editFragment } from '../../share/edit-fragment.js';
import { FragmentError } from '../../share/fragment.js';
import { changesView } from '../ruleset-view.js';
import styles from '../rules.css?inline';
import { section, type View } from '../view.js';
import { unpack } from './carried.js';
import { draftOf, newDraft, withNumber, type Draft } from './draft.js';
import { numberField } from './number-field.js';
import editorStyles from './editor.css?inline';

export class RulesetEditor extends LitElement {
  static override styles: CSSResultGroup = [basics, styles, editorStyles].map(unsafeCSS);

  static override properties: PropertyDeclarations = {
    view: { attribute: false },
    start: { attribute: false },
    draft: { state: true },
    refused: { state: true },
    status: { state: true },
  };

  declare view: View;
  /** What the address carries. */
  declare start: string;
  declare private draft: Draft | undefined;
  /** What was wrong with the file; nothing in particular where it was the address. */
  declare private refused: readonly Fault[] | undefined;
  declare private status: string;

  /** What the core says to the draft. */
  private answer: RulesetAnswer | undefined;
  private request: Case | undefined;

  constructor() {
    super();
    this.status = '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('start')) {
      void this.follow(this.start);
    }
  }

  private async follow(start: string): Promise<void> {
    const { catalogue, core } = this.view;
    const carried = await unpack(start, catalogue, core);
    if (this.start !== start) {
      return;
    }
    const [base] = catalogue.rulesets.filter(({ id }) => id === catalogue.default_ruleset);
    this.refused = carried === undefined ? [] : undefined;
    this.request = carried?.request;
    if (carried !== undefined) {
      this.change(carried.draft);
    } else if (base !== undefined) {
      this.change(newDraft(base));
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { draft, answer, view, refused, status } = this;
    const base = view.catalogue.rulesets.find(({ id }) => id === draft?.based_on);
    if (draft === undefined || answer === undefined || base === undefined) {
      return nothing;
    }
    const { t } = view.texts;
    const faults = answer.type === 'failure' ? answer.errors : [];
    const own = answer.type === 'success' ? answer.ruleset : undefined;
    const names = [...new Set(view.catalogue.rulesets.flatMap(({ parameters }) => Object.keys(parameters)))].sort();
    return html`<p class="intro">${t('edit.intro')}</p>
      ${refused === undefined ? nothing : this.refusedView(refused)}
      <div class="fields">
        <div>
          <label for="base">${t('edit.base')}</label>
          <select id="base" @change=${this.chooseBase}>
            ${view.catalogue.rulesets.map(
              (each) =>
                html`<option value=${each.id} ?selected=${each === base}>${view.messages.ruleset(each, view.catalogue.default_ruleset)}</option>`,
            )}
          </select>
        </div>
        <div>
          <label for="name">${t('edit.name')}</label>
          <input
            id="name"
            type="text"
            autocomplete="off"
            spellcheck="false"
            maxlength="60"
            aria-describedby="name-faults"
            .value=${draft.id}
            @input=${(event: Event) => this.change({ ...draft, id: (event.target as HTMLInputElement).value })}
          />
        </div>
      </div>
      <ul id="name-faults" class="faults">
        ${faults
          .filter(({ path }) => !path.startsWith('/parameters/'))
          .map((fault) => html`<li>${view.messages.fault(fault, undefined)}</li>`)}
      </ul>
      ${section(t('edit.effects'), this.effectsView(base, draft, answer))}
      <p class="buttons">
        <button type="button" class="do" ?disabled=${own === undefined} @click=${this.save}>${t('edit.save')}</button>
        <button type="button" class="other" ?disabled=${own === undefined} @click=${this.copyLink}>${t('edit.link')}</button>
        <label class="other" for="file">${t('edit.open')}</label>
        <input id="file" class="visually-hidden" type="file" accept=".json,application/json" @change=${this.openFile} />
      </p>
      <p role="status">${status}</p>
      ${section(
        t('ruleset.numbers'),
        html`<ul class="plain">
          ${names.map((name) =>
            numberField({
              ...view,
              base,
              name,
              changed: draft.parameters[name],
              faults: faults.filter(({ path }) => path.split('/')[2] === name),
              change: (number) => this.change(withNumber(draft, name, number)),
            }),
          )}
        </ul>`,
      )}`;
  }

  private refusedView(faults: readonly Fault[]): TemplateResult {
    const { texts, messages } = this.view;
    return html`<div class="refused" role="alert">
      <p>${texts.t('edit.refused')}</p>
      <ul class="faults">
        ${faults.map(
          (fault) =>
            html`<li>
              ${
                fault.line === undefined
                  ? nothing
                  : texts.t('edit.place', { line: fault.line, column: fault.column ?? 1 })
              }
              ${messages.fault(fault, undefined)}
            </li>`,
        )}
      </ul>
    </div>`;
  }

  /** Over the case that came along; without one, over every action of which nothing is known. */
  private effectsView(base: Ruleset, draft: Draft, answer: RulesetAnswer): TemplateResult {
    const { view, request } = this;
    const { t } = view.texts;
    if (answer.type === 'failure') {
      return html`<p>${t('edit.not_yet')}</p>`;
    }
    if (request !== undefined) {
      return this.caseView(base, answer.ruleset, request);
    }
    return Object.keys(draft.parameters).length === 0
      ? html`<p>${t('edit.nothing')}</p>`
      : changesView(view, base, answer.ruleset);
  }

  private caseView(base: Ruleset, own: Ruleset, request: Case): TemplateResult {
    const { view } = this;
    const { core, catalogue, messages, texts } = view;
    const { ruleset: _, ...asked } = request;
    const compared = core.compare({ ...asked, rulesets: [base.id, own.id] } as CompareRequest);
    const action = catalogue.actions.find(({ type }) => type === request.action.type);
    if (compared.type === 'failure') {
      return html`<ul class="faults">
        ${compared.errors.map((fault) => html`<li>${messages.fault(fault, undefined)}</li>`)}
      </ul>`;
    }
    const [before, after] = compared.decisions.map((decision) =>
      messages.words.verdict(decision, request.today, action),
    );
    return html`<p class="said" id="before">${texts.t('edit.by', { date: base.as_of, text: before })}</p>
      <p class="said" id="after">${texts.t('edit.by_own', { text: after })}</p>
      ${
        compared.differences.length === 0
          ? nothing
          : html`<ul class="plain">
            ${compared.differences.map(
              ({ rule, before: one, after: other }) => html`<li data-rule=${rule}>
                <h4>${messages.words.text(`rule.${rule}`)}</h4>
                ${one === null ? nothing : html`<p>${texts.t('change.before', { text: messages.words.finding(one) })}</p>`}
                ${other === null ? nothing : html`<p>${texts.t('change.after', { text: messages.words.finding(other) })}</p>`}
              </li>`,
            )}
          </ul>`
      }
      <details>
        <summary>${texts.t('edit.case')}</summary>
        <dl>
          ${linesOf(request, catalogue, messages).map(
            ({ label, value }) =>
              html`<div>
                <dt>${label}</dt>
                <dd>${value}</dd>
              </div>`,
          )}
        </dl>
      </details>`;
  }

  private change(draft: Draft): void {
    this.draft = draft;
    this.answer = this.view.core.loadRuleset(draft);
    this.status = '';
  }

  private readonly chooseBase = (event: Event): void => {
    if (this.draft !== undefined) {
      this.change({ ...this.draft, based_on: (event.target as HTMLSelectElement).value });
    }
  };

  private readonly save = (): void => {
    const { draft, view } = this;
    if (draft !== undefined) {
      download('partner-check-ruleset.json', 'application/json', `${JSON.stringify(draft, null, 2)}\n`);
      this.status = view.texts.t('edit.saved');
    }
  };

  private readonly copyLink = async (): Promise<void> => {
    const { draft, request, view } = this;
    const { t } = view.texts;
    if (draft === undefined) {
      return;
    }
    try {
      const [page] = location.href.split('#');
      const address = `${page}${await editFragment(request === undefined ? { draft } : { draft, request })}`;
      this.status = t((await copied(address)) ? 'edit.linked' : 'edit.not_copied');
    } catch (failure) {
      if (!(failure instanceof FragmentError)) {
        throw failure;
      }
      this.status = t('edit.too_long');
    }
  };

  private readonly openFile = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (file === undefined) {
      return;
    }
    const { core, catalogue } = this.view;
    const text = await rulesetText(file);
    const answer = core.loadRuleset(text);
    if (answer.type === 'failure') {
      this.refused = answer.errors;
      return;
    }
    this.refused = undefined;
    this.change(draftOf(JSON.parse(text) as object, catalogue));
  };
}

export function defineRulesetEditor(): void {
  if (customElements.get('partner-check-ruleset-editor') === undefined) {
    customElements.define('partner-check-ruleset-editor', RulesetEditor);
  }
}
