// All words of one language: those of the package (`words`) and those of the page (`say`).
import type { ActionRow, Fault, NextStep, PlanRow, Ruleset, Source } from 'partnercheck';
import { loadTexts, loadWords, Words, type Locale, type TextModules } from 'partnercheck/text';
import type { Field } from './catalogue/fields.js';
import english from './locales/en-US.json';
import { lastKeyOf, parentOf } from './pointers.js';

export type PageKey = keyof typeof english;

const pageTexts: TextModules = {
  // Needed even where nothing can be fetched, see englishPageWords.
  'en-US': () => Promise.resolve({ default: english }),
  'zh-TW': () => import('./locales/zh-TW.json'),
  'sv-SE': () => import('./locales/sv-SE.json'),
  'nl-NL': () => import('./locales/nl-NL.json'),
};

/** Each language in its own words, so that people find theirs. */
export const languageNames: Record<Locale, string> = {
  'en-US': 'English',
  'zh-TW': '繁體中文',
  'sv-SE': 'Svenska',
  'nl-NL': 'Nederlands',
};

const loaded = new Map<Locale, Promise<Messages>>();

/** @throws when the texts cannot be fetched; the next call tries again. */
export function loadMessages(locale: Locale): Promise<Messages> {
  let messages = loaded.get(locale);
  if (messages === undefined) {
    messages = Promise.all([loadWords(locale), loadTexts(locale, pageTexts)]).then(
      ([words, page]) => new Messages(words, page),
    );
    messages.catch(() => loaded.delete(locale));
    loaded.set(locale, messages);
  }
  return messages;
}

/** For a page that cannot fetch anything: English is always there. */
export function englishPageWords(): Words {
  return new Words('en-US', english);
}

export class Messages {
  private languages: Intl.DisplayNames | undefined;

  constructor(
    readonly words: Words,
    private readonly page: Words,
  ) {}

  get locale(): Locale {
    return this.words.locale;
  }

  t(key: PageKey, parameters: Record<string, unknown> = {}): string {
    return this.page.text(key, parameters);
  }

  /** What somebody asks who wants the action; its name where nobody has written a question for it. */
  situation(action: ActionRow): string {
    const key = `situation.${action.type}`;
    return this.page.has(key) ? this.page.text(key) : this.words.text(action.title);
  }

  /** What somebody asks who wants a plan for the goal. */
  plan({ goal, title }: PlanRow): string {
    const key = `plan.${goal}`;
    return this.page.has(key) ? this.page.text(key) : this.words.text(title);
  }

  /** What to have at hand for it. */
  ready(action: ActionRow): string | undefined {
    const key = `situation.${action.type}.ready`;
    return this.page.has(key) ? this.t('start.ready', { what: this.page.text(key) }) : undefined;
  }

  /** In words of the action where it has its own. */
  question(field: Field): string {
    const key = `${field.question}.${field.action}`;
    const texts = [this.words, this.page].find((each) => each.has(key) || each.has(field.question)) ?? this.words;
    return texts.text(texts.has(key) ? key : field.question);
  }

  hint(field: Field): string | undefined {
    const key = `${field.question}.hint`;
    return this.words.has(key) ? this.words.text(key) : undefined;
  }

  choice(field: Field, value: string): string {
    const name = lastKeyOf(field.pattern);
    const holder = lastKeyOf(parentOf(field.pattern)).split('_').at(-1);
    const enumerations = [name, name.replace(/s$/, ''), `${holder}_${name}`];
    const key = enumerations
      .map((enumeration) => `choice.${enumeration}.${value}`)
      .find((each) => this.words.has(each));
    return key === undefined ? value : this.words.text(key);
  }

  /** That there is none: in words of its own where the question has them. */
  none(field: Field): string {
    const key = `${field.question}.none`;
    return this.words.text(this.words.has(key) ? key : 'choice.none');
  }

  /** An answer in words. */
  value(field: Field, value: unknown): string {
    if (value === null || (Array.isArray(value) && value.length === 0)) {
      return this.none(field);
    }
    if (Array.isArray(value)) {
      return this.words.list(value.map((item) => this.value(field, item)));
    }
    if (typeof value === 'boolean') {
      return this.words.text(value ? 'choice.yes' : 'choice.no');
    }
    if (typeof value === 'number') {
      return new Intl.NumberFormat(this.locale, { useGrouping: false }).format(value);
    }
    if (typeof value === 'object') {
      return this.words.text('choice.yes');
    }
    if (field.kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(String(value))) {
      return this.words.date(String(value));
    }
    return field.values.length > 0 ? this.choice(field, String(value)) : String(value);
  }

  /** What was wrong and what to do, in the same words above the form and at the field. */
  fault(fault: Fault, field: Field | undefined): string {
    if (fault.code === 'value.required' && field !== undefined) {
      return this.sentences([
        this.t('error.required', { question: this.question(field) }),
        this.t('error.required.help'),
      ]);
    }
    const { message, help } = this.words.error(fault);
    return this.sentences([message, help]);
  }

  /** Who does a step, and from which day, where that is not the day of the question. */
  whoAndWhen({ who, from }: NextStep, today: string): string {
    const name = this.words.text(`who.${who}`);
    return from === undefined || from === today ? name : this.t('answer.steps.from', { who: name, date: from });
  }

  /** One after the other; Chinese needs no space between them. */
  sentences(sentences: readonly string[]): string {
    return sentences.join(this.locale.startsWith('zh') ? '' : ' ');
  }

  ruleset(ruleset: Ruleset, standard: string): string {
    const name = this.t('ruleset.option', { date: ruleset.as_of });
    if (ruleset.id === standard) {
      return this.t('ruleset.default', { ruleset: name });
    }
    return ruleset.beyond ? this.t('ruleset.beyond', { ruleset: name }) : name;
  }

  /** In which language a source was read, and when it was handed off. */
  edition(source: Source): string {
    this.languages ??= new Intl.DisplayNames(this.locale, { type: 'language' });
    const language = this.languages.of(source.locale) ?? source.locale;
    return this.t('source.edition', { language, date: source.handed_off });
  }
}
