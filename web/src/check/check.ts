// The check as a controller: its steps from the start to the answer, for whatever element shows it.
import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type {
  ActionType,
  LoadOptions,
  PartnerCheck as Core,
  PlanRow,
  Preview,
  PreviewAnswer,
  Request,
} from 'partnercheck';
import { typed } from '../library/answers/entry.js';
import { copied } from '../library/copied.js';
import { examples } from '../library/answers/example.js';
import { fieldOfToday, fieldsOf, type Field } from '../library/catalogue/fields.js';
import { errorSummary } from '../library/form/error-summary.js';
import type { Messages } from '../library/messages.js';
import type { Pointer } from '../library/pointers.js';
import type { KeepView, Tool } from '../share/bar.js';
import { ShareController } from '../share/share-controller.js';
import { focusIn, focusOn } from './focus.js';
import type { Asking } from './guide/asking.js';
import { GuideController } from './guide/guide-controller.js';
import { guideView } from './guide/guide-view.js';
import type { HistoryEntry, Step } from './history-entry.js';
import type { Planning } from './plan/planning.js';
import { QuestionController, type AskedNow } from './question-controller.js';
import { SearchController } from './situations/search-controller.js';
import { startView } from './situations/start-view.js';
import { answerView } from './view/answer.js';
import { prepareDays } from './view/days.js';
import type { CopyState } from './view/letter.js';
import { dayAndRules, questionForm, type QuestionForm } from './view/question-form.js';

export type Stage = 'question' | 'errors' | 'answer';

/** What the surrounding page may want to show in its title. */
export interface StageDetail {
  stage: Stage;
  /** The key of what is asked about. */
  title: string;
  status: string | undefined;
}

/** What is different from element to element. */
export interface CheckSetting {
  /** What keeps and shares an answer there. */
  readonly tools: readonly Tool[];
  /** Whether a situation is an address of the page. */
  readonly hasAddresses: boolean;
  /** Where each rule is explained; undefined where there is no such page. */
  readonly rulesPage: string | undefined;
  /** Where the core came from. */
  source(): LoadOptions;
  /** Whether somebody may ask now. */
  mayAsk?(): boolean;
  /** What somebody asked in earnest, and what came of it. */
  onAsked?(answer: PreviewAnswer): void;
  /** All is as at the beginning. */
  onRestart?(): void;
}

export class Check implements ReactiveController {
  readonly question: QuestionController;
  step: Step = 'form';
  /** Where it begins again. */
  beginsWith: 'start' | 'form' = 'form';

  private readonly actionGuide: GuideController;
  /** Undefined: an action is asked about. */
  private planning: Planning | undefined;
  private readonly search: SearchController;
  private readonly share: ShareController;
  private messages: Messages | undefined;
  private copyState: CopyState = 'untouched';
  private lastPreview: Preview | undefined;
  /** What the address of the page gave, and how often it is being read just now. */
  private addressed: readonly unknown[] = [];
  private reading = 0;

  constructor(
    private readonly host: LitElement,
    private readonly setting: CheckSetting,
  ) {
    this.question = new QuestionController(host, () => {
      const focused = host.renderRoot.querySelector('.field:focus-within');
      return focused?.getAttribute('data-pointer') ?? undefined;
    });
    this.actionGuide = new GuideController(host, this.question);
    this.search = new SearchController(host);
    this.share = new ShareController(host, setting.tools, () => this.messages?.t('keep.failed') ?? '');
    host.addController(this);
  }

  /** Before each update of the element. */
  load(core: Core | undefined, messages: Messages | undefined): void {
    if (messages !== this.messages && messages !== undefined) {
      this.messages = messages;
      this.share.tell('');
      prepareDays(messages.locale);
    }
    if (core !== this.question.core && core !== undefined) {
      if (this.question.core === undefined) {
        this.step = this.beginsWith;
      }
      this.question.load(core);
    }
  }

  hostUpdate(): void {
    const { preview } = this.question;
    if (preview !== this.lastPreview) {
      // What was done last was done with the answer before.
      this.lastPreview = preview;
      this.copyState = 'untouched';
      this.share.tell('');
    }
  }

