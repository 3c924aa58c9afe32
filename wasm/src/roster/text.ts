// The words of a roster: those of every question, and those that only a table needs.
import { loadMessages, Words, type Locale } from '../text.js';

const sources = {
  'en-US': () => import('../locales/roster/en-US.js'),
  'zh-TW': () => import('../locales/roster/zh-TW.js'),
  'sv-SE': () => import('../locales/roster/sv-SE.js'),
  'nl-NL': () => import('../locales/roster/nl-NL.js'),
} satisfies Record<Locale, () => Promise<{ default: Record<string, string> }>>;

/** @throws when the texts cannot be fetched. */
export async function loadRosterWords(locale: Locale): Promise<Words> {
  const [all, own] = await Promise.all([loadMessages(locale), sources[locale]()]);
  return new Words(locale, { ...all, ...own.default });
}
