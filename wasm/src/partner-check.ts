// May this action in Microsoft Partner Center go ahead, from which day, why, and what will it change?
import type {
  AskAnswer,
  Catalogue,
  CheckAnswer,
  CompareAnswer,
  DateAnswer,
  DecideAnswer,
  PlanAnswer,
  PreviewAnswer,
  RulesetAnswer,
} from './answers.js';
import type { CompareRequest, PlanRequest, Request, WrittenDate } from './contract.js';
import createCore from './core.js';
import { CoreInstance } from './core-instance.js';
import type { FaultText } from './loader.js';

/**
 * Plain objects in, plain objects out. A text is read as JSON, so that its errors carry line and column.
 * Nothing is ever thrown for what a question says: a question that makes no sense gets a `failure`.
 */
export interface PartnerCheck {
  check(request: Request | string): CheckAnswer;
  /** The decision without reasons, days and steps: the cheap form, for who asks many. */
  decide(request: Request | string): DecideAnswer;
  /** The facts that can still change the answer, first the one that settles most. */
  ask(request: Request | string): AskAnswer;
  preview(request: Request | string): PreviewAnswer;
  plan(request: PlanRequest | string): PlanAnswer;
  compare(request: CompareRequest | string): CompareAnswer;
  /** The days that a text may be: none when it is no day, two when day and month could be either way round. */
  readDate(written: WrittenDate | string): DateAnswer;
  /**
   * The catalogue: actions, facts, roles, rules, rulesets, sources.
   * @throws Error when the core stopped and could not be started again, where the others answer `engine.failed`.
   */
  describe(): Catalogue;
  /** Takes a host's own ruleset whole, or, with any fault, not at all. */
  loadRuleset(ruleset: object | string): RulesetAnswer;
}

/** Starts a compiled core. */
export async function start(module: WebAssembly.Module, faultText?: FaultText): Promise<PartnerCheck> {
  const instance = new CoreInstance(() => createCore(module), { spare: true, faultText });
  await instance.start();
  return {
    check: (request) => instance.ask<CheckAnswer>(request, (core, text) => core.check(text)),
    decide: (request) => instance.ask<DecideAnswer>(request, (core, text) => core.decideBriefly(text)),
    ask: (request) => instance.ask<AskAnswer>(request, (core, text) => core.ask(text)),
    preview: (request) => instance.ask<PreviewAnswer>(request, (core, text) => core.preview(text)),
    plan: (request) => instance.ask<PlanAnswer>(request, (core, text) => core.plan(text)),
    readDate: (written) => instance.ask<DateAnswer>(written, (core, text) => core.read_date(text)),
    compare: (request) => instance.ask<CompareAnswer>(request, (core, text) => core.compare(text)),
    describe() {
      const catalogue = instance.answer<Catalogue>((core) => core.describe());
      if (catalogue.type === 'failure') {
        throw new Error('the rule core stopped and could not be started again');
      }
      return catalogue;
    },
    loadRuleset: (ruleset) => instance.loadRuleset(ruleset),
  };
}
