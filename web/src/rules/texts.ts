// The texts of the page of all rules, with the names of the numbers and what the documents state.
import type { Locale } from 'partnercheck/text';
import { numberTexts, type NumberTexts } from '../library/numbers/texts.js';
import { area, loadTexts, type Texts } from '../library/texts.js';
import { statementTexts } from './statements/statements.js';
import type english from './locales/en-US.json';

export type RulesTexts = Texts<keyof typeof english> & {
  readonly numbers: NumberTexts;
  readonly statements: Texts<string>;
};

const own = area<keyof typeof english>(import.meta.glob('./locales/*.json'));

export async function loadRulesTexts(locale: Locale): Promise<RulesTexts> {
  const [texts, numbers, statements] = await Promise.all([
    loadTexts(own, locale),
    loadTexts(numberTexts, locale),
    loadTexts(statementTexts, locale),
  ]);
  return { ...texts, numbers, statements };
}
