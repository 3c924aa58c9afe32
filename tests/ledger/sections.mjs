// Holds sections.json against the documents themselves, which are not kept here.
//   node tests/ledger/sections.mjs <folder with the five documents>
// Names every token that its section does not hold, and every number of a section that no token holds.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readLedger } from './ledger.mjs';

const english = /<span class="sxs-lookup"><span data-stu-id="[^"]*">(.*?)<\/span><\/span>/gs;
// What is read: no tags, no addresses, no number of a step in a list.
const plain = (text) =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/^\s*\d+\.\s/gm, '');

/** The sections of a document, as [anchor, { language: text }], in its own language and in the English beside it. */
function sectionsOf(text, locale) {
  const parts = text.split(/^#+ <a (?:name|href="" id)="([^"]*)"><\/a>/m).slice(1);
  return Array.from({ length: parts.length / 2 }, (_, index) => {
    const [anchor, body] = parts.slice(index * 2);
    const beside = [...body.matchAll(english)].map(([, words]) => plain(words)).join('\n');
    return [anchor, { [locale]: plain(body.replace(english, '')), 'en-US': beside }];
  });
}

const field = (text, name) => new RegExp(`^${name}: *(.*)$`, 'm').exec(text)?.[1].trim();

const [folder] = process.argv.slice(2);
const { sections, sources } = readLedger();
const documents = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
const faults = [];
for (const { id, locale, handed_off: day } of sources.filter(({ kind }) => kind === 'seed')) {
  const [year, month, date] = day.split('-');
  const document = documents.find(
    (text) =>
      field(text, 'ms.contentlocale') === locale && field(text, 'ms.lasthandoff') === `${month}/${date}/${year}`,
  );
  if (document === undefined) {
    faults.push(`${id} is not in the folder`);
    continue;
  }
  const parts = sectionsOf(document, locale);
  const headings = sections.headings[id.split('/')[0]];
  // Several sections of ours may stand under one heading: at the top of a document.
  const spelled = new Map(parts.map(([anchor]) => [anchor, []]));
  for (const [section, heading] of Object.entries(headings)) {
    const [anchor, texts] = parts.find(([each]) => each.startsWith(heading)) ?? [];
    if (anchor === undefined) {
      faults.push(`${id} has no heading ${heading}`);
      continue;
    }
    for (const [token, spellings] of Object.entries(sections.tokens[`${id}#${section}`])) {
      for (const [language, spelling] of Object.entries(spellings)) {
        spelled.get(anchor).push(spelling);
        if (!texts[language].includes(spelling)) {
          faults.push(`${id}#${section} holds no “${spelling}” for ${token} in ${language}`);
        }
      }
    }
  }
  for (const [anchor, texts] of parts) {
    const known = new Set(spelled.get(anchor).flatMap((spelling) => spelling.match(/\d+/g) ?? []));
    for (const [language, text] of Object.entries(texts)) {
      for (const [number] of text.matchAll(/\d+/g)) {
        if (!known.has(number)) {
          faults.push(`${id} ${anchor} holds ${number} in ${language}, which no token has`);
        }
      }
    }
  }
}
for (const fault of faults) {
  console.error(fault);
}
console.log(`${faults.length === 0 ? 'all' : 'not all'} tokens as in the documents`);
process.exitCode = faults.length === 0 ? 0 : 1;
