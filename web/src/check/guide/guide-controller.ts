// What the guide asks, and what it has asked.
import type { LitElement } from 'lit';
import { unanswered } from '../../library/answers/entry.js';
import { answersOf } from '../../library/answers/request.js';
import { fieldHolding, type Field } from '../../library/catalogue/fields.js';
import { patternOf, type Pointer } from '../../library/pointers.js';
import { focusIn, focusOn } from '../focus.js';
import type { QuestionController } from '../question-controller.js';
import { nextPage, usualPage, type Page } from './next.js';
import { usualRequest } from './usual.js';

/** How many questions stand on a page, unless the element is narrower than that, in pixels. */
const mostQuestions = 3;
const narrow = 700;

export class GuideController {
  /** It stays while somebody answers. Undefined: nothing is left to ask. */
  page: Page;
  passed: ReadonlySet<Pointer> = new Set();

  constructor(
    private readonly host: LitElement,
    private readonly question: QuestionController,
  ) {}

  begin(): void {
    this.passed = new Set();
    this.turnPage();
    this.question.ask();
  }

  /** Where everything was asked already. */
  end(): void {
    this.show(undefined);
    this.passed = new Set(this.question.now?.fields.map(({ pattern }) => pattern));
  }

  reset(): void {
    this.show(undefined);
    this.passed = new Set();
  }

  resume(page: Page, passed: ReadonlySet<Pointer>): void {
    this.passed = passed;
    if (page === undefined) {
      this.turnPage();
    } else {
      this.show(page);
    }
  }

  turnPage(): void {
    const { question, passed } = this;
    const { now, answers } = question;
    const most = this.host.clientWidth < narrow ? 1 : mostQuestions;
    this.show(now === undefined ? undefined : nextPage({ ...now, answers, passed, most }));
  }

  askFor(field: Field): void {
    this.show({ kind: 'questions', fields: [field] });
    void focusIn(this.host, field.pattern);
  }

  /** To the question at the pointer, where it is not on the screen yet; whether it was not. */
  goTo(pointer: Pointer): boolean {
    const field = fieldHolding(this.question.now?.fields ?? [], pointer);
    const isShown = this.page?.fields.some(({ pattern }) => pattern === field?.pattern) === true;
    if (field === undefined || isShown) {
      return false;
    }
    this.askFor(field);
    return true;
  }

  readonly next = (event: Event): void => {
    event.preventDefault();
    const fields = this.page?.fields ?? [];
    this.question.withoutEmptyRows(fields);
    this.goOn(fields.map(({ pattern }) => pattern));
  };

  readonly pass = (): void => {
    const { question, page } = this;
    const fields = page?.fields ?? [];
    question.set({
      answers: fields.reduce(
        (answers, { pattern, kind }) =>
          answers.with(pattern, { ...unanswered, state: kind === 'group' ? 'unanswered' : 'unknown' }),
        question.answers,
      ),
    });
    this.goOn(fields.map(({ pattern }) => pattern));
  };

  readonly takeUsual = (holds: boolean): void => {
    const { page, question } = this;
    const { now } = question;
    if (page?.kind === 'usual' && now !== undefined) {
      if (holds) {
        question.set({ answers: answersOf(usualRequest(page.fields, now.request), page.fields, question.answers) });
      }
      this.goOn(holds ? [usualPage, ...page.fields.map(({ pattern }) => pattern)] : [usualPage]);
    }
  };

  /** To the next page; or to what is wrong, wherever it stands. What has not been asked yet is not wrong. */
  private goOn(passed: readonly Pointer[]): void {
    const { question, host } = this;
    const answer = question.ask();
    const [wrong, ...others] =
      answer?.type === 'failure'
        ? answer.errors.filter(({ code, path }) => code !== 'value.required' || passed.includes(patternOf(path)))
        : [];
    if (wrong !== undefined) {
      question.set({ faults: [wrong, ...others] });
      if (!this.goTo(wrong.path)) {
        void focusIn(host, wrong.path);
      }
      return;
    }
    question.set({ faults: [] });
    this.passed = new Set([...this.passed, ...passed]);
    this.turnPage();
    void (this.page === undefined
      ? focusOn(host, '#verdict', '.answer')
      : focusOn(host, '.one input, #usual-heading', '.columns'));
  }

  /** A list that is asked for begins with a place for its first row. */
  private show(page: Page): void {
    const { question } = this;
    this.page = page;
    for (const { kind, pattern } of page?.fields ?? []) {
      if (kind === 'rows' && question.answers.at(pattern).state === 'unanswered') {
        question.addRow(pattern);
      }
    }
    this.host.requestUpdate();
  }
}
