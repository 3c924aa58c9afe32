// The texts of the roster, fetched with its page.
import { loadRosterWords } from 'partnercheck/roster';
import type { Locale, Words } from 'partnercheck/text';
import { area, loadTexts, type Texts, type Translate } from '../library/texts.js';
import type english from './locales/en-US.json';

export type RosterKey = keyof typeof english;

const rosterTexts = area<RosterKey>(import.meta.glob('./locales/*.json'));

export class RosterMessages {
  readonly t: Translate<RosterKey>;

  constructor(
    page: Texts<RosterKey>,
    /** Those of the engine: what is wrong with a row. */
    readonly rows: Words,
  ) {
    this.t = page.t;
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
export async function loadRosterMessages(locale: Locale): Promise<RosterMessages> {
  const [page, rows] = await Promise.all([loadTexts(rosterTexts, locale), loadRosterWords(locale)]);
  return new RosterMessages(page, rows);
}
