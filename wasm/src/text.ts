// Words for people: the texts of all keys that the core emits, in four languages.
import { IntlMessageFormat } from 'intl-messageformat';
import type { Decision, Effect, Fault, Finding, LaterDecision, Letter, NextStep, Plan, PlanStep } from './contract.js';
import type { MessageKey } from './message-keys.js';

export type { MessageKey } from './message-keys.js';
export { monthWords } from './month-words.js';

/** Key -> text, in ICU MessageFormat. */
export type Messages = Record<string, string>;
type Parameters = Record<string, unknown>;
/** The texts of one area: a module of its own for each language, so that only one is fetched. */
export type TextModules = Record<Locale, () => Promise<{ default: Messages }>>;

/** What the core says. */
export const ruleTexts = {
  'en-US': () => import('./locales/en-US.js'),
  'zh-TW': () => import('./locales/zh-TW.js'),
  'sv-SE': () => import('./locales/sv-SE.js'),
  'nl-NL': () => import('./locales/nl-NL.js'),
};

export type Locale = keyof typeof ruleTexts;
export const locales = Object.keys(ruleTexts) as Locale[];

/** The locale that fits best what a person asked for, e.g. `navigator.languages`; en-US when none does. */
export function chooseLocale(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const language = tag.toLowerCase().split('-')[0];
    const found =
      locales.find((locale) => locale.toLowerCase() === tag.toLowerCase()) ??
      locales.find((locale) => locale.split('-')[0] === language);
    if (found !== undefined) {
      return found;
    }
  }
  return 'en-US';
}

/** @throws when the texts cannot be fetched. */
export function loadWords(locale: Locale): Promise<Words> {
  return loadTexts(locale, ruleTexts);
}

/** The words of one area or several; of a key that stands in several, those of the last. @throws as `loadWords`. */
export async function loadTexts(locale: Locale, ...areas: TextModules[]): Promise<Words> {
  const texts = await Promise.all(areas.map((area) => area[locale]()));
  return new Words(locale, Object.assign({}, ...texts.map((text) => text.default)));
}

/** A civil day: noon would do as well, what counts is that no time zone moves it. */
const day = { timeZone: 'UTC' } as const;
const formats = {
  date: {
    day: { ...day, dateStyle: 'long' },
    weekday: { ...day, dateStyle: 'full' },
    month: { ...day, year: 'numeric', month: 'long' },
  },
} as const;

/** Making a formatter takes far longer than using it: all messages share them. */
function shared<A extends unknown[], F>(make: (...args: A) => F): (...args: A) => F {
  const made = new Map<string, F>();
  return (...args) => {
    const key = JSON.stringify(args);
    const formatter = made.get(key) ?? make(...args);
    made.set(key, formatter);
    return formatter;
  };
}

const formatters = {
  getNumberFormat: shared((...args: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...args)),
  getDateTimeFormat: shared(
    (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...args),
  ),
  getPluralRules: shared((...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args)),
};

/** The enumeration behind a parameter whose value is a name. */
const enumerations: Record<string, string> = {
  relation: 'relation',
  kind: 'account_kind',
  enrolled: 'enrolled',
  tier: 'tier',
  audience: 'audience',
  evidence: 'evidence',
  problem: 'problem',
  accepted: 'evidence',
  roles: 'role',
  expected: 'type',
  found: 'type',
};

export class Words {
  readonly #formatted = new Map<string, { format: IntlMessageFormat; dates: Set<string> }>();

  constructor(
    readonly locale: Locale,
    private readonly messages: Messages,
  ) {}

  has(key: string): key is MessageKey {
    return Object.hasOwn(this.messages, key);
  }

  /**
   * The words of a key. Dates are ISO days; lists are joined; names of roles, tiers and the like become words.
   * @throws when there is no such key, or a parameter is missing.
   */
  text(key: MessageKey | (string & {}), parameters: Parameters = {}): string {
    const { format, dates } = this.#message(key);
    const values: Record<string, string | number | Date> = {};
    for (const [name, value] of Object.entries(parameters)) {
      values[name] = dates.has(name) ? new Date(`${String(value)}T00:00:00Z`) : this.#value(name, value);
    }
    return String(format.format(values));
  }

  /**
   * One sentence: whether, and from which day. In the words of `action`, a row of the catalogue: what may be done, what
   * shows, or what holds; without it, what may be done.
   */
  verdict(decision: Decision, today: string, action?: { type: string; kind: string }): string {
    const { status, until = today, earliest = today, latest = today, missing, dates } = decision;
    const places =
      action === undefined ? [''] : [`${action.type}.`, action.kind === 'permission' ? '' : `${action.kind}.`];
    // Where a named day is what was asked for, it stands in the sentence.
    const dated = Object.keys(dates).map((name) => `${status}_${name}`);
    const key = [...dated, variantOf(decision), status]
      .flatMap((variant) => places.map((place) => `verdict.${place}${variant}`))
      .find((each) => this.has(each));
    return this.text(key ?? `verdict.${status}`, {
      ...dates,
      today,
      until,
      earliest,
      latest,
      days: daysBetween(today, until),
      count: missing.length,
      leaves_on: dates.leaves_on ?? today,
    });
  }

  /** What a newer ruleset says instead. `rulesets`: those of the catalogue. */
  later(
    { ruleset, status, until, because }: LaterDecision,
    rulesets: readonly { id: string; as_of: string }[],
  ): string {
    const asOf = rulesets.find(({ id }) => id === ruleset)?.as_of ?? ruleset;
    const line = this.text('later.line', {
      as_of: asOf,
      verdict: this.text(`later.${status}`, { until: until ?? asOf }),
    });
    return because === undefined ? line : `${line} ${this.text('later.because', { reason: this.finding(because) })}`;
  }

