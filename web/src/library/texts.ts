// The texts of an area, fetched in one language when they are first needed.
import { loadTexts as fetchTexts, locales, type Locale, type TextModules } from 'partnercheck/text';

/** A text in the language of the one who reads. */
export type Translate<Key extends string> = (key: Key, parameters?: Record<string, unknown>) => string;

export interface Texts<Key extends string> {
  readonly locale: Locale;
  readonly t: Translate<Key>;
  has(key: string): boolean;
}

export interface Area<Key extends string> {
  readonly modules: TextModules;
  readonly loaded: Map<Locale, Promise<Texts<Key>>>;
}

/** `files`: what `import.meta.glob` finds, one file for each language. */
export function area<Key extends string>(files: Record<string, () => Promise<unknown>>): Area<Key> {
  const modules = Object.fromEntries(locales.map((locale) => [locale, files[`./locales/${locale}.json`]]));
  return { modules: modules as unknown as TextModules, loaded: new Map() };
}

/** @throws when the texts cannot be fetched; the next call tries again. */
export function loadTexts<Key extends string>({ modules, loaded }: Area<Key>, locale: Locale): Promise<Texts<Key>> {
  let texts = loaded.get(locale);
  if (texts === undefined) {
    texts = fetchTexts(locale, modules).then((words) => ({
      locale,
      t: (key, parameters = {}) => words.text(key, parameters),
      has: (key) => words.has(key),
    }));
    texts.catch(() => loaded.delete(locale));
    loaded.set(locale, texts);
  }
  return texts;
}
