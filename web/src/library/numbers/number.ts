// A number of a ruleset, or the day, list or word that stands in its place, as people read it.
import type { Ruleset } from 'partnercheck';
import type { Messages } from '../messages.js';
import type { NumberKey, NumberTexts } from './texts.js';

export type NumberEntry = Ruleset['parameters'][string];

export function nameOfNumber({ t, has }: NumberTexts, name: string): string {
  const key = `parameter.${name}`;
  return has(key) ? t(key as NumberKey) : name;
}

/** `entry`: undefined where the documents of a ruleset do not have the number at all. */
export function numberInWords(messages: Messages, texts: NumberTexts, entry: NumberEntry | undefined): string {
  if (entry === undefined) {
    return texts.t('absent');
  }
  const { value, unit } = entry;
  const unitKey = `unit.${unit.replaceAll(' ', '_')}`;
  if (value === null) {
    return texts.t('not_stated');
  }
  if (typeof value === 'number') {
    return texts.has(unitKey) ? texts.t(unitKey as NumberKey, { count: value }) : `${value} ${unit}`;
  }
  return Array.isArray(value)
    ? messages.words.list(value.map((each) => nameOfValue(messages, texts, each)))
    : nameOfValue(messages, texts, String(value));
}

/** Of a day, a role, or another word in place of a number. */
export function nameOfValue({ words }: Messages, texts: NumberTexts, value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return words.date(value);
  }
  if (value === 'both') {
    return texts.t(value);
  }
  const key = ['choice.role', 'choice.evidence', 'reading']
    .map((place) => `${place}.${value}`)
    .find((each) => words.has(each));
  return key === undefined ? value : words.text(key);
}
