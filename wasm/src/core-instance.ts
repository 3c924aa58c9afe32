// One instance of a core, for as long as its host asks. An instance that has trapped is in no state that anybody knows:
// it is never asked again, and a new one takes its place.
import type { Failure, RulesetAnswer } from './answers.js';
import type { Fault } from './contract.js';
import { failure } from './failure.js';
import { toJson } from './to-json.js';

/** What every core can do. */
interface Core {
  load_ruleset(text: string): string;
}

/** A ruleset of the host's. `base`: the one of the host's on which it stands, which may have been replaced since. */
interface Loaded {
  text: string;
  number: number;
  base: Loaded | undefined;
}

export class CoreInstance<T extends Core> {
  readonly #create: () => Promise<T>;
  readonly #wanted: number;
  readonly #faultText: ((fault: Fault) => string) | undefined;
  /** The first is the one that is asked, and the only one that has the rulesets of the host. */
  readonly #instances: { core: T; hasRulesets: boolean }[] = [];
  #creating: Promise<void> | undefined;
  /** The host's own by their ids: the first, which gave the id its place among the others, and the one that holds. */
  readonly #rulesets = new Map<string, { first: Loaded; last: Loaded }>();
  #loads = 0;
  /** Of the last trap. */
  #cause: unknown;

  /**
   * `create` makes a new instance. With a `spare`, which is kept ready, a call that traps is made once more and answered;
   * for a core without state. `faultText`: the words that each fault carries.
   */
  constructor(
    create: () => Promise<T>,
    { spare = false, faultText }: { spare?: boolean; faultText?: ((fault: Fault) => string) | undefined } = {},
  ) {
    this.#create = create;
    this.#wanted = spare ? 2 : 1;
    this.#faultText = faultText;
  }

  /** Makes the instance that is asked; a spare comes after the first answer. @throws what `create` rejects with. */
  async start(): Promise<void> {
    this.#instances.push({ core: await this.#create(), hasRulesets: false });
  }

  /**
   * What `use` returns. Undefined when the instance trapped, or when none could be made yet; the next call tries again.
   * Whatever `use` throws is taken for a trap: everything that can throw for another reason, such as reading the host's
   * arguments, has to be done before.
   */
  call<R>(use: (core: T) => R): R | undefined {
    try {
      for (let [instance] = this.#instances; instance !== undefined; [instance] = this.#instances) {
        try {
          if (!instance.hasRulesets) {
            for (const { text } of this.#needed()) {
              instance.core.load_ruleset(text);
            }
            instance.hasRulesets = true;
          }
          return use(instance.core);
        } catch (cause) {
          this.#cause = cause;
          this.#instances.shift();
        }
      }
      return undefined;
    } finally {
      this.#replenish();
    }
  }

  /**
   * The answer to a question, which may be an object or its text; a failure of the engine when there is none. `use`: what the
   * core answers, as a text or read already.
   */
  ask<A>(question: object | string, use: (core: T, text: string) => string | NoInfer<A>): A | Failure {
    const text = toJson(question);
    if (typeof text !== 'string') {
      return this.told(text);
    }
    const answer = this.answer<A>((core) => use(core, text));
    return typeof question === 'string' ? answer : withoutPlaces(answer);
  }

  /** The answer that the core writes; `engine.failed` or `engine.out_of_memory` when it does not. */
  answer<A>(use: (core: T) => string | NoInfer<A>): A | Failure {
    const read = (said: string | A): A | Failure =>
      typeof said === 'string' ? (JSON.parse(said) as A | Failure) : said;
    return this.told(
      this.call((core) => read(use(core))) ??
        failure(isOutOfMemory(this.#cause) ? 'engine.out_of_memory' : 'engine.failed'),
    );
  }

  /** With the words of all that is wrong. */
  told<A>(answer: A | Failure): A | Failure {
    if (this.#faultText !== undefined) {
      const { errors = [], faults = [] } = answer as { errors?: Fault[]; faults?: Fault[] };
      for (const fault of [...errors, ...faults]) {
        fault.text = this.#faultText(fault);
      }
    }
    return answer;
  }

  /** What is loaded stays loaded, whatever becomes of the instance. */
  loadRuleset(ruleset: object | string): RulesetAnswer {
    let loading = '';
    const answer = this.ask<RulesetAnswer>(ruleset, (core, text) => {
      loading = text;
      return core.load_ruleset(text);
    });
    if (answer.type === 'success') {
      const { id, based_on: basedOn = '' } = answer.ruleset;
      this.#loads += 1;
      const last = { text: loading, number: this.#loads, base: this.#rulesets.get(basedOn)?.last };
      this.#rulesets.set(id, { first: this.#rulesets.get(id)?.first ?? last, last });
    }
    return answer;
  }

  /** What a new core needs, in order; what was replaced and no other stands on is not. */
  #needed(): Loaded[] {
    const needed = new Set<Loaded>();
    for (const { first, last } of this.#rulesets.values()) {
      for (const end of [first, last]) {
        for (let each: Loaded | undefined = end; each !== undefined; each = each.base) {
          needed.add(each);
        }
      }
    }
    return [...needed].sort((one, other) => one.number - other.number);
  }

  /** In the background, one after the other. Where none can be made, the next call tries again. */
  #replenish(): void {
    if (this.#instances.length < this.#wanted && this.#creating === undefined) {
      this.#creating = this.start().then(
        () => {
          this.#creating = undefined;
          this.#replenish();
        },
        () => {
          this.#creating = undefined;
        },
      );
    }
  }
}

/** As the glue says it where the core gets no more, and engines where they have none for it. */
function isOutOfMemory(cause: unknown): boolean {
  return /\bOOM\b|out of memory|allocation failed/i.test(String(cause));
}

/** For a question that was an object: line and column of a text that nobody wrote would only mislead. */
function withoutPlaces<A>(answer: A | Failure): A | Failure {
  if ((answer as Failure).type === 'failure') {
    for (const error of (answer as Failure).errors) {
      delete error.line;
      delete error.column;
    }
  }
  return answer;
}
