// A plan: asks for what it hangs on, and shows its steps.
import { unsafeCSS, type LitElement, type TemplateResult } from 'lit';
import type { Catalogue, Fault, PartnerCheck as Core, Plan, PlanRequest, PlanRow } from 'partnercheck';
import { adoptStyles } from '../../library/adopt-styles.js';
import type { Answers } from '../../library/answers/answers.js';
import { actionInForce } from '../../library/catalogue/in-force.js';
import type { Field } from '../../library/catalogue/fields.js';
import { copied } from '../../library/copied.js';
import { download } from '../../library/download.js';
import type { Messages } from '../../library/messages.js';
import type { Pointer } from '../../library/pointers.js';
import { loadTexts } from '../../library/texts.js';
import { calendarFile } from '../../share/calendar.js';
import type { Asking, AskingNow } from '../guide/asking.js';
import { GuideController } from '../guide/guide-controller.js';
import { withoutEmptyRows, type QuestionController } from '../question-controller.js';
import { planAsText } from './as-text.js';
import { fieldsOfPlan, placed, planRequest } from './plan-fields.js';
import { planView } from './plan-view.js';
import { planTexts, type PlanTexts } from './texts.js';
import styles from './plan.css?inline';

const ownStyles = unsafeCSS(styles);

interface PlanNow extends AskingNow {
  core: Core;
  catalogue: Catalogue;
  request: PlanRequest;
}

export class Planning implements Asking {
  faults: readonly Fault[] = [];
  readonly guide: GuideController;
  private plan: Plan | undefined;
  private texts: PlanTexts | undefined;
  private status = '';

  constructor(
    private readonly host: LitElement,
    private readonly question: QuestionController,
    readonly row: PlanRow,
  ) {
    this.guide = new GuideController(host, this);
    adoptStyles(host.renderRoot, ownStyles);
  }

  get answers(): Answers {
    return this.question.answers;
  }

  get now(): PlanNow | undefined {
    const { core, catalogue, ruleset } = this.question;
    if (core === undefined || catalogue === undefined) {
      return undefined;
    }
    const fields = fieldsOfPlan(catalogue, this.inForce(catalogue));
    const request = planRequest(this.row, ruleset, fields, fields.reduce(withoutEmptyRows, this.answers));
    return {
      core,
      catalogue,
      fields,
      request,
      opening: this.row.parameters.map((name) => `/goal/${name}`),
      // Whose account is asked for is another question than where somebody goes.
      organization: undefined,
      open: () => this.open(),
    };
  }

  set({ answers, faults }: { answers?: Answers; faults?: readonly Fault[] }): void {
    if (answers !== undefined) {
      this.question.set({ answers });
    }
    this.faults = faults ?? this.faults;
    this.host.requestUpdate();
  }

  addRow(list: Pointer): void {
    this.question.addRow(list);
  }

  withoutEmptyRows(fields: readonly Field[]): void {
    this.question.withoutEmptyRows(fields);
  }

  ask(): readonly Fault[] {
    const { now } = this;
    if (now === undefined) {
      return [];
    }
    this.status = '';
    const answer = now.core.plan(now.request);
    this.host.requestUpdate();
    if (answer.type === 'failure') {
      this.plan = undefined;
      return answer.errors.map(placed);
    }
    this.plan = answer.plan;
    this.faults = [];
    return [];
  }

  /** Of what the plan says of itself, the wrong answers stay wrong until they are mended. */
  askAgain(): void {
    const wasWrong = this.faults;
    const errors = this.ask();
    this.set({
      faults: errors.filter(({ path, code }) => wasWrong.some((one) => one.path === path && one.code === code)),
    });
  }

  render(messages: Messages): TemplateResult {
    const { plan, texts, now, row, status } = this;
    if (texts?.locale !== messages.locale) {
      // Without them the questions are there, and asked again with the next change.
      loadTexts(planTexts, messages.locale).then(
        (loaded) => {
          this.texts = loaded;
          this.host.requestUpdate();
        },
        () => {},
      );
    }
    return planView({
      messages,
      texts,
      row,
      catalogue: now?.catalogue,
      plan,
      today: now?.request.today ?? '',
      fields: now?.fields ?? [],
      status,
      copy: () => this.copy(messages),
      saveDays: () => void this.saveDays(messages),
    });
  }

  /** Facts of rules that the ruleset does not know are not asked for. */
  private inForce(catalogue: Catalogue): PlanRow {
    const { row, question } = this;
    const facts = new Set(
      catalogue.actions
        .filter(({ type }) => row.actions.length === 0 || row.actions.includes(type))
        .flatMap((action) => actionInForce(catalogue, action, question.ruleset).facts),
    );
    return { ...row, facts: row.facts.filter((fact) => facts.has(fact)) };
  }

  private open(): readonly Pointer[] {
    const errors = this.ask();
    return errors.length > 0
      ? errors.map(({ path }) => path)
      : (this.plan?.steps ?? []).flatMap(({ missing = [] }) => missing);
  }

  private copy(messages: Messages): void {
    const { plan, texts, row, now } = this;
    if (plan === undefined || texts === undefined || now === undefined) {
      return;
    }
    const { today } = now.request;
    void copied(planAsText({ plan, row, today, messages, texts })).then((isCopied) =>
      this.tell(texts.t(isCopied ? 'copied' : 'not_copied')),
    );
  }

  private async saveDays(messages: Messages): Promise<void> {
    const { plan, texts, row, now } = this;
    if (plan === undefined || texts === undefined || now === undefined) {
      return;
    }
    const { words } = messages;
    const days = plan.steps.flatMap((step, index) =>
      step.on === undefined || step.action === undefined
        ? []
        : [
            {
              name: `${row.goal}-${index}`,
              on: step.on,
              summary: words.planStep(step),
              description: (step.next_steps ?? []).map((each) => words.step(each)).join('\n'),
            },
          ],
    );
    const { today } = now.request;
    const description = messages.t('answer.asked_on', { today });
    try {
      const file = await calendarFile({
        request: now.request,
        hasOwnDay: false,
        locale: messages.locale,
        description,
        days,
      });
      download(`partner-check-plan-${today}.ics`, 'text/calendar;charset=utf-8', file);
      this.tell(texts.t('calendar_saved'));
    } catch {
      this.tell(messages.t('keep.failed'));
    }
  }

  private tell(status: string): void {
    this.status = status;
    this.host.requestUpdate();
  }
}
