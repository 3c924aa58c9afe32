// Asks the core, and survives what should never happen in it.
import type { Catalogue, Failure, RulesetAnswer } from './answers.js';
import { toJson } from './to-json.js';

export interface Core {
  check(text: string): string;
  preview(text: string): string;
  plan(text: string): string;
  compare(text: string): string;
  load_ruleset(text: string): string;
  describe(): string;
}

type Question = 'check' | 'preview' | 'plan' | 'compare' | 'load_ruleset';

const failed: Failure = {
  type: 'failure',
  errors: [{ code: 'engine.failed', path: '', message: 'error.engine.failed', help: 'error.engine.failed.help' }],
};

export class Engine {
  #create: () => Promise<Core>;
  #core: Core;
  /** Stands ready, because an instance that has trapped must not be used again and a new one takes time to make. */
  #spare: Core | undefined;
  #rulesets: string[] = [];

  private constructor(create: () => Promise<Core>, core: Core) {
    this.#create = create;
    this.#core = core;
  }

  static async start(create: () => Promise<Core>): Promise<Engine> {
    const engine = new Engine(create, await create());
    await engine.#makeSpare();
    return engine;
  }

  ask<T>(question: Question, request: object | string): T | Failure {
    const text = toJson(request);
    if (typeof text !== 'string') {
      return text;
    }
    const answer = this.#withSpare((core) => core[question](text));
    if (answer === undefined) {
      return failed;
    }
    const read = JSON.parse(answer) as T | Failure;
    return typeof request === 'string' ? read : withoutPlaces(read);
  }

  describe(): Catalogue {
    const answer = this.#withSpare((core) => core.describe());
    if (answer === undefined) {
      throw new Error('the rule core stopped and could not be started again');
    }
    return JSON.parse(answer) as Catalogue;
  }

  loadRuleset(ruleset: object | string): RulesetAnswer {
    const answer = this.ask<RulesetAnswer>('load_ruleset', ruleset);
    if (answer.type === 'success') {
      this.#rulesets.push(toJson(ruleset) as string);
    }
    return answer;
  }

  /** Undefined when the core trapped and the spare did so too, or was not ready yet. */
  #withSpare(call: (core: Core) => string): string | undefined {
    try {
      return call(this.#core);
    } catch {
      const spare = this.#spare;
      this.#spare = undefined;
      if (spare === undefined) {
        void this.#replaceCore();
        return undefined;
      }
      this.#core = spare;
      void this.#makeSpare();
      try {
        this.#rulesets.forEach((ruleset) => spare.load_ruleset(ruleset));
        return call(spare);
      } catch {
        void this.#replaceCore();
        return undefined;
      }
    }
  }

  async #makeSpare(): Promise<void> {
    this.#spare = await this.#create();
  }

  async #replaceCore(): Promise<void> {
    const core = await this.#create();
    this.#rulesets.forEach((ruleset) => core.load_ruleset(ruleset));
    this.#core = core;
    await this.#makeSpare();
  }
}

/** For a question that was an object: line and column of a text that nobody wrote would only mislead. */
export function withoutPlaces<T>(answer: T | Failure): T | Failure {
  if ((answer as Failure).type === 'failure') {
    (answer as Failure).errors.forEach((error) => {
      delete error.line;
      delete error.column;
    });
  }
  return answer;
}
