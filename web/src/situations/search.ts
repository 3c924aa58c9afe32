// The search over the situations, with the words of one language. It is fetched when somebody begins to write.
import type { Catalogue } from 'partnercheck';
import { loadTexts, type Locale, type TextModules } from 'partnercheck/text';
import type { Wording } from '../wording.js';
import { finder, type Find } from './find.js';

const searchTexts: TextModules = {
  'en-US': () => import('../locales/search/en-US.json'),
  'zh-TW': () => import('../locales/search/zh-TW.json'),
  'sv-SE': () => import('../locales/search/sv-SE.json'),
  'nl-NL': () => import('../locales/search/nl-NL.json'),
};

const finders = new Map<Locale, Promise<Find>>();

/** @throws when the words cannot be fetched; the next call tries again. */
export function loadFinder(wording: Wording, catalogue: Catalogue): Promise<Find> {
  const { locale } = wording;
  let find = finders.get(locale);
  if (find === undefined) {
    find = loadTexts(locale, searchTexts).then((search) => {
      const situations = catalogue.actions.map((action) => ({
        id: action.type,
        asks: wording.situation(action),
        about: aboutOf(wording, action.title),
        words: search.has(action.type) ? search.text(action.type) : '',
      }));
      return finder(situations, search.text('idle'));
    });
    find.catch(() => finders.delete(locale));
    finders.set(locale, find);
  }
  return find;
}

function aboutOf({ words }: Wording, title: string): string {
  const hint = `${title}.hint`;
  return `${words.text(title)} ${words.has(hint) ? words.text(hint) : ''}`;
}
