// The texts of the tools; they are fetched with them.
import { loadTexts, type Locale, type TextModules } from 'partnercheck/text';
import type english from '../locales/keep/en-US.json';

export type KeepKey = keyof typeof english;
export type KeepSay = (key: KeepKey, parameters?: Record<string, unknown>) => string;

const texts: TextModules = {
  'en-US': () => import('../locales/keep/en-US.json'),
  'zh-TW': () => import('../locales/keep/zh-TW.json'),
  'sv-SE': () => import('../locales/keep/sv-SE.json'),
  'nl-NL': () => import('../locales/keep/nl-NL.json'),
};

/** @throws when the texts cannot be fetched. */
export async function loadKeepWords(locale: Locale): Promise<KeepSay> {
  const words = await loadTexts(locale, texts);
  return (key, parameters = {}) => words.text(key, parameters);
}
