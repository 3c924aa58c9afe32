// <partner-check> for the pages of others: loads what it needs, takes attributes, tells what it finds, and belongs to forms.
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
import type {
  ActionType,
  Decision,
  Fault,
  LoadOptions,
  PartnerCheck as Core,
  Preview,
  PreviewAnswer,
  RulesetId,
} from 'partnercheck';
import { version } from '../../../../element/package.json';
import { Check } from '../../check/check.js';
import type { QuestionController } from '../../check/question-controller.js';
import { typed } from '../../library/answers/entry.js';
import { firstAction } from '../../library/answers/example.js';
import { everyField } from '../../library/catalogue/every-field.js';
import { tools } from '../../share/bar.js';
import { isDay } from '../../library/reading/civil.js';
import { civilToday } from '../../library/reading/dates.js';
import { failureView } from '../../library/view/failure.js';
import { loadMessages, type Messages } from '../../library/messages.js';
import type {
  ErrorDetail,
  PartialRequest,
  PartnerCheckError,
  PartnerCheckEventMap,
  ReadyDetail,
  ResultDetail,
} from './events.js';
import { FormMember } from './form-member.js';
import { failureDetail } from './failure-detail.js';
import { Marks } from './marks.js';
import { Starter } from './starter.js';
import { faultsOfAttributes, requestFrom, type Attributes, type Standing } from './wishes.js';
import basics from '../../library/styles/basics.css?inline';
import failureStyles from '../../library/styles/failure.css?inline';
import checkStyles from '../../library/styles/partner-check.css?inline';
import styles from './element.css?inline';

export type * from './events.js';

/** A link would lead to the page around, and printing would print it: the host has its own ways for both, and for requests. */
const ownTools = tools.filter((tool) => !['link', 'print', 'request'].includes(tool));

/** Each is a state of the element, for styles. */
const statuses = ['allowed', 'deferred', 'denied', 'needs_info'] as const satisfies Decision['status'][];

const attributes = ['today', 'ruleset', 'action'] as const satisfies (keyof Attributes)[];

/**
 * May an action in Microsoft Partner Center go ahead, from which day, and why: the form and its answer. Nothing that is typed
 * leaves the browser.
 *
 * @attr {string} lang - The language: en-US, zh-TW, sv-SE or nl-NL. Without it that of the nearest element around that has
 * one, else what the browser asks for.
 *
 * @fires {CustomEvent<ReadyDetail>} partner-check-ready - The form is there.
 * @fires {CustomEvent<ResultDetail>} partner-check-result - There is an answer, also to every change of an answered form.
 * @fires {CustomEvent<ErrorDetail>} partner-check-error - The checker could not start, or what was asked cannot be answered.
 *
 * @slot header - Above all: what the portal says before anything is asked.
 * @slot loading - In place of the sentence that stands there before the form does.
 * @slot failure - Below the reason why the checker could not start, such as whom to call.
 * @slot empty - In place of what stands there before the first answer.
 * @slot footer - Below all, such as whom to ask.
 *
 * @cssState allowed - The answer is "Yes".
 * @cssState deferred - The answer is "Not yet".
 * @cssState denied - The answer is "No".
 * @cssState needs_info - The answer is "It depends".
 *
 * @csspart loading - What stands there before the form does.
 * @csspart failure - Why the checker could not start.
 * @csspart start - With `guided`: what stands there before a question was chosen.
 * @csspart search - The field for what somebody wants to know.
 * @csspart errors - What has to be corrected.
 * @csspart form - The whole form.
 * @csspart question - One question with its hint and its inputs.
 * @csspart label - What a question or one of its inputs is called.
 * @csspart hint - What helps with it.
 * @csspart input - Each input, choice and list.
 * @csspart error - What is wrong with it.
 * @csspart button - Each button.
 * @csspart submit - The button that asks.
 * @csspart answer - All that is not the form.
 * @csspart empty - What stands there before the first answer.
 * @csspart later - What rules that are in force since then say, above the verdict.
 * @csspart verdict - The sentence with the day.
 * @csspart keep - The tools under the verdict.
 * @csspart details - All below them.
 * @csspart named-dates - The days of the answer.
 * @csspart missing - What is missing for an answer.
 * @csspart next-steps - What to do next.
 * @csspart letter - A text to send.
 * @csspart timeline - The days as a drawing.
 * @csspart other-days - The same question on other days.
 * @csspart what-if - What would change the answer.
 * @csspart findings - Why: every rule with its source.
 * @csspart changes - What the action will change.
 * @csspart assumed - What the documents leave open.
 * @csspart reading - The pages that the documents send their readers to.
 *
 * @cssprop [--partner-check-font] - The font family; by default the one around.
 * @cssprop [--partner-check-text] - Letters.
 * @cssprop [--partner-check-muted] - Letters of hints.
 * @cssprop [--partner-check-line] - Lines between parts.
 * @cssprop [--partner-check-edge] - Edges of inputs and buttons.
 * @cssprop [--partner-check-surface] - Behind the form, the answer and inputs.
 * @cssprop [--partner-check-well] - Behind the rows of a list.
 * @cssprop [--partner-check-accent] - The button that asks, links and headings.
 * @cssprop [--partner-check-on-accent] - Letters on it.
 * @cssprop [--partner-check-focus] - Around what has the focus.
 * @cssprop [--partner-check-wrong] - What has to be corrected.
 * @cssprop [--partner-check-allowed] - "Yes", and behind it -tint.
 * @cssprop [--partner-check-allowed-tint]
 * @cssprop [--partner-check-deferred] - "Not yet", and behind it -tint.
 * @cssprop [--partner-check-deferred-tint]
 * @cssprop [--partner-check-denied] - "No", and behind it -tint.
 * @cssprop [--partner-check-denied-tint]
 * @cssprop [--partner-check-needs-info] - "It depends", and behind it -tint.
 * @cssprop [--partner-check-needs-info-tint]
 * @cssprop [--partner-check-radius=12px] - Corners.
 * @cssprop [--partner-check-padding] - Inside the form and the answer.
 * @cssprop [--partner-check-gap] - Between the form and the answer.
 *
 * @tag partner-check
 */
