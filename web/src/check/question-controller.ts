// What is asked, and what the core answers.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ActionRow, Catalogue, Fault, PartnerCheck as Core, Preview, PreviewAnswer, Request } from 'partnercheck';
import { Answers } from '../library/answers/answers.js';
import { typed, type Entry } from '../library/answers/entry.js';
import { firstAction } from '../library/answers/example.js';
import { answersOf, requestOf } from '../library/answers/request.js';
import { fieldOfToday, fieldsOf, type Field } from '../library/catalogue/fields.js';
import { actionInForce } from '../library/catalogue/in-force.js';
import { lastKeyOf, patternOf, type Pointer } from '../library/pointers.js';
import { civilToday } from '../library/reading/dates.js';
import type { Asking, AskingNow } from './guide/asking.js';
import { settledFields } from './settled.js';

/** What was answered, and by which rules it is asked; one object for all history entries of one form. */
export interface Draft {
  answers: Answers;
  ruleset: string;
}

/** The question as the form has it now. */
export interface AskedNow extends AskingNow {
  core: Core;
  catalogue: Catalogue;
  /** As the ruleset knows it. */
  action: ActionRow;
  request: Request;
}

export class QuestionController implements Asking, ReactiveController {
  answers = freshAnswers();
  action = firstAction;
  ruleset = '';
  faults: readonly Fault[] = [];
  preview: Preview | undefined;
  /** The question of the shown answer. */
  asked: Request | undefined;
  /** The shown answer is that of another question. */
  stale = false;
  /** The questions that the shown answer no longer hangs on. */
  settled: ReadonlySet<Pointer> = new Set();
  core: Core | undefined;
  catalogue: Catalogue | undefined;
  draft: Draft = { answers: this.answers, ruleset: '' };
  /** Rows may stand there that nobody has filled in yet; they count for nothing. */
  skipsEmptyRows = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** The question with the focus. */
    private readonly focused: () => Pointer | undefined,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    Object.assign(this.draft, { answers: this.answers, ruleset: this.ruleset });
  }

  load(core: Core): void {
    this.core = core;
    this.catalogue = core.describe();
    this.ruleset = this.catalogue.default_ruleset;
    if (this.row === undefined) {
      this.action = this.catalogue.actions[0]?.type ?? '';
    }
  }

  get row(): ActionRow | undefined {
    return this.catalogue?.actions.find(({ type }) => type === this.action);
  }

  get now(): AskedNow | undefined {
    const { core, catalogue, row, ruleset } = this;
    if (core === undefined || catalogue === undefined || row === undefined) {
      return undefined;
    }
    const action = actionInForce(catalogue, row, ruleset);
    const fields = fieldsOf(catalogue, action);
    const answers = this.skipsEmptyRows ? fields.reduce(withoutEmptyRows, this.answers) : this.answers;
    const request = requestOf({ action: action.type, ruleset, fields, answers }) as Request;
    const { organization } = request.action as { organization?: unknown };
    return {
      core,
      catalogue,
      action,
      fields,
      request,
      opening: opening[action.kind] ?? [],
      organization: typeof organization === 'string' ? organization : undefined,
      open: () => openFacts(core, request),
    };
  }

  /** The question behind a pointer, also one that the present action does not ask. */
  fieldAt(pointer: Pointer): Field | undefined {
    const { catalogue, row } = this;
    if (catalogue === undefined || row === undefined) {
      return undefined;
    }
    const pattern = patternOf(pointer);
    return [...fieldsOf(catalogue, row), fieldOfToday(catalogue)]
      .flatMap((field) => [field, ...field.members])
      .find((field) => field.pattern === pattern);
  }

  set(change: Partial<Pick<QuestionController, 'answers' | 'action' | 'ruleset' | 'faults' | 'stale'>>): void {
    Object.assign(this, change);
    this.host.requestUpdate();
  }

  change(pointer: Pointer, change: Partial<Entry>): void {
    this.set({ answers: this.answers.with(pointer, change) });
  }

  addRow(list: Pointer): void {
    this.set({ answers: this.answers.withRow(list) });
  }

  removeRow(list: Pointer, index: number): void {
    const fewer = this.answers.withoutRow(list, index);
    this.set({
      answers: fewer.at(list).rows === 0 ? fewer.with(list, { state: 'unanswered' }) : fewer,
      faults: this.faults.filter((fault) => !fault.path.startsWith(`${list}/`)),
    });
  }

  withoutEmptyRows(fields: readonly Field[]): void {
    this.set({ answers: fields.reduce(withoutEmptyRows, this.answers) });
  }

  /** Another form: what was answered before stays with the one before. */
  start(answers = freshAnswers(), ruleset = this.catalogue?.default_ruleset ?? ''): void {
    this.draft = { answers, ruleset };
    this.set({ answers, ruleset });
  }

  /** The form of a request. */
  fill(request: object, fields: readonly Field[], ruleset?: string): void {
    this.start(answersOf(request, fields, new Answers()), ruleset);
  }

  ask(): readonly Fault[] {
    const answer = this.answer();
    return answer?.type === 'failure' ? answer.errors : [];
  }

  /** Asks the core. An answer is kept; what is wrong is not said yet. Undefined without a core. */
  private answer(): PreviewAnswer | undefined {
    const { now } = this;
    if (now === undefined) {
      return undefined;
    }
    const { core, catalogue, action, fields, request } = now;
    const answer = core.preview(request);
    if (answer.type === 'success') {
      const { decision } = answer;
      this.preview = answer;
      this.asked = request;
      this.settle(settledFields({ catalogue, action, fields, request, decision, check: core.check }));
      this.faults = [];
      this.stale = false;
    }
    this.host.requestUpdate();
    return answer;
  }

  /** Asks in earnest: what is wrong takes the place of the answer. */
  submit(): PreviewAnswer | undefined {
    const answer = this.answer();
    if (answer?.type === 'failure') {
      this.forgetAnswer();
      this.faults = answer.errors;
    }
    return answer;
  }

  /** After a change: follows it where it can be followed, and never comes up with new errors while somebody types. */
  askAgain(): void {
    if (this.preview === undefined && this.faults.length === 0) {
      return;
    }
    const wasWrong = this.faults;
    const errors = this.ask();
    if (errors.length > 0) {
      this.stale = this.preview !== undefined;
      this.faults = wasWrong.flatMap(({ path, code }) =>
        errors.filter((fault) => fault.path === path && fault.code === code),
      );
    }
  }

  forgetAnswer(): void {
    this.preview = undefined;
    this.settled = new Set();
    this.set({ faults: [], stale: false });
  }

  /** The question with the focus stays where it is. */
  private settle(settled: ReadonlySet<Pointer>): void {
    const focused = this.focused();
    const next = new Set(settled);
    if (focused !== undefined) {
      next.delete(focused);
      if (this.settled.has(focused)) {
        next.add(focused);
      }
    }
    this.settled = next;
  }
}

