// Finds entries by what somebody writes in their own words, in any of the four languages.
import MiniSearch, { type Options } from 'minisearch';

export interface Findable<Id extends string> {
  id: Id;
  /** What it asks, or says. */
  asks: string;
  /** What it is called, and what belongs to it. */
  about: string;
  /** By which other words people look for it. */
  words: string;
}

/** The entries that fit, the best one first. */
export type Find<Id extends string> = (written: string) => Id[];

const han = /[\p{sc=Han}]+/gu;
/** Of a longer word only its beginning counts: endings change, and what is joined to it does, too. */
const longestStem = 6;

/** Words without case and accents; Chinese, which parts none, by every two signs that stand together. */
function tokens(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const pairs = [...plain.matchAll(han)].flatMap(([run]) => {
    const signs = [...run];
    return signs.length === 1 ? signs : signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
  });
  return [...pairs, ...(plain.replace(han, ' ').match(/[\p{L}\p{N}]+/gu) ?? [])];
}

/** `idle`: words that say nothing of what somebody wants to know. */
export function finder<Id extends string>(entries: readonly Findable<Id>[], idle: string): Find<Id> {
  const skipped = new Set(tokens(idle));
  const options: Options<Findable<Id>> = {
    fields: ['asks', 'about', 'words'],
    tokenize: tokens,
    processTerm: (term) => (skipped.has(term) ? null : term.slice(0, longestStem)),
    searchOptions: {
      prefix: (term) => term.length > 3,
      fuzzy: (term) => (term.length > 3 ? 1 : false),
      weights: { fuzzy: 0.2, prefix: 0.3 },
      // Which words stand there says more than how many others do.
      bm25: { k: 6, b: 0.3, d: 0 },
    },
  };
  const index = new MiniSearch<Findable<Id>>(options);
  index.addAll([...entries]);
  return (written) => index.search(written).map(({ id }) => id as Id);
}
