// What the guide asks, and what it has asked.
import type { LitElement } from 'lit';
import { unanswered } from '../../library/answers/entry.js';
import { answersOf } from '../../library/answers/request.js';
import { fieldHolding, type Field } from '../../library/catalogue/fields.js';
import { patternOf, type Pointer } from '../../library/pointers.js';
import { focusIn, focusOn } from '../focus.js';
import type { Asking } from './asking.js';
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
    private readonly asking: Asking,
  ) {}

  begin(): void {
    this.passed = new Set();
    this.turnPage();
    this.asking.ask();
  }

  /** Where everything was asked already. */
  end(): void {
    this.show(undefined);
    this.passed = new Set(this.asking.now?.fields.map(({ pattern }) => pattern));
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
    const { asking, passed } = this;
    const { now, answers } = asking;
    const most = this.host.clientWidth < narrow ? 1 : mostQuestions;
    this.show(now === undefined ? undefined : nextPage({ ...now, answers, passed, most }));
  }

  askFor(field: Field): void {
    this.show({ kind: 'questions', fields: [field] });
    void focusIn(this.host, field.pattern);
  }

  /** To the question at the pointer, where it is not on the screen yet; whether it was not. */
  goTo(pointer: Pointer): boolean {
    const field = fieldHolding(this.asking.now?.fields ?? [], pointer);
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
    this.asking.withoutEmptyRows(fields);
    // Who goes on without an answer does not know it, and can come back to it.
    const isBlank = ({ pattern, kind, required }: Field) =>
      !required && kind !== 'group' && this.asking.answers.at(pattern).state === 'unanswered';
    this.leaveOpen(fields.filter(isBlank));
    this.goOn(fields.map(({ pattern }) => pattern));
  };

  readonly pass = (): void => {
    const fields = this.page?.fields ?? [];
    this.leaveOpen(fields);
    this.goOn(fields.map(({ pattern }) => pattern));
  };

  readonly takeUsual = (holds: boolean): void => {
    const { page, asking } = this;
    const { now } = asking;
    if (page?.kind === 'usual' && now !== undefined) {
      if (holds) {
        asking.set({ answers: answersOf(usualRequest(page.fields, now.organization), page.fields, asking.answers) });
      }
      this.goOn(holds ? [usualPage, ...page.fields.map(({ pattern }) => pattern)] : [usualPage]);
    }
  };

  private leaveOpen(fields: readonly Field[]): void {
    const { asking } = this;
    asking.set({
      answers: fields.reduce(
        (answers, { pattern, kind }) =>
          answers.with(pattern, { ...unanswered, state: kind === 'group' ? 'unanswered' : 'unknown' }),
        asking.answers,
      ),
    });
  }

  /** To the next page; or to what is wrong, wherever it stands. What has not been asked yet is not wrong. */
  private goOn(passed: readonly Pointer[]): void {
    const { asking, host } = this;
    const [wrong, ...others] = asking
      .ask()
      .filter(({ code, path }) => code !== 'value.required' || passed.includes(patternOf(path)));
    if (wrong !== undefined) {
      asking.set({ faults: [wrong, ...others] });
      if (!this.goTo(wrong.path)) {
        void focusIn(host, wrong.path);
      }
      return;
    }
    asking.set({ faults: [] });
    this.passed = new Set([...this.passed, ...passed]);
    this.turnPage();
    void (this.page === undefined
      ? focusOn(host, '#verdict', '.answer')
      : focusOn(host, '.one input, #usual-heading', '.columns'));
  }

  /** A list that is asked for begins with a place for its first row. */
  private show(page: Page): void {
    const { asking } = this;
    this.page = page;
    for (const { kind, pattern } of page?.fields ?? []) {
      if (kind === 'rows' && asking.answers.at(pattern).state === 'unanswered') {
        asking.addRow(pattern);
      }
    }
    this.host.requestUpdate();
  }
}
