// The texts of the roster, fetched with its page.
import { loadRosterWords } from 'partnercheck/roster';
import { loadTexts, type Locale, type TextModules, type Words } from 'partnercheck/text';
import type english from '../locales/roster/en-US.json';

export type RosterKey = keyof typeof english;

const texts: TextModules = {
  'en-US': () => import('../locales/roster/en-US.json'),
  'zh-TW': () => import('../locales/roster/zh-TW.json'),
  'sv-SE': () => import('../locales/roster/sv-SE.json'),
  'nl-NL': () => import('../locales/roster/nl-NL.json'),
};

export class RosterWords {
  constructor(
    private readonly page: Words,
    /** Those of the engine: what is wrong with a row. */
    readonly rows: Words,
  ) {}

  say(key: RosterKey, parameters: Record<string, unknown> = {}): string {
    return this.page.text(key, parameters);
  }

  status(status: string): string {
    return this.rows.text(`status.${status}`);
  }

  /** Why, by the rule that decided: the message of its finding stands for it. */
  reason(message: string | undefined): string {
    return message === undefined ? '' : this.rows.text(`rule.${message.slice(0, message.lastIndexOf('.'))}`);
  }
}

/** @throws when the texts cannot be fetched. */
export async function wordsOfRoster(locale: Locale): Promise<RosterWords> {
  const [page, rows] = await Promise.all([loadTexts(locale, texts), loadRosterWords(locale)]);
  return new RosterWords(page, rows);
}
