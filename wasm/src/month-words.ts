// The words of written days, so that the engine, which knows no language, can read them.
import type { MonthWord } from './contract.js';

const styles: Intl.DateTimeFormatOptions[] = [
  { dateStyle: 'full', timeStyle: 'short' },
  { dateStyle: 'long', timeStyle: 'short' },
  { dateStyle: 'medium', timeStyle: 'short' },
  { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' },
  { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  { month: 'long' },
  { month: 'short' },
];
/** Those of the texts, and one more that shortens otherwise. */
const locales = ['en-US', 'en-GB', 'zh-TW', 'sv-SE', 'nl-NL'];
/** What people write and no format does: the 20th of May, den 20:e maj, de 20ste mei, 5月20號. */
const fillers = ['st', 'nd', 'rd', 'th', 'of', 'the', 'den', 'a', 'e', 'de', 'ste', '號'];

let words: MonthWord[] | undefined;

/**
 * `month_words` of a written date and of a roster's table: names of the months, long, short and as they stand in a day, and words that say
 * nothing of it (month 0), of weekdays and times of day.
 */
export function monthWords(): MonthWord[] {
  words ??= [...collect()].map(([word, months]) => ({ word, month: months.size === 1 ? Math.max(...months) : 0 }));
  return words;
}

/** Word -> the months in which it is written; what is written in several is no month's name. */
function collect(): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>(fillers.map((word) => [word, new Set()]));
  const formats = locales.flatMap((locale) =>
    styles.map((style) => new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' })),
  );
  for (const format of formats) {
    for (let month = 0; month < 12; ++month) {
      // Two weeks in two months have all that is no name of a month.
      for (let day = 1; day <= (month < 2 ? 14 : 1); ++day) {
        const written = format.format(Date.UTC(2021, month, day, day <= 7 ? 9 : 15));
        for (const word of `${written} ${withoutGaps(written)}`.match(/[\p{L}\p{M}]+/gu) ?? []) {
          add(found, word, month + 1);
        }
      }
    }
  }
  return found;
}

/** 2021年5月20日 星期四 is written without the space, too. */
function withoutGaps(text: string): string {
  return text.replace(/(?<=\p{sc=Han})\s+(?=\p{sc=Han})/gu, '');
}

function add(found: Map<string, Set<number>>, word: string, month: number): void {
  // The engine knows the case of ASCII letters only.
  for (const form of new Set([word.toLowerCase(), lowerAscii(word), lowerAscii(word.toUpperCase())])) {
    found.set(form, (found.get(form) ?? new Set()).add(month));
  }
}

function lowerAscii(word: string): string {
  return word.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
