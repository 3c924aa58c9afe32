// The words of a roster: those of every question, and those that only a table needs.
import { loadTexts, ruleTexts, type Locale, type TextModules, type Words } from '../text.js';

const rosterTexts: TextModules = {
  'en-US': () => import('../locales/roster/en-US.js'),
  'zh-TW': () => import('../locales/roster/zh-TW.js'),
  'sv-SE': () => import('../locales/roster/sv-SE.js'),
  'nl-NL': () => import('../locales/roster/nl-NL.js'),
};

/** @throws when the texts cannot be fetched. */
export function loadRosterWords(locale: Locale): Promise<Words> {
  return loadTexts(locale, ruleTexts, rosterTexts);
}
