// <partner-check>: the form and its answer. Keeps what was answered; everything else is worked out from it.
import {
  LitElement,
  html,
  nothing,
  unsafeCSS,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
} from 'lit';
import type {
  ActionRow,
  ActionType,
  Catalogue,
  Fault,
  LoadOptions,
  PartnerCheck as Core,
  Preview,
  PreviewAnswer,
  Request,
} from 'partnercheck';
import type { Locale } from 'partnercheck/text';
import { Answers } from '../library/answers/answers.js';
import { typed, unanswered, type Entry } from '../library/answers/entry.js';
import { examples, firstAction } from '../library/answers/example.js';
import { answersOf, requestOf } from '../library/answers/request.js';
import { fieldHolding, fieldOfToday, fieldsOf, type Field } from '../library/catalogue/fields.js';
import { actionInForce } from '../library/catalogue/in-force.js';
import { settledFields } from './settled.js';
import { guideView } from './guide/guide-view.js';
import { nextPage, usualPage, type Page } from './guide/next.js';
import { usualRequest } from './guide/usual.js';
import { keepBar, tools, type Keep, type KeepView, type Tool } from '../share/bar.js';
import { lastKeyOf, parentOf, patternOf, type Pointer } from '../library/pointers.js';
import { civilToday } from '../library/reading/dates.js';
import { startView, type Found } from './situations/start-view.js';
import { answerView } from './view/answer.js';
import { daysView, prepareDays } from './view/days.js';
import { errorSummary } from '../library/form/error-summary.js';
import type { CopyState } from './view/letter.js';
import { dayAndRules, questionForm } from './view/question-form.js';
import type { Messages } from '../library/messages.js';
import styles from '../library/styles/partner-check.css?inline';

export type Stage = 'question' | 'errors' | 'answer';

/** What to ask; one question at a time; or all of them at once. */
export type Step = 'start' | 'guide' | 'form';

/** What the surrounding page may want to show in its title. */
export interface StageDetail {
  stage: Stage;
  action: string;
  status: string | undefined;
}

/** What Back returns to. The draft is shared by all moments of one form, so that it is found again as it was left. */
export interface Moment {
  draft: { answers: Answers; ruleset: string };
  action: string;
  isAnswered: boolean;
  step: Step;
  /** What the guide asks, and what it has asked. */
  page: Page;
  passed: ReadonlySet<Pointer>;
}

export class PartnerCheck extends LitElement {
  static override styles: CSSResultGroup = unsafeCSS(styles);

  /** Where the core is, if not beside the scripts. To be set before the first element is put in place. */
  static loadOptions: LoadOptions = {};

  static override properties: PropertyDeclarations = {
    core: { attribute: false },
    messages: { attribute: false },
    answers: { state: true },
    faults: { state: true },
    preview: { state: true },
    stale: { state: true },
    copyState: { state: true },
    actionType: { state: true },
    rulesetId: { state: true },
    keepStatus: { state: true },
    beginsWith: { attribute: false },
    step: { state: true },
    page: { state: true },
    passed: { state: true },
    written: { state: true },
    found: { state: true },
  };

  declare core: Core | undefined;
  /** @internal */
  declare messages: Messages | undefined;

  /** What stands there first. To be set before the element is put in place. */
  declare beginsWith: 'start' | 'form';

  declare protected step: Step;
  /** What the guide asks; it stays while somebody answers. */
  declare private page: Page;
  /** What the guide has asked. */
  declare private passed: ReadonlySet<Pointer>;
  /** What somebody wants to know, in their own words, and the situations that fit. */
  declare private written: string;
  declare private found: Found | undefined;

  declare protected answers: Answers;
  declare protected faults: readonly Fault[];
  declare protected preview: Preview | undefined;
  declare protected stale: boolean;
  declare protected copyState: CopyState;
  declare protected actionType: string;
  declare protected rulesetId: string;
  /** What the tools under the verdict said last. */
  declare protected keepStatus: string;

  protected catalogue: Catalogue | undefined;
  /** The question of the shown answer. */
  protected asked: Request | undefined;
  /** The questions that the shown answer no longer hangs on. */
  private settled: ReadonlySet<Pointer> = new Set();
  private lastStage = '';
  private draft: Moment['draft'];
  /** What the address of the page gave, and how often it is being read just now. */
  private addressed: readonly unknown[] = [];
  private reading = 0;

