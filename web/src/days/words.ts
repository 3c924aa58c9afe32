// The texts of the timeline and of the other days, fetched with what shows them.
import { loadTexts, type Locale, type TextModules, type Words } from 'partnercheck/text';
import type english from '../locales/days/en-US.json';

type Key = keyof typeof english & string;

const texts: TextModules = {
  'en-US': () => import('../locales/days/en-US.json'),
  'zh-TW': () => import('../locales/days/zh-TW.json'),
  'sv-SE': () => import('../locales/days/sv-SE.json'),
  'nl-NL': () => import('../locales/days/nl-NL.json'),
};

export class DayWords {
  constructor(private readonly words: Words) {}

  say(key: Key, parameters: Record<string, unknown> = {}): string {
    return this.words.text(key, parameters);
  }
}

const loaded = new Map<Locale, Promise<DayWords>>();

/** @throws when the texts cannot be fetched; the next call tries again. */
export function loadDayWords(locale: Locale): Promise<DayWords> {
  let words = loaded.get(locale);
  if (words === undefined) {
    words = loadTexts(locale, texts).then((page) => new DayWords(page));
    words.catch(() => loaded.delete(locale));
    loaded.set(locale, words);
  }
  return words;
}
