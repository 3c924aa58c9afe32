// Answers as a person reads them, in the words of the package.
import type { Catalogue, CheckAnswer, PlanAnswer, PreviewAnswer } from '../answers.js';
import type { Decision, Effect, NextStep, Plan } from '../contract.js';
import type { Words } from '../text.js';

type AnswerOf = { check: CheckAnswer; preview: PreviewAnswer; plan: PlanAnswer };
export type Call = keyof AnswerOf;
export type Success = Extract<AnswerOf[Call], { type: 'success' }>;

export class Readable {
  #questions: Map<string, string>;

  constructor(
    private readonly words: Words,
    private readonly catalogue: Catalogue,
  ) {
    const { facts } = catalogue;
    this.#questions = new Map(facts.map(({ path, question }) => [path, question]));
  }

  answer(answer: Success, { today, action }: { today: string; action?: { type: string } }): string {
    const parts =
      'plan' in answer
        ? this.#plan(answer.plan)
        : [
            ...this.#decision(answer.decision, today, action?.type),
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
      [
        words.verdict(
          decision,
          today,
          catalogue.actions.find(({ type }) => type === action),
        ),
      ],
      findings.map((finding) => `${words.text(`outcome.${finding.outcome}`)}: ${words.finding(finding)}`),
      decision.missing.map((path) => `- ${this.#question(path)}`),
      Object.entries(decision.dates).map(([name, day]) => `${words.text(`date.${name}`)}: ${words.date(day)}`),
      decision.next_steps.map((step, index) => `${index + 1}. ${this.#step(step)}`),
    ];
  }

  /** A goal that cannot be reached ends with what stands in its way. */
  #plan(plan: Plan): string[][] {
    const { reached, on, steps } = plan;
    const { words } = this;
    const lines = steps.map(({ on: day, action, rule, status, details, missing }, index) => {
      const title = action === undefined ? `rule.${rule}` : `action.${action}`;
      const organization = details?.organization === undefined ? '' : `: ${String(details.organization)}`;
      const when = day === undefined ? words.text(`status.${status}`) : words.date(day);
      const asked = (missing ?? []).map((path) => `\n   - ${this.#question(path)}`).join('');
      return `${index + 1}. ${when}: ${words.text(title)}${organization}${asked}`;
    });
    const verdict =
      reached && on !== undefined ? `${words.text('status.allowed')}: ${words.date(on)}` : words.text('status.denied');
    return [[verdict], lines, this.#assumptions(plan)];
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