export class PartnerCheckElement extends LitElement {
  static formAssociated = true;

  /** Where the core is, for all elements; by default beside the scripts. To be set before the first one is put in place. */
  static loadOptions: LoadOptions = {};

  static override styles: CSSResultGroup = [basics, checkStyles, failureStyles, styles].map(unsafeCSS);

  static override properties: PropertyDeclarations = {
    core: { attribute: false },
    action: { reflect: true },
    ruleset: { reflect: true },
    today: { reflect: true },
    guided: { type: Boolean, reflect: true },
    name: { reflect: true },
    disabled: { type: Boolean, reflect: true },
    required: { type: Boolean, reflect: true },
    wasmUrl: { attribute: 'wasm-url', reflect: true },
    headingLevel: { type: Number, attribute: 'heading-level', reflect: true },
    request: { attribute: false },
    isDisabled: { state: true },
    refused: { state: true },
  };

  /** The core, as `load()` gives it, with a host's own rulesets if it likes; without it the element loads its own. */
  declare core: Core | undefined;
  /** The action to begin with; the names are in `describe().actions`. */
  declare action: ActionType | null | undefined;
  /** The id of the ruleset to begin with. */
  declare ruleset: RulesetId | null | undefined;
  /** The day to begin with, as YYYY-MM-DD; by default the present one. */
  declare today: string | null | undefined;
  /** Asks one thing at a time: of `action`, else of what somebody wants to know. Without it all questions stand there at once. */
  declare guided: boolean;
  /** Under which name a form sends the answer. */
  declare name: string | null | undefined;
  /** As in a disabled fieldset: nothing can be asked. */
  declare disabled: boolean;
  /** A form is not sent before there is an answer. */
  declare required: boolean;
  /** Where the core is, relative to the page; by default beside the scripts. */
  declare wasmUrl: string | null | undefined;
  /** The level of the first headings inside. */
  declare headingLevel: number;

  declare private isDisabled: boolean;
  /** What the host asked for and cannot have. */
  declare private refused: readonly Fault[];

  private readonly controller = new Check(this, {
    tools: ownTools,
    rulesPage: undefined,
    // The addresses are those of the page around.
    hasAddresses: false,
    source: () => this.source,
    mayAsk: () => !this.isDisabled,
    onAsked: (answer) => {
      this.refusedRequest = [];
      this.tellOfFaults(answer.type === 'failure' ? answer.errors : []);
    },
    onRestart: () => {
      this.follow(attributes);
      this.openOwnSituation();
    },
  });
  private readonly starter = new Starter<Messages>(this, {
    source: () => this.source,
    load: loadMessages,
    failed: (failure, messages) => this.tell('partner-check-error', failureDetail(failure, messages)),
  });
  private readonly member = new FormMember(this);
  /** A request that was set and not looked at yet. */
  private wish: { request: unknown } | undefined;
  private refusedAttributes: ReadonlyMap<keyof Attributes, Fault> = new Map();
  private refusedRequest: readonly Fault[] = [];
  private told: ResultDetail | undefined;
  private toldPreview: Preview | undefined;
  private isReady = false;
  private marks: Marks | undefined;