  get stage(): StageDetail {
    const { planning } = this;
    const { faults, preview, action } = this.question;
    if (planning !== undefined) {
      return {
        stage: planning.faults.length > 0 ? 'errors' : 'question',
        title: planning.row.title,
        status: undefined,
      };
    }
    const stage = faults.length > 0 ? 'errors' : preview === undefined ? 'question' : 'answer';
    return { stage, title: `action.${action}`, status: preview?.decision.status };
  }

  render(): TemplateResult {
    const { messages, question, step, share, search } = this;
    const { now, catalogue } = question;
    if (now === undefined || catalogue === undefined || messages === undefined) {
      return html``;
    }
    const dialog = share.dialog(this.keepView(now, messages));
    if (step === 'start') {
      const { written, found } = search;
      const view = startView({
        messages,
        catalogue,
        written,
        found,
        hasAddresses: this.setting.hasAddresses,
        search: (text) => search.search(text, messages, catalogue),
        begin: this.begin,
        plan: (goal) => void this.plan(goal),
      });
      return html`${dialog}
        <div lang=${messages.locale}>${view}</div>`;
    }
    return html`${dialog}
    <div class="columns ${step === 'guide' && this.guide.page !== undefined ? 'is-asking' : ''}" lang=${messages.locale}>
      <div class="asking">${this.askingView(now, messages)}</div>
      ${step === 'guide' && this.planning !== undefined ? this.planning.render(messages) : this.answerView(now, messages)}
    </div>`;
  }

  private askingView({ core, catalogue, action, ...now }: AskedNow, messages: Messages): unknown {
    const { question, guide, step, goTo } = this;
    const { ruleset, answers, settled, preview } = question;
    const isGuided = step === 'guide';
    const planning = isGuided ? this.planning : undefined;
    const { fields, organization } = planning?.now ?? now;
    const { faults } = planning ?? question;
    const form: QuestionForm = {
      core,
      asksUnknown: !isGuided,
      messages,
      catalogue,
      action,
      ruleset,
      fields,
      today: fieldOfToday(catalogue),
      settled,
      answers,
      faults,
      hasExample: examples.some((example) => example.action === action.type),
      change: (pointer, change) => {
        question.change(pointer, change);
        this.askAgain();
      },
      addRow: (list) => {
        question.addRow(list);
        this.askAgain();
        void focusIn(this.host, `${list}/${question.answers.at(list).rows - 1}`);
      },
      removeRow: (list, index) => {
        question.removeRow(list, index);
        this.askAgain();
        void focusIn(this.host, list);
      },
      chooseAction: (type) => {
        question.set({ action: type });
        question.forgetAnswer();
      },
      chooseRuleset: (id) => {
        question.set({ ruleset: id });
        this.askAgain();
      },
      fillInExample: this.fillInExample,
      clear: this.clear,
      submit: (event) => {
        event.preventDefault();
        this.submit();
      },
    };
    return isGuided
      ? guideView({
          ...form,
          heading: planning === undefined ? messages.situation(action) : messages.plan(planning.row),
          ready: planning === undefined ? messages.ready(action) : undefined,
          organization,
          page: guide.page,
          isComplete: planning === undefined && preview?.decision.missing.length === 0,
          advanced: dayAndRules(form),
          next: guide.next,
          pass: guide.pass,
          takeUsual: guide.takeUsual,
          askAgainFor: (field) => guide.askFor(field),
          startOver: this.clear,
          askAllAtOnce:
            planning === undefined
              ? () => {
                  this.goToStep('form');
                  void this.focusFirst();
                }
              : undefined,
        })
      : [errorSummary({ messages, faults, fieldAt: this.fieldAt, goTo }), questionForm(form)];
  }