  constructor() {
    super();
    this.answers = freshAnswers();
    this.faults = [];
    this.stale = false;
    this.copyState = 'untouched';
    this.actionType = firstAction;
    this.rulesetId = '';
    this.keepStatus = '';
    this.beginsWith = 'form';
    this.step = 'form';
    this.passed = new Set();
    this.written = '';
    this.draft = { answers: this.answers, ruleset: '' };
  }

  get locale(): Locale | undefined {
    return this.messages?.locale;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('messages') && this.messages !== undefined) {
      prepareDays(this.messages.locale);
    }
    if (changed.has('messages')) {
      this.keepStatus = '';
    }
    if (changed.has('core') && this.core !== undefined) {
      this.catalogue = this.core.describe();
      this.step = changed.get('core') === undefined ? this.beginsWith : this.step;
      this.rulesetId = this.catalogue.default_ruleset;
      if (!this.catalogue.actions.some((action) => action.type === this.actionType)) {
        this.actionType = this.catalogue.actions[0]?.type ?? '';
      }
    }
  }

  protected override updated(_changed: PropertyValues): void {
    const detail: StageDetail = {
      stage: this.faults.length > 0 ? 'errors' : this.preview === undefined ? 'question' : 'answer',
      action: this.actionType,
      status: this.preview?.decision.status,
    };
    const stage = JSON.stringify(detail);
    if (stage !== this.lastStage) {
      this.lastStage = stage;
      this.dispatchEvent(new CustomEvent('partner-check-stage', { bubbles: true, composed: true, detail }));
    }
    Object.assign(this.draft, { answers: this.answers, ruleset: this.rulesetId });
    this.dispatchEvent(new Event('partner-check-moment'));
  }

  protected override render(): unknown {
    const { core, catalogue, messages, actionRow: action } = this;
    if (core === undefined || catalogue === undefined || messages === undefined || action === undefined) {
      return html``;
    }
    const { answers, faults, preview, stale, copyState, rulesetId: ruleset, fieldAt, goTo } = this;
    if (this.step === 'start') {
      const { written, found, search, begin } = this;
      return html`<partner-check-keep .view=${this.keepView(messages)}></partner-check-keep>
        <div lang=${messages.locale}>${startView({ messages, catalogue, written, found, hasAddresses: this.hasAddresses, search, begin })}</div>`;
    }
    const fields = fieldsOf(catalogue, actionInForce(catalogue, action, ruleset));
    const isGuided = this.step === 'guide';
    const form = {
      core,
      asksUnknown: !isGuided,
      messages,
      catalogue,
      action,
      ruleset,
      fields,
      today: fieldOfToday(catalogue),
      settled: this.settled,
      answers,
      faults,
      hasExample: examples.some((example) => example.action === action.type),
      change: this.change,
      addRow: this.addRow,
      removeRow: this.removeRow,
      chooseAction: this.chooseAction,
      chooseRuleset: this.chooseRuleset,
      fillInExample: this.fillInExample,
      clear: this.clear,
      submit: this.submit,
    };
    const page = isGuided ? this.page : undefined;
    return html`<partner-check-keep .view=${this.keepView(messages)}></partner-check-keep>
    <div class="columns" lang=${messages.locale}>
      <div class="asking">
        ${
          isGuided
            ? guideView({
                ...form,
                request: (this.question?.request ?? {}) as Request,
                page,
                isComplete: preview?.decision.missing.length === 0,
                advanced: dayAndRules(form),
                next: this.next,
                pass: this.pass,
                takeUsual: this.takeUsual,
                askAgainFor: this.askAgainFor,
                startOver: this.clear,
                askAllAtOnce: this.askAllAtOnce,
              })
            : [errorSummary({ messages, faults, fieldAt, goTo }), questionForm(form)]
        }
      </div>
      ${answerView({
        messages,
        catalogue,
        preview,
        isWhole: page === undefined,
        label: !isGuided
          ? messages.words.text(action.title)
          : page === undefined
            ? messages.situation(action)
            : messages.t('guide.so_far'),
        action,
        today: this.asked?.today ?? '',
        stale,
        copyState,
        fieldAt,
        goTo,
        copy: this.copy,
        askBy: this.askBy,
        days: this.daysOf(messages, catalogue, preview),
        keep: keepBar(messages, this.tools, preview !== undefined, this.keepStatus, this.use),
      })}
    </div>`;
  }

  /** Moves the focus to the first question. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#wish, .one input, #usual-heading, #verdict, #action')?.focus(options);
  }

  /** Opens the case that the address of the page holds, and forgets it when the address no longer holds one. */
  async followAddress(fragment: string): Promise<void> {
    // The element may be new, and not know its core yet.
    await this.updateComplete;
    this.reading += 1;
    // Before the first case there is nothing to forget.
    if (fragment.startsWith('#v') || customElements.get('partner-check-keep') !== undefined) {
      await this.withKeep((keep) => keep.follow(fragment));
    }
    const situation = fragment.slice(1);
    if (situation === 'all') {
      this.step = 'form';
    } else if (this.catalogue?.actions.some(({ type }) => type === situation) === true) {
      this.openSituation(situation);
    }
    await this.updateComplete;
    this.addressed = this.shown;
    this.reading -= 1;
  }

  /** Whether all that is shown comes from the address, with nothing changed since. */
  get isFromAddress(): boolean {
    return this.reading > 0 || this.shown.every((part, index) => part === this.addressed[index]);
  }

  private get shown(): readonly unknown[] {
    return [
      this.answers,
      this.rulesetId,
      this.actionType,
      this.preview !== undefined,
      this.step,
      this.passed,
      this.page,
    ];
  }

  get moment(): Moment {
    const { draft, actionType: action, step, page, passed } = this;
    return { draft, action, isAnswered: this.preview !== undefined, step, page, passed };
  }

  returnTo({ draft, action, isAnswered, step, page, passed }: Moment): void {
    this.forgetAnswer();
    this.draft = draft;
    this.answers = draft.answers;
    this.rulesetId = draft.ruleset;
    this.actionType = action;
    this.step = step;
    this.page = page;
    this.passed = passed;
    if (step === 'guide') {
      // After a reload the page is not known any more.
      if (page === undefined) {
        this.turnPage();
      }
      this.askCore();
      void this.updateComplete.then(() => this.focus());
    } else if (isAnswered) {
      this.ask();
    } else {
      void this.updateComplete.then(() => this.focus());
    }
  }

  /** Another form: what was answered before stays with the one before. */
  private startForm(answers: Answers, ruleset = this.catalogue?.default_ruleset ?? ''): void {
    this.draft = { answers, ruleset };
    this.answers = answers;
    this.rulesetId = ruleset;
  }

  /** Whether a situation is an address of the page. */
  protected get hasAddresses(): boolean {
    return true;
  }

  /** What keeps and shares an answer here. */
  protected get tools(): readonly Tool[] {
    return tools;
  }

  protected get source(): LoadOptions {
    return (this.constructor as typeof PartnerCheck).loadOptions;
  }

  protected get actionRow(): ActionRow | undefined {
    return this.catalogue?.actions.find((action) => action.type === this.actionType);
  }

  private readonly search = (written: string): void => {
    this.written = written;
    const { messages, catalogue } = this;
    if (messages === undefined || catalogue === undefined || written.trim() === '') {
      this.found = undefined;
      return;
    }
    import('./situations/search.js')
      .then(({ loadFinder }) => loadFinder(messages, catalogue))
      .then((find) => {
        if (this.written === written) {
          this.found = { written, situations: find(written).slice(0, mostFound) };
        }
      })
      // Without the search the questions can still be chosen.
      .catch(() => (this.found = { written, situations: [] }));
  };

  private readonly begin = (action: ActionType): void => {
    this.openSituation(action);
    void this.focusOn('.one input, .one select, #usual-heading, #verdict', '.columns');
  };

  protected openSituation(action: string): void {
    this.forgetAnswer();
    this.actionType = action;
    this.step = 'guide';
    this.passed = new Set();
    this.turnPage();
    this.askCore();
  }

  private turnPage(): void {
    const { question, core, answers, passed } = this;
    this.page =
      question === undefined || core === undefined
        ? undefined
        : nextPage({ ...question, core, answers, passed, most: this.clientWidth < narrow ? 1 : mostQuestions });
    this.openRows();
  }

  /** A list that is asked for begins with a place for its first row. */
  private openRows(): void {
    for (const { kind, pattern } of this.page?.fields ?? []) {
      if (kind === 'rows' && this.answers.at(pattern).state === 'unanswered') {
        this.answers = this.answers.withRow(pattern);
      }
    }
  }

  private readonly next = (event: Event): void => {
    event.preventDefault();
    const fields = this.page?.fields ?? [];
    this.answers = fields.reduce(withoutEmptyRows, this.answers);
    this.goOn(fields.map(({ pattern }) => pattern));
  };

  private readonly pass = (): void => {
    const fields = this.page?.fields ?? [];
    this.answers = fields.reduce(
      (answers, { pattern, kind }) =>
        answers.with(pattern, { ...unanswered, state: kind === 'group' ? 'unanswered' : 'unknown' }),
      this.answers,
    );
    this.goOn(fields.map(({ pattern }) => pattern));
  };

  private readonly takeUsual = (holds: boolean): void => {
    const { page, question } = this;
    if (page?.kind === 'usual' && question !== undefined) {
      if (holds) {
        this.answers = answersOf(usualRequest(page.fields, question.request), page.fields, this.answers);
      }
      this.goOn(holds ? [usualPage, ...page.fields.map(({ pattern }) => pattern)] : [usualPage]);
    }
  };

  /** To the next page; or to what is wrong, wherever it stands. What has not been asked yet is not wrong. */
  private goOn(passed: readonly Pointer[]): void {
    const answer = this.askCore();
    const [wrong, ...others] =
      answer?.type === 'failure'
        ? answer.errors.filter(({ code, path }) => code !== 'value.required' || passed.includes(patternOf(path)))
        : [];
    if (wrong !== undefined) {
      this.faults = [wrong, ...others];
      this.goTo(wrong.path);
      return;
    }
    this.faults = [];
    this.passed = new Set([...this.passed, ...passed]);
    this.turnPage();
    void (this.page === undefined
      ? this.focusOn('#verdict', '.answer')
      : this.focusOn('.one input, #usual-heading', '.columns'));
  }

  private readonly askAgainFor = (field: Field): void => {
    this.page = { kind: 'questions', fields: [field] };
    this.openRows();
    void this.focusIn(field.pattern);
  };

  private readonly askAllAtOnce = (): void => {
    this.step = 'form';
    void this.updateComplete.then(() => this.focus());
  };

  private readonly change = (pointer: Pointer, change: Partial<Entry>): void => {
    this.answers = this.answers.with(pointer, change);
    this.askAgain();
  };

  private readonly addRow = (list: Pointer): void => {
    this.answers = this.answers.withRow(list);
    this.askAgain();
    void this.focusIn(`${list}/${this.answers.at(list).rows - 1}`);
  };

  private readonly removeRow = (list: Pointer, index: number): void => {
    this.answers = this.answers.withoutRow(list, index);
    if (this.answers.at(list).rows === 0) {
      this.answers = this.answers.with(list, { state: 'unanswered' });
    }
    this.faults = this.faults.filter((fault) => !fault.path.startsWith(`${list}/`));
    this.askAgain();
    void this.focusIn(list);
  };

  private readonly chooseAction = (type: string): void => {
    this.actionType = type;
    this.forgetAnswer();
  };

  private readonly chooseRuleset = (id: string): void => {
    this.rulesetId = id;
    this.askAgain();
  };

  private readonly fillInExample = (): void => {
    const example = examples.find((each) => each.action === this.actionType);
    if (example === undefined || this.catalogue === undefined || this.actionRow === undefined) {
      return;
    }
    const fields = [...fieldsOf(this.catalogue, this.actionRow), fieldOfToday(this.catalogue)];
    this.startForm(answersOf(example.request, fields, new Answers()));
    this.ask();
  };

  private readonly clear = (): void => {
    this.startAgain();
    void this.updateComplete.then(() => this.focus());
  };

  protected startAgain(): void {
    this.startForm(freshAnswers());
    this.forgetAnswer();
    // All questions at once begin again where they stand.
    this.step = this.step === 'guide' ? this.beginsWith : this.step;
    this.passed = new Set();
    this.page = undefined;
    this.written = '';
    this.found = undefined;
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    this.ask();
  };

  /** Asks in earnest: shows what is wrong, or moves to the answer. */
  protected ask(): PreviewAnswer | undefined {
    const answer = this.askCore();
    if (answer?.type === 'failure') {
      this.forgetAnswer();
      this.faults = answer.errors;
      void this.focusOn('.error-summary', '.asking');
    } else if (answer !== undefined) {
      void this.focusOn('#verdict', '.answer');
    }
    return answer;
  }

  /** After a change: follows it where it can be followed, and never comes up with new errors while somebody types. */
  protected askAgain(): void {
    if (this.preview === undefined && this.faults.length === 0) {
      return;
    }
    const wasWrong = this.faults;
    const answer = this.askCore();
    if (this.step === 'guide' && this.page === undefined) {
      this.turnPage();
    }
    if (answer?.type === 'failure') {
      this.stale = this.preview !== undefined;
      this.faults = wasWrong.flatMap(({ path, code }) =>
        answer.errors.filter((fault) => fault.path === path && fault.code === code),
      );
    }
  }

  /** The question as the form has it now. */
  protected get question() {
    const { core, catalogue, actionRow, rulesetId: ruleset } = this;
    if (core === undefined || catalogue === undefined || actionRow === undefined) {
      return undefined;
    }
    const action = actionInForce(catalogue, actionRow, ruleset);
    const fields = fieldsOf(catalogue, action);
    // The guide offers a row before anybody has said that there is one.
    const answers = this.step === 'guide' ? fields.reduce(withoutEmptyRows, this.answers) : this.answers;
    const request = requestOf({ action: action.type, ruleset, fields, answers }) as Request;
    return { core, catalogue, action, fields, request };
  }

  protected askCore(): PreviewAnswer | undefined {
    const { question } = this;
    if (question === undefined) {
      return undefined;
    }
    const { core, catalogue, action, fields, request } = question;
    const answer = core.preview(request);
    this.copyState = 'untouched';
    this.keepStatus = '';
    if (answer.type === 'success') {
      this.preview = answer;
      this.asked = request;
      const { decision } = answer;
      this.settle(settledFields({ catalogue, action, fields, request, decision, check: core.check }));
      this.faults = [];
      this.stale = false;
    }
    return answer;
  }

  /** The question with the focus stays where it is. */
  private settle(settled: ReadonlySet<Pointer>): void {
    const focused = this.renderRoot.querySelector('.field:focus-within')?.getAttribute('data-pointer');
    const next = new Set(settled);
    if (typeof focused === 'string') {
      next.delete(focused);
      if (this.settled.has(focused)) {
        next.add(focused);
      }
    }
    this.settled = next;
  }

  protected forgetAnswer(): void {
    this.preview = undefined;
    this.settled = new Set();
    this.faults = [];
    this.stale = false;
  }

  private readonly copy = (text: string): void => {
    navigator.clipboard.writeText(text).then(
      () => (this.copyState = 'copied'),
      () => (this.copyState = 'not_copied'),
    );
  };

  private keepView(messages: Messages): KeepView | undefined {
    const { core, catalogue, asked, preview, openCase } = this;
    return core === undefined || catalogue === undefined
      ? undefined
      : {
          messages,
          core,
          catalogue,
          source: this.source,
          asked: asked === undefined || preview === undefined ? undefined : { request: asked, preview },
          openCase,
          tell: (text) => (this.keepStatus = text),
        };
  }

  private readonly use = (tool: Tool): void => {
    void this.withKeep((keep) => keep.use(tool));
  };

  private async withKeep(act: (keep: Keep) => Promise<void>): Promise<void> {
    this.keepStatus = '';
    try {
      await Promise.all([import('../share/keep.js').then((keep) => keep.defineKeep()), this.updateComplete]);
      await act(this.renderRoot.querySelector('partner-check-keep') as Keep);
    } catch {
      this.keepStatus = this.messages?.t('keep.failed') ?? '';
    }
  }

  private readonly openCase: KeepView['openCase'] = (request, fields = []) => {
    if (request === undefined) {
      this.startAgain();
    } else {
      this.fill(request, fields);
      this.ask();
    }
  };

  protected fill(request: Request, fields: readonly Field[]): void {
    this.forgetAnswer();
    this.startForm(answersOf(request, fields, new Answers()), request.ruleset);
    this.actionType = request.action.type;
    if (this.step !== 'form') {
      // Whoever opens a case wants its answer; what it leaves open can be asked from there.
      this.step = 'guide';
      this.page = undefined;
      this.passed = new Set(this.question?.fields.map(({ pattern }) => pattern));
    }
  }

  private daysOf(messages: Messages, catalogue: Catalogue, preview: Preview | undefined) {
    const { core, asked: request, askFor: ask } = this;
    return core === undefined || request === undefined || preview === undefined
      ? nothing
      : daysView({ messages, core, catalogue, request, preview, ask });
  }

  private readonly askBy = (ruleset: string): void => {
    this.rulesetId = ruleset;
    this.ask();
  };

  private readonly askFor = (day: string): void => {
    this.answers = this.answers.with('/today', typed(day, day));
    this.ask();
  };

  /** The question behind a pointer, also one that the present action does not ask. */
  protected readonly fieldAt = (pointer: Pointer): Field | undefined => {
    if (this.catalogue === undefined || this.actionRow === undefined) {
      return undefined;
    }
    const find = (fields: readonly Field[], pattern: Pointer): Field | undefined =>
      fields.flatMap((field) => [field, ...field.members]).find((field) => field.pattern === pattern);
    return find([...fieldsOf(this.catalogue, this.actionRow), fieldOfToday(this.catalogue)], patternOf(pointer));
  };

  /** To the input of a question; when it is not on the screen yet, to the question that brings it there. */
  private readonly goTo = (pointer: Pointer): void => {
    const field = fieldHolding(this.question?.fields ?? [], pointer);
    const isShown = this.page?.fields.some(({ pattern }) => pattern === field?.pattern) === true;
    if (this.step === 'guide' && field !== undefined && !isShown) {
      this.askAgainFor(field);
    } else {
      void this.focusIn(pointer);
    }
  };

  private async focusIn(pointer: Pointer): Promise<void> {
    await this.updateComplete;
    for (let at = pointer; at !== ''; at = parentOf(at)) {
      const place = this.renderRoot.querySelector(`[data-pointer="${at}"]`);
      const inputs = place === null ? [] : [...place.querySelectorAll<HTMLInputElement>('input, select, textarea')];
      const target =
        inputs.find((input) => input.getAttribute('aria-invalid') === 'true') ??
        inputs.find((input) => input.type === 'text') ??
        inputs.find((input) => input.checked) ??
        inputs[0];
      if (target !== undefined) {
        target.closest('details')?.setAttribute('open', '');
        target.focus();
        return;
      }
    }
  }

  /** The whole part comes into view, not only what has the focus. */
  private async focusOn(selector: string, part: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector(part)?.scrollIntoView({ block: 'start' });
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  }
}

/** How many situations are offered at most. */
const mostFound = 5;
/** How many questions stand on a page of the guide, unless the element is narrower than that, in pixels. */
const mostQuestions = 3;
const narrow = 700;

/** A row in which nothing was written is none. */
function withoutEmptyRows(answers: Answers, { kind, pattern, members }: Field): Answers {
  if (kind !== 'rows' || answers.at(pattern).state !== 'given') {
    return answers;
  }
  let kept = answers;
  for (let index = answers.at(pattern).rows - 1; index >= 0; index -= 1) {
    const isEmpty = members.every(({ pattern: member }) => {
      const { state } = answers.at(`${pattern}/${index}/${lastKeyOf(member)}`);
      return state === 'unanswered';
    });
    kept = isEmpty ? kept.withoutRow(pattern, index) : kept;
  }
  return kept.at(pattern).rows === 0 ? kept.with(pattern, { state: 'unknown' }) : kept;
}

function freshAnswers(): Answers {
  const today = civilToday();
  return new Answers([['/today', typed(today, today)]]);
}