  /** One sentence: whether the goal is reached, and when. `goal`: the type of the goal that was asked for. */
  plan({ reached, on, horizon, steps: [first] }: Plan, goal: string): string {
    const what = first === undefined ? '' : this.planStep(first);
    return this.text(`plan.${goal}.${reached ? 'reached' : 'not_reached'}`, { on: on ?? horizon, horizon, what });
  }

  /** What is done in a step, or has to be met, and for whom. */
  planStep({ action, rule, details = {} }: PlanStep): string {
    const what = this.text(action === undefined ? `rule.${rule}` : `action.${action}`);
    const whom = [details.name, details.organization].filter((part) => part !== undefined);
    return whom.length === 0 ? what : `${what}: ${whom.join(', ')}`;
  }

  /** What can be had where the goal is not reached. */
  fallback(step: PlanStep): string {
    return this.text('plan.fallback', { what: this.planStep(step), on: step.on ?? '' });
  }

  finding(finding: Finding): string {
    const limits = Object.entries(finding.limits).map(([name, value]) => [`limit_${name}`, value]);
    return this.text(finding.message, {
      ...finding.limits,
      ...Object.fromEntries(limits),
      ...(finding.until === undefined ? {} : { until: finding.until }),
      ...finding.inputs,
    });
  }

  step(step: NextStep): string {
    return this.text(`step.${step.step}`, step.details);
  }

  effect(effect: Effect): string {
    return this.text(`effect.${effect.change}`, { ...effect.details, on: effect.on });
  }

  assumption(key: string): string {
    return this.text(`assumption.${key}`);
  }

  /** The part of a document that a source points at, e.g. `ms-learn-associate/2021-04-27#limits`; none has one of its own. */
  section(source: string): string | undefined {
    const key = `section.${source.split('#')[1]}`;
    return this.has(key) ? this.text(key) : undefined;
  }

  /** What was wrong, and what to do. */
  error(error: Fault): { message: string; help: string } {
    return { message: this.text(error.message, error.details), help: this.text(error.help, error.details) };
  }

  /** A request to be sent, with a line to write on for each of its blanks. */
  letter({ letter, values, blanks }: Letter): { subject: string; body: string } {
    const key = `letter.${letter}`;
    const filled = { ...Object.fromEntries(blanks.map((name) => [name, '________'])), ...values };
    return { subject: this.text(`${key}.subject`, filled), body: this.text(key, filled) };
  }

  date(iso: string, style: keyof typeof formats.date = 'day'): string {
    return formatters.getDateTimeFormat(this.locale, formats.date[style]).format(new Date(`${iso}T00:00:00Z`));
  }

  list(items: readonly string[]): string {
    return new Intl.ListFormat(this.locale, { type: 'conjunction' }).format(items);
  }

  #value(name: string, value: unknown): string | number {
    if (Array.isArray(value)) {
      return this.list(value.map((item) => String(this.#value(name, item))));
    }
    if (typeof value === 'number') {
      // A count is formatted by its message; a plain number stands as it was given.
      return value;
    }
    const text = String(value);
    const enumeration = enumerations[name.replace(/^limit_/, '')];
    const key = `choice.${enumeration}.${text}`;
    if (enumeration !== undefined && this.has(key)) {
      return this.text(key);
    }
    // What has no name is told apart by the messages that can meet it.
    return text === '' ? 'none' : text;
  }

  #message(key: string): { format: IntlMessageFormat; dates: Set<string> } {
    let message = this.#formatted.get(key);
    if (message === undefined) {
      const source = this.has(key) ? this.messages[key] : undefined;
      if (source === undefined) {
        throw new Error(`no text for ${key} in ${this.locale}`);
      }
      const format = new IntlMessageFormat(source, this.locale, formats, { ignoreTag: true, formatters });
      message = { format, dates: dateArguments(format.getAst() as MessagePart[]) };
      this.#formatted.set(key, message);
    }
    return message;
  }
}

/** Which sentence of a status fits the days that are known. */
function variantOf({ status, until, earliest, latest, missing, dates, next_steps: steps }: Decision): string {
  switch (status) {
    case 'deferred':
      return earliest === undefined || earliest === until
        ? status
        : missing.length > 0 && !missing.includes('/facts/person/next_association_date')
          ? 'deferred_between_facts'
          : 'deferred_between';
    case 'needs_info':
      // Only where nothing but the request's own blanks is open does the core say to send it.
      if (earliest === undefined && steps.some(({ step }) => step === 'send_request')) {
        return 'needs_info_request';
      }
      return earliest !== undefined
        ? latest === undefined
          ? 'needs_info_not_before'
          : 'needs_info_between'
        : latest === undefined
          ? status
          : 'needs_info_latest';
    case 'denied':
      return dates.leaves_on === undefined ? 'denied_plain' : status;
    default:
      return status;
  }
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** A part of a message, as intl-messageformat reads it. */
interface MessagePart {
  type: number;
  value?: string;
  options?: Record<string, { value: MessagePart[] }>;
}

/** The names of the arguments that a message formats as dates. */
function dateArguments(parts: MessagePart[], names = new Set<string>()): Set<string> {
  const date = 3;
  for (const part of parts) {
    if (part.type === date && part.value !== undefined) {
      names.add(part.value);
    }
    for (const option of Object.values(part.options ?? {})) {
      dateArguments(option.value, names);
    }
  }
  return names;
}
