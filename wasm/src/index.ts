// May this action in Microsoft Partner Center go ahead, from which day, why, and what will it change?
import { Engine } from './engine.js';
import { loadModule, type LoadOptions } from './loader.js';
import createCore from './core.js';
import type {
  Catalogue,
  Answer,
  CompareAnswer,
  PlanAnswer,
  PreviewAnswer,
  CheckAnswer,
  RulesetAnswer,
} from './answers.js';
import type { PlanRequest, Request } from './contract.js';

export type { LoadOptions } from './loader.js';
export type * from './answers.js';
export type * from './contract.js';
export { LoadError } from './loader.js';

/** A request for `compare`: two rulesets instead of one. */
export type CompareRequest = Omit<Request, 'ruleset'> & { rulesets: [string, string] };

/**
 * Plain objects in, plain objects out. A text is read as JSON, so that its errors carry line and column.
 * Nothing is ever thrown for what a question says: a question that makes no sense gets a `failure`.
 */
export interface PartnerCheck {
  check(request: Request | string): CheckAnswer;
  preview(request: Request | string): PreviewAnswer;
  plan(request: PlanRequest | string): PlanAnswer;
  compare(request: CompareRequest | string): CompareAnswer;
  /** The catalogue: actions, facts, roles, rules, rulesets, sources. */
  describe(): Catalogue;
  /** Takes a host's own ruleset whole, or, with any fault, not at all. */
  loadRuleset(ruleset: object | string): RulesetAnswer;
}

/**
 * Loads the core: from `wasmModule`, `wasmBinary` or `wasmUrl`, by default from the file beside this one.
 * @throws LoadError that says which address answered what, when it is not the core.
 */
export async function load(options: LoadOptions = {}): Promise<PartnerCheck> {
  const module = await loadModule(options, () => new URL('./partnercheck-core.wasm', import.meta.url));
  const engine = await Engine.start(() => createCore(module));
  return {
    check: (request) => engine.ask<CheckAnswer>('check', request),
    preview: (request) => engine.ask<PreviewAnswer>('preview', request),
    plan: (request) => engine.ask<PlanAnswer>('plan', request),
    compare: (request) => engine.ask<CompareAnswer>('compare', request),
    describe: () => engine.describe(),
    loadRuleset: (ruleset) => engine.loadRuleset(ruleset),
  };
}

export type { Answer };