  constructor() {
    super();
    this.guided = false;
    this.disabled = false;
    this.required = false;
    this.headingLevel = 2;
    this.isDisabled = false;
    this.refused = [];
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** The question as it stands in the form. Setting a request, or a part of one, fills the form and asks. */
  get request(): PartialRequest | undefined {
    return this.wish === undefined ? this.question.now?.request : (this.wish.request as PartialRequest | undefined);
  }

  set request(request: PartialRequest | null | undefined) {
    this.wish = { request };
  }

  /** The last answer, as in the last `partner-check-result`; undefined before the first one. */
  get result(): Preview | undefined {
    return this.question.preview === undefined ? undefined : this.told?.preview;
  }

  /** The form that the element belongs to. */
  get form(): HTMLFormElement | null {
    return this.member.form;
  }

  get validity(): ValidityState {
    return this.member.validity;
  }

  get validationMessage(): string {
    return this.member.validationMessage;
  }

  get willValidate(): boolean {
    return this.member.willValidate;
  }

  checkValidity(): boolean {
    return this.member.checkValidity();
  }

  reportValidity(): boolean {
    return this.member.reportValidity();
  }

  /** Asks the question in the form, as its button does, and leaves the focus where it is. Undefined while nothing can be asked. */
  async check(): Promise<PreviewAnswer | undefined> {
    await this.updateComplete;
    const answer = this.question.submit();
    if (answer?.type === 'failure') {
      this.tellOfFaults(answer.errors);
    }
    await this.updateComplete;
    return answer;
  }

  /** Back to what the attributes say, without an answer. */
  reset(): void {
    this.question.set({ action: firstAction });
    this.wish = undefined;
    this.refusedRequest = [];
    this.controller.restart();
  }

  formResetCallback(): void {
    this.reset();
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.isDisabled = isDisabled;
  }

  formStateRestoreCallback(state: unknown): void {
    this.request = typeof state === 'string' ? (state as PartialRequest) : undefined;
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') {
      this.starter.speak();
    }
  }

  private get messages(): Messages | undefined {
    return this.starter.texts;
  }

  private get question(): QuestionController {
    return this.controller.question;
  }

  private get source(): LoadOptions {
    const { wasmUrl } = this;
    return wasmUrl ? { wasmUrl: new URL(wasmUrl, this.baseURI).href } : PartnerCheckElement.loadOptions;
  }

