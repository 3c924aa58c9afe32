// Texts that nobody wrote, to find those that somebody forgot: the English ones with an accent on every letter, about
// 40 % longer, in brackets. What a message is given, and how it chooses between words, stays as it is. Never shipped.
import { readFileSync, readdirSync } from 'node:fs';
import { parse } from '@formatjs/icu-messageformat-parser';
import { built } from './server.mjs';

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = [...'àƀçđéƒğĥîĵķĺɱñöþɋŕšţüṽŵẋýžÀƁÇĐÉƑĞĤÎĴĶĹṀÑÖÞɊŔŠŢÜṼŴẊÝŽ'];

const literal = (text) =>
  text.replace(/[a-zA-Z]/g, (letter) => accented[plain.indexOf(letter)].repeat(/[aeiouy]/i.test(letter) ? 2 : 1));

/** The places of a message that are words. */
function literalsOf(elements) {
  return elements.flatMap(({ type, location, options }) =>
    type === 0 ? [location] : Object.values(options ?? {}).flatMap(({ value }) => literalsOf(value)),
  );
}

export function pseudo(message) {
  let text = message;
  // From the end, so that the places before keep theirs.
  for (const { start, end } of literalsOf(parse(message, { captureLocation: true, ignoreTag: true })).reverse()) {
    text = text.slice(0, start.offset) + literal(text.slice(start.offset, end.offset)) + text.slice(end.offset);
  }
  return `[!!${text}!!]`;
}

const source = (place) => JSON.parse(readFileSync(new URL(`../../${place}/en-US.json`, import.meta.url), 'utf8'));

/** Every built file with texts of a locale, with what to answer in its place. */
export async function pseudoScripts(locale) {
  const places = [
    'library',
    'library/numbers',
    'share',
    'timeline',
    'roster',
    'check/plan',
    'page/about',
    'rules',
    'rules/statements',
  ].map((area) => `web/src/${area}/locales`);
  const english = ['wasm/locales', 'wasm/locales/roster', ...places].map(source);
  // Nobody reads the words of the search.
  const unseen = Object.keys(source('web/src/check/situations/locales'));
  const names = readdirSync(`${built}assets`).filter((name) => name.startsWith(`${locale}-`) && name.endsWith('.js'));
  const scripts = await Promise.all(
    names.map(async (name) => {
      const exported = await import(`${built}assets/${name}`);
      const keys = Object.keys(exported.default);
      if (unseen.every((key) => keys.includes(key))) {
        return [];
      }
      const texts = english.find(
        (each) => keys.every((key) => key in each) && keys.length === Object.keys(each).length,
      );
      if (texts === undefined) {
        throw new Error(`${name} holds no texts that are known in English`);
      }
      const pseudoTexts = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, pseudo(text)]));
      const others = Object.keys(exported).filter((each) => each !== 'default');
      const script = [
        `const texts = ${JSON.stringify(pseudoTexts)};`,
        'export default texts;',
        ...others.map(
          (each, index) => `const text${index} = texts[${JSON.stringify(each)}];\nexport { text${index} as ${each} };`,
        ),
      ].join('\n');
      return [[name, script]];
    }),
  );
  return new Map(scripts.flat());
}
