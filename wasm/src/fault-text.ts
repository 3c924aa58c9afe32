// The words of a fault in English, for who has loaded no others: those of locales/en-US, which the build took apart, so that
// no reader of messages has to be loaded for them.
import type { Fault } from './contract.js';
// @ts-expect-error It comes with the build and has no types of its own.
import english from './fault-texts.js';

/** What stands between values; the value of a name; as a day; the forms of its plural, in which `0` is the number. */
type Part = string | 0 | [name: string] | [name: string, style: 'day'] | [name: string, one: Part[], others: Part[]];
const { texts, types } = english as { texts: Record<string, Part[]>; types: Record<string, string> };

const locale = 'en-US';
type Values = Record<string, unknown>;

/** What is wrong, and what to do. */
export function inEnglish({ message, help, details = {} }: Fault): string {
  return [message, help].map((key) => textOf(texts[key] ?? [key], details)).join(' ');
}

function textOf(parts: readonly Part[], values: Values, count = 0): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') {
        return part;
      }
      if (part === 0) {
        return count.toLocaleString(locale);
      }
      const [name, style, others = []] = part;
      const value = values[name];
      if (style === undefined) {
        return wordOf(name, value);
      }
      return style === 'day' ? dayOf(value) : textOf(value === 1 ? style : others, values, Number(value));
    })
    .join('');
}

function wordOf(name: string, value: unknown): string {
  if (Array.isArray(value)) {
    return new Intl.ListFormat(locale).format(value.map((each) => wordOf(name, each)));
  }
  const text = String(value);
  const type = name === 'expected' || name === 'found' ? types[text] : undefined;
  return type ?? (text === '' ? 'none' : text);
}

function dayOf(value: unknown): string {
  return new Date(`${String(value)}T00:00:00Z`).toLocaleDateString(locale, { timeZone: 'UTC', dateStyle: 'long' });
}