  protected override firstUpdated(): void {
    this.marks = new Marks(this.renderRoot);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('guided')) {
      this.controller.beginsWith = this.guided ? 'start' : 'form';
      this.controller.goToStep(this.controller.beginsWith);
    }
    this.controller.load(this.core, this.messages);
    if (this.core === undefined) {
      return;
    }
    const names = attributes.filter((name) => changed.has(name) || (changed.has('core') && this[name]));
    if (names.length > 0 && this.follow(names)) {
      this.controller.askAgain();
    }
    if ((changed.has('guided') || names.includes('action')) && this.wish === undefined) {
      this.openOwnSituation();
    }
    if (this.wish !== undefined) {
      const { request } = this.wish;
      this.wish = undefined;
      this.refusedRequest = this.take(request);
    }
    const refused = [...this.refusedAttributes.values(), ...this.refusedRequest];
    if (JSON.stringify(refused) !== JSON.stringify(this.refused)) {
      this.refused = refused;
    }
  }

  /** Does what the attributes say, as far as the core knows it; whether there was anything to do. */
  private follow(names: readonly (keyof Attributes)[]): boolean {
    const { core, question, standing } = this;
    if (core === undefined || question.catalogue === undefined) {
      return false;
    }
    const given: Attributes = {
      today: this.today || undefined,
      ruleset: this.ruleset || undefined,
      action: this.action || undefined,
    };
    this.refusedAttributes = faultsOfAttributes(given, core, standing);
    const known = names.filter((name) => !this.refusedAttributes.has(name));
    for (const name of known) {
      if (name === 'today') {
        const today = given.today ?? civilToday();
        question.change('/today', typed(today, today));
      } else if (name === 'ruleset') {
        question.set({ ruleset: given.ruleset ?? question.catalogue.default_ruleset });
      } else if (given.action !== undefined && given.action !== question.action) {
        question.set({ action: given.action });
        question.forgetAnswer();
      }
    }
    return known.length > 0;
  }

  /** Fills the form and asks; or leaves it as it is and says why. */
  private take(wish: unknown): readonly Fault[] {
    const { core, question } = this;
    if (core === undefined || question.catalogue === undefined) {
      return [];
    }
    if (wish === undefined || wish === null) {
      this.controller.restart();
      return [];
    }
    const read = requestFrom(wish, core, this.standing);
    if ('faults' in read) {
      return read.faults;
    }
    this.controller.fill(read.request, everyField(question.catalogue, read.request.action.type));
    question.ask();
    return [];
  }

  private get standing(): Standing {
    const { answers, ruleset, action } = this.question;
    const { value } = answers.at('/today');
    return { today: isDay(value) ? value : civilToday(), ruleset, action };
  }

  /** The one that the host named. */
  private openOwnSituation(): void {
    if (this.guided && this.action && !this.refusedAttributes.has('action')) {
      this.controller.openSituation(this.action);
    }
  }

  protected override render(): unknown {
    return html`<slot name="header"></slot>${this.content()}<slot name="footer"></slot>`;
  }

  private content(): unknown {
    const { messages, core, refused } = this;
    const { failure, start } = this.starter;
    if (failure !== undefined) {
      return html`${failureView(messages, failure, start)}<slot name="failure"></slot>`;
    }
    if (messages === undefined || core === undefined) {
      return html`<p class="loading" part="loading" role="status" tabindex="-1"><slot name="loading">${messages?.t('page.loading') ?? '…'}</slot></p>`;
    }
    return html`${refused.length === 0 ? nothing : this.refusedView(refused)} ${this.controller.render()}`;
  }

  /** People here cannot mend what the page around asks for, so there is no more than what it is. */
  private refusedView(refused: readonly Fault[]): TemplateResult {
    const { messages } = this;
    return html`<div class="error-summary refused" part="errors" role="alert" lang=${messages?.locale ?? nothing}>
      <h2>${messages?.t('error.heading')}</h2>
      <ul>
        ${refused.map((fault) => html`<li>${messages?.words.error(fault).message}</li>`)}
      </ul>
    </div>`;
  }

  override focus(options?: FocusOptions): void {
    this.controller.focus(options);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('wasmUrl') && changed.get('wasmUrl') !== undefined && this.core === undefined) {
      void this.starter.start();
    }
    this.marks?.startHeadingsAt(Math.min(Math.max(Math.trunc(this.headingLevel) || 2, 1), 6));
    for (const control of this.renderRoot.querySelectorAll<HTMLButtonElement>(
      ':is(.question, .start) :is(input, select, button), .keep button',
    )) {
      control.disabled = this.isDisabled;
    }
    const { messages } = this;
    const { preview, asked, catalogue } = this.question;
    if (!this.isReady && catalogue !== undefined && messages !== undefined) {
      this.isReady = true;
      const { rulesets, actions } = catalogue;
      const detail: ReadyDetail = {
        version,
        rulesets: rulesets.map(({ id }) => id),
        actions: actions.map(({ type }) => type),
      };
      this.tell('partner-check-ready', detail);
    }
    const states = changed as Map<string, unknown>;
    if (states.has('refused')) {
      const before = ((states.get('refused') ?? []) as Fault[]).map((fault) => JSON.stringify(fault));
      this.tellOfFaults(this.refused.filter((fault) => !before.includes(JSON.stringify(fault))));
    }
    if (preview !== this.toldPreview && preview !== undefined && asked !== undefined) {
      this.toldPreview = preview;
      this.told = structuredClone({ request: asked, decision: preview.decision, preview });
      this.tell('partner-check-result', this.told);
    }
    this.tellForm();
  }

  private tellForm(): void {
    const { told, member } = this;
    const { preview } = this.question;
    if (preview === undefined || told === undefined) {
      member.send(null);
    } else {
      const { request, decision } = told;
      const { status, until } = decision;
      member.send(JSON.stringify({ request, status, until }), JSON.stringify(request));
    }
    const place = this.renderRoot.querySelector<HTMLElement>('#action, .failure button, .loading');
    member.require(this.required && preview === undefined ? (this.messages?.t('form.required') ?? '…') : '', place);
    member.show(preview?.decision.status, statuses);
  }

  private tellOfFaults(faults: readonly Fault[]): void {
    if (faults.length === 0) {
      return;
    }
    const errors = faults.map(
      (fault): PartnerCheckError => ({
        code: fault.code,
        path: fault.path,
        text: this.messages?.fault(fault, this.controller.fieldAt(fault.path)) ?? fault.code,
      }),
    );
    this.tell('partner-check-error', { kind: 'question', errors } satisfies ErrorDetail);
  }

  private tell<Name extends keyof PartnerCheckEventMap>(
    name: Name,
    detail: PartnerCheckEventMap[Name]['detail'],
  ): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail: structuredClone(detail) }));
  }
}
