// Answers as a person reads them, in the words of the package.
import type { AskAnswer, Catalogue, CheckAnswer, CompareAnswer, PlanAnswer, PreviewAnswer } from '../answers.js';
import type { Comparison, Decision, Effect, NextStep, Plan, PlanStep, Questions } from '../contract.js';
import type { Words } from '../text.js';

type AnswerOf = {
  check: CheckAnswer;
  ask: AskAnswer;
  preview: PreviewAnswer;
  plan: PlanAnswer;
  compare: CompareAnswer;
};
export type Call = keyof AnswerOf;
export type Success = Extract<AnswerOf[Call], { type: 'success' }>;

/** What an answer is read with: the day, and the type of the action or the goal. */
export interface Asked {
  today: string;
  action?: string;
  goal?: string;
}

export class Readable {
  #questions: Map<string, string>;

  constructor(
    private readonly words: Words,
    private readonly catalogue: Catalogue,
  ) {
    const { facts } = catalogue;
    this.#questions = new Map(facts.map(({ path, question }) => [path, question]));
  }

  answer(answer: Success, { today, action, goal = '' }: Asked): string {
    const parts =
      'plan' in answer
        ? this.#plan(answer.plan, goal)
        : 'questions' in answer
          ? this.#questionsLeft(answer)
          : 'decisions' in answer
            ? this.#comparison(answer, today, action)
            : [
                ...this.#decision(answer.decision, today, action),
                ...('effects' in answer
                  ? [
                      answer.effects.map((effect) => this.#effect(effect)),
                      answer.alternatives.map(({ changes }) =>
                        changes.map(({ path, value }) => `${path} = ${JSON.stringify(value)}`).join(', '),
                      ),
                      answer.letter === undefined ? [] : Object.values(this.words.letter(answer.letter)),
                    ]
                  : []),
                this.#assumptions(answer.decision),
              ];
    return `${parts
      .filter((lines) => lines.length > 0)
      .map((lines) => lines.join('\n'))
      .join('\n\n')}\n`;
  }

  #decision(decision: Decision, today: string, action: string | undefined): string[][] {
    const { words, catalogue } = this;
    const shown = ['not_met', 'unknown', 'met'];
    const findings = decision.findings
      .filter(({ outcome }) => shown.includes(outcome))
      .sort((a, b) => shown.indexOf(a.outcome) - shown.indexOf(b.outcome));
    return [
      (decision.later ?? []).map((later) => words.later(later, catalogue.rulesets)),
      [this.#verdict(decision, today, action)],
      findings.map((finding) => `${words.text(`outcome.${finding.outcome}`)}: ${words.finding(finding)}`),
      decision.missing.map((path) => `- ${this.#question(path)}`),
      Object.entries(decision.dates).map(([name, day]) => `${words.text(`date.${name}`)}: ${words.date(day)}`),
      decision.next_steps.map((step, index) => `${index + 1}. ${this.#step(step)}`),
    ];
  }

  #verdict(decision: Decision, today: string, action: string | undefined): string {
    const { actions } = this.catalogue;
    return this.words.verdict(
      decision,
      today,
      actions.find(({ type }) => type === action),
    );
  }

  /** The status as it is so far, and what to find out, with what can be answered. */
  #questionsLeft({ status, questions }: Questions): string[][] {
    return [
      [this.words.text(`status.${status}`)],
      questions.map(({ path, values = [] }, index) =>
        [`${index + 1}. ${this.#question(path)}`, values.join(' | ')].filter(Boolean).join(' '),
      ),
    ];
  }

  /** Both verdicts, and each rule by which they differ. */
  #comparison({ decisions, differences }: Comparison, today: string, action: string | undefined): string[][] {
    return [
      decisions.map((decision) => `${decision.ruleset}: ${this.#verdict(decision, today, action)}`),
      ...differences.map(({ rule, before, after }) => [
        rule,
        ...[before, after].map((finding, index) => {
          const said =
            finding === null ? '-' : `${this.words.text(`outcome.${finding.outcome}`)}: ${this.words.finding(finding)}`;
          return `  ${decisions[index]?.ruleset}: ${said}`;
        }),
      ]),
    ];
  }

  #plan(plan: Plan, goal: string): string[][] {
    const { words } = this;
    const { reached, steps, fallback } = plan;
    return [
      [words.plan(plan, goal)],
      steps.flatMap((step, index) => this.#planStep(step, `${index + 1}. `)),
      reached || fallback === undefined ? [] : [words.fallback(fallback)],
      this.#assumptions(plan),
    ];
  }

  /** When, what, why not sooner, what has to be known, and how it is done. */
  #planStep(step: PlanStep, number: string): string[] {
    const { on, action, status, because, missing = [], next_steps: how = [] } = step;
    const stands = action === undefined && because !== undefined ? `outcome.${because.outcome}` : `status.${status}`;
    const when = on === undefined ? this.words.text(stands) : this.words.date(on);
    return [
      `${number}${when}: ${this.words.planStep(step)}`,
      ...(because === undefined ? [] : [`   ${this.words.finding(because)}`]),
      ...missing.map((path) => `   - ${this.#question(path)}`),
      ...how.map((next) => `   ${this.#step(next)}`),
    ];
  }

  #assumptions({ assumptions }: Decision | Plan): string[] {
    return assumptions.map((assumption) => `* ${this.words.assumption(assumption)}`);
  }

  #question(path: string): string {
    const question = this.#questions.get(path);
    return question === undefined ? path : `${this.words.text(question)} (${path})`;
  }

  #step(step: NextStep): string {
    const who = this.words.text(`who.${step.who}`);
    return `${step.from === undefined ? who : `${who}, ${this.words.date(step.from)}`}: ${this.words.step(step)}`;
  }

  #effect(effect: Effect): string {
    return `${this.words.date(effect.on)}: ${this.words.effect(effect)}`;
  }
}