  private answerView({ core, catalogue, action }: AskedNow, messages: Messages): TemplateResult {
    const { question, guide, step, copyState, fieldAt, goTo } = this;
    const { preview, asked, stale } = question;
    const page = step === 'guide' ? guide.page : undefined;
    const title = messages.words.text(action.title);
    return answerView({
      messages,
      catalogue,
      preview,
      // Also while the last question still stands there.
      isWhole: page === undefined || preview?.letter !== undefined || preview?.decision.missing.length === 0,
      label: step !== 'guide' ? title : page === undefined ? messages.situation(action) : messages.t('guide.so_far'),
      action,
      today: asked?.today ?? '',
      stale,
      copyState,
      fieldAt,
      goTo,
      copy: this.copy,
      askBy: (ruleset) => {
        question.set({ ruleset });
        this.submit();
      },
      days:
        asked === undefined || preview === undefined
          ? undefined
          : { messages, core, catalogue, request: asked, preview, move: this.moveTo },
      rulesPage: this.setting.rulesPage,
      keep: this.share.bar(messages, preview),
    });
  }

  /** Moves the focus to the first question. */
  focus(options?: FocusOptions): void {
    this.host.renderRoot
      .querySelector<HTMLElement>('#wish, .one input, #usual-heading, #verdict, #action')
      ?.focus(options);
  }

  /** Opens the case that the address of the page holds, and forgets it when the address no longer holds one. */
  async followAddress(fragment: string): Promise<void> {
    // The element may be new, and not know its core yet.
    await this.host.updateComplete;
    this.reading += 1;
    await this.share.follow(fragment);
    const situation = fragment.slice(1);
    if (situation === 'all') {
      this.goToStep('form');
    } else if (this.question.catalogue?.actions.some(({ type }) => type === situation) === true) {
      this.openSituation(situation);
    } else if (this.rowOf(situation) !== undefined) {
      await this.openPlan(situation);
    }
    await this.host.updateComplete;
    this.addressed = this.shown;
    this.reading -= 1;
  }

  /** Whether all that is shown comes from the address, with nothing changed since. */
  get isFromAddress(): boolean {
    return this.reading > 0 || this.shown.every((part, index) => part === this.addressed[index]);
  }

  private get shown(): readonly unknown[] {
    const { question, guide, step, planning } = this;
    const { answers, ruleset, action, preview } = question;
    return [answers, ruleset, action, planning?.row, preview !== undefined, step, guide.passed, guide.page];
  }

  get entry(): HistoryEntry {
    const { question, guide, step, planning } = this;
    const { draft, action, preview } = question;
    const { page, passed } = guide;
    return { draft, action, goal: planning?.row.goal, isAnswered: preview !== undefined, step, page, passed };
  }

  async returnTo({ draft, action, goal, isAnswered, step, page, passed }: HistoryEntry): Promise<void> {
    const { question } = this;
    this.planning = goal === undefined ? undefined : await this.planningFor(goal);
    question.forgetAnswer();
    question.draft = draft;
    question.set({ answers: draft.answers, ruleset: draft.ruleset, action });
    this.goToStep(step);
    if (step === 'guide') {
      // After a reload the page is not known any more.
      this.guide.resume(page, passed);
      this.asking.ask();
      void this.focusFirst();
    } else if (isAnswered) {
      this.submit();
    } else {
      void this.focusFirst();
    }
  }

  private readonly begin = (action: ActionType): void => {
    this.openSituation(action);
    this.focusGuide();
  };

  openSituation(action: string): void {
    this.planning = undefined;
    this.question.forgetAnswer();
    this.question.set({ action });
    this.goToStep('guide');
    this.guide.begin();
  }

  private async plan(goal: string): Promise<void> {
    await this.openPlan(goal);
    this.focusGuide();
  }

  private focusGuide(): void {
    void focusOn(this.host, '.one input, .one select, #usual-heading, #verdict', '.columns');
  }

  /** Where what makes plans cannot be fetched, everything stays as it is. */
  private async openPlan(goal: string): Promise<void> {
    const planning = await this.planningFor(goal);
    if (planning !== undefined) {
      this.question.forgetAnswer();
      this.planning = planning;
      this.goToStep('guide');
      this.guide.begin();
    }
  }