/** By kind of the action; the core would take its default for the day. */
const opening: Readonly<Record<string, readonly Pointer[]>> = {
  permission: ['/action/organization'],
  visibility: ['/action/on'],
};

function openFacts(core: Core, request: Request): Pointer[] {
  const answer = core.ask(request);
  if (answer.type === 'failure') {
    return answer.errors.map(({ path }) => path);
  }
  return answer.settled ? [] : answer.questions.map(({ path }) => path);
}

/** A row in which nothing was written is none. */
export function withoutEmptyRows(answers: Answers, { kind, pattern, members }: Field): Answers {
  if (kind !== 'rows' || answers.at(pattern).state !== 'given') {
    return answers;
  }
  let kept = answers;
  for (let index = answers.at(pattern).rows - 1; index >= 0; index -= 1) {
    const isEmpty = members.every(
      ({ pattern: member }) => answers.at(`${pattern}/${index}/${lastKeyOf(member)}`).state === 'unanswered',
    );
    kept = isEmpty ? kept.withoutRow(pattern, index) : kept;
  }
  return kept.at(pattern).rows === 0 ? kept.with(pattern, { state: 'unknown' }) : kept;
}

function freshAnswers(): Answers {
  const today = civilToday();
  return new Answers([['/today', typed(today, today)]]);
}
