import { loadTexts, type Locale, type TextModules } from 'partnercheck/text';
import type english from '../locales/embed/en-US.json';

type EmbedKey = keyof typeof english;

const texts: TextModules = {
  'en-US': () => import('../locales/embed/en-US.json'),
  'zh-TW': () => import('../locales/embed/zh-TW.json'),
  'sv-SE': () => import('../locales/embed/sv-SE.json'),
  'nl-NL': () => import('../locales/embed/nl-NL.json'),
};

/** @throws when the texts cannot be fetched. */
export async function loadEmbedWords(locale: Locale): Promise<(key: EmbedKey) => string> {
  const words = await loadTexts(locale, texts);
  return (key) => words.text(key);
}