  private async planningFor(goal: string): Promise<Planning | undefined> {
    const row = this.rowOf(goal);
    if (row === undefined || row === this.planning?.row) {
      return this.planning;
    }
    try {
      const { Planning } = await import('./plan/planning.js');
      return new Planning(this.host, this.question, row);
    } catch {
      return undefined;
    }
  }

  private rowOf(goal: string): PlanRow | undefined {
    return this.question.catalogue?.plans.find((row) => row.goal === goal);
  }

  private get asking(): Asking {
    return this.planning ?? this.question;
  }

  private get guide(): GuideController {
    return this.planning?.guide ?? this.actionGuide;
  }

  private readonly clear = (): void => {
    this.restart();
    void this.focusFirst();
  };

  restart(): void {
    this.question.start();
    this.question.forgetAnswer();
    // All questions at once begin again where they stand.
    this.goToStep(this.step === 'guide' ? this.beginsWith : this.step);
    this.planning = undefined;
    this.guide.reset();
    this.search.clear();
    this.setting.onRestart?.();
  }

  /** Asks in earnest: shows what is wrong, or moves to the answer. */
  submit(): void {
    this.planning = undefined;
    if (this.setting.mayAsk?.() === false) {
      return;
    }
    const answer = this.question.submit();
    if (answer === undefined) {
      return;
    }
    void (answer.type === 'failure'
      ? focusOn(this.host, '.error-summary', '.asking')
      : focusOn(this.host, '#verdict', '.answer'));
    this.setting.onAsked?.(answer);
  }

  askAgain(): void {
    if (this.planning === undefined) {
      this.question.askAgain();
    } else {
      this.planning.askAgain();
    }
    if (this.step === 'guide' && this.guide.page === undefined) {
      this.guide.turnPage();
    }
  }

  /** Fills the form with a request. */
  fill(request: Request, fields: readonly Field[]): void {
    const { question } = this;
    this.planning = undefined;
    question.forgetAnswer();
    question.fill(request, fields, request.ruleset);
    question.set({ action: request.action.type });
    if (this.step !== 'form') {
      // Whoever opens a case wants its answer; what it leaves open can be asked from there.
      this.goToStep('guide');
      this.guide.end();
    }
  }

  readonly fieldAt = (pointer: Pointer): Field | undefined => this.question.fieldAt(pointer);

  private readonly fillInExample = (): void => {
    const { catalogue, row, action } = this.question;
    const example = examples.find((each) => each.action === action);
    if (example !== undefined && catalogue !== undefined && row !== undefined) {
      this.question.fill(example.request, [...fieldsOf(catalogue, row), fieldOfToday(catalogue)]);
      this.submit();
    }
  };

  private readonly copy = (text: string): void => {
    void copied(text).then((isCopied) => {
      this.copyState = isCopied ? 'copied' : 'not_copied';
      this.host.requestUpdate();
    });
  };

  /** Also where the day brings questions of its own, the answer stays in sight. */
  private readonly moveTo = (day: string): void => {
    this.question.change('/today', typed(day, day));
    this.question.askAgain();
  };

  /** To the input of a question; when it is not on the screen yet, to the question that brings it there. */
  private readonly goTo = (pointer: Pointer): void => {
    if (this.step !== 'guide' || !this.guide.goTo(pointer)) {
      void focusIn(this.host, pointer);
    }
  };

  goToStep(step: Step): void {
    this.step = step;
    this.question.skipsEmptyRows = step === 'guide';
    this.host.requestUpdate();
  }

  private async focusFirst(): Promise<void> {
    await this.host.updateComplete;
    this.host.focus();
  }

  private keepView({ core, catalogue }: AskedNow, messages: Messages): KeepView {
    const { asked: request, preview } = this.question;
    return {
      messages,
      core,
      catalogue,
      source: this.setting.source(),
      asked: request === undefined || preview === undefined ? undefined : { request, preview },
      rulesPage: this.setting.rulesPage,
      openCase: (opened, fields = []) => {
        if (opened === undefined) {
          this.restart();
        } else {
          this.fill(opened, fields);
          this.submit();
        }
      },
      tell: this.share.tell,
    };
  }
}
