// What somebody sees first: one field for their own words, and every question under the heading that fits it.
import { html, nothing, type TemplateResult } from 'lit';
import type { ActionRow, ActionType, Catalogue, GoalType } from 'partnercheck';
import type { PageKey, Messages } from '../../library/messages.js';

export type Situation = ActionType | GoalType;

export interface Found {
  written: string;
  situations: readonly Situation[];
}

export interface StartView {
  readonly messages: Messages;
  readonly catalogue: Catalogue;
  readonly written: string;
  /** What was found, the best first, and for which words; undefined while nothing was written. */
  readonly found: Found | undefined;
  /** Each situation has one, that can be opened beside, kept and sent. */
  readonly hasAddresses: boolean;
  /** `written` has changed. */
  search(written: string): void;
  begin(action: ActionType): void;
  plan(goal: string): void;
}

export function startView(view: StartView): TemplateResult {
  const { messages, catalogue, written, found, search, begin } = view;
  return html`<section class="start" part="start" aria-labelledby="start-heading">
    <form
      class="wish"
      role="search"
      novalidate
      autocomplete="off"
      @submit=${(event: Event) => {
        event.preventDefault();
        const [best] = found?.situations ?? [];
        const plan = catalogue.plans.find(({ goal }) => goal === best);
        const action = catalogue.actions.find(({ type }) => type === best);
        if (plan !== undefined) {
          view.plan(plan.goal);
        } else if (action !== undefined) {
          begin(action.type);
        }
      }}
    >
      <h2 id="start-heading"><label for="wish">${messages.t('start.heading')}</label></h2>
      <p class="hint" id="wish-hint">${messages.t('start.hint')}</p>
      <input
        id="wish"
        type="search"
        part="search"
        autocomplete="off"
        spellcheck="false"
        maxlength="300"
        placeholder=${messages.t('start.example')}
        aria-describedby="wish-hint"
        .value=${written}
        @input=${(event: Event) => search((event.target as HTMLInputElement).value)}
      />
      <p class="found" role="status">${found === undefined ? nothing : messages.t('start.found', { count: found.situations.length })}</p>
    </form>
    ${
      found === undefined || found.situations.length === 0
        ? nothing
        : html`<ol class="matches" data-written=${found.written}>${found.situations.map((type) => match(view, type))}</ol>`
    }
    <h2 class="visually-hidden">${messages.t('start.all')}</h2>
    <div class="groups">
      ${catalogue.groups.map(
        (group) => html`<section class="group">
          <h3>${messages.t(`group.${group}` as PageKey)}</h3>
          <ul>
            ${catalogue.actions
              .filter((action) => action.group === group)
              .map((action) => html`<li>${actionLink(view, action)}</li>`)}
            ${catalogue.plans
              .filter((plan) => plan.group === group)
              .map(
                (plan) =>
                  html`<li>${link(view, plan.goal, () => view.plan(plan.goal), messages.plan(plan))} <span class="tag">${messages.t('plan.tag')}</span></li>`,
              )}
          </ul>
        </section>`,
      )}
    </div>
  </section>`;
}

function match(view: StartView, type: Situation): TemplateResult | typeof nothing {
  const { messages, catalogue } = view;
  const plan = catalogue.plans.find((each) => each.goal === type);
  if (plan !== undefined) {
    return html`<li>${link(view, plan.goal, () => view.plan(plan.goal), messages.plan(plan))} <span class="tag">${messages.t('plan.tag')}</span></li>`;
  }
  const action = catalogue.actions.find((each) => each.type === type);
  return action === undefined
    ? nothing
    : html`<li>
        ${actionLink(view, action)}
        <p class="hint">${messages.ready(action) ?? nothing}</p>
      </li>`;
}

function actionLink(view: StartView, action: ActionRow): TemplateResult {
  return link(view, action.type, () => view.begin(action.type), view.messages.situation(action));
}

function link({ hasAddresses }: StartView, name: string, begin: () => void, text: string): TemplateResult {
  if (!hasAddresses) {
    return html`<button type="button" class="quiet" data-situation=${name} @click=${begin}>${text}</button>`;
  }
  return html`<a
    href="#${name}"
    @click=${(event: MouseEvent) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        begin();
      }
    }}
    >${text}</a
  >`;
}
