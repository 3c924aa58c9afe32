// JSON.stringify changes without a word what JSON cannot hold (NaN becomes null, a function disappears). A question must
// arrive as it was asked, or not at all: one walk finds what is foreign and writes the text.
import type { Failure } from './answers.js';
import { failure } from './failure.js';

const deepest = 64;

/** Where the walk is, or where it met something foreign: the names and numbers of a JSON pointer. */
type Place = (string | number)[];

class Foreign {
  constructor(readonly found: string) {}
}

// JSON has no half of a character. As an escape it is refused like any other mistake of a text, where an encoder would
// put a sign in its place without a word.
const half = /\p{Surrogate}/gu;
const escaped = (lone: string): string => `\\u${lone.charCodeAt(0).toString(16)}`;

/** The text of a question, or why it has none. A text is passed on as it is. */
export function toJson(question: unknown): string | Failure {
  if (typeof question === 'string') {
    return question.replace(half, escaped);
  }
  const place: Place = [];
  try {
    return textOf(question, place);
  } catch (error) {
    return error instanceof Foreign
      ? notJson(place.map(pointerPart).join(''), error.found)
      : // A getter of the host's threw, or the object cannot be looked at.
        notJson('', error instanceof Error ? error.name : typeof error);
  }
}

const notJson = (path: string, found: string): Failure => failure('request.not_json', { path, details: { found } });

const pointerPart = (part: string | number): string => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`;

function textOf(value: unknown, place: Place): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      if (!Number.isFinite(value)) {
        throw new Foreign(String(value));
      }
      return String(value);
    case 'object':
      break;
    default:
      throw new Foreign(typeof value);
  }
  if (value === null) {
    return 'null';
  }
  if (place.length > deepest) {
    throw new Foreign('cycle');
  }
  return Array.isArray(value) ? textOfList(value, place) : textOfObject(value, place);
}

function textOfList(list: unknown[], place: Place): string {
  let text = '';
  for (let i = 0; i < list.length; ++i) {
    place.push(i);
    text += `${i === 0 ? '' : ','}${textOf(list[i], place)}`;
    place.pop();
  }
  return `[${text}]`;
}

function textOfObject(object: object, place: Place): string {
  const prototype = Object.getPrototypeOf(object) as object | null;
  if (prototype !== null && (Object.getPrototypeOf(prototype) !== null || 'toJSON' in prototype)) {
    throw new Foreign(object.constructor?.name ?? 'object');
  }
  let text = '';
  for (const key of Object.keys(object)) {
    const member = (object as Record<string, unknown>)[key];
    // An absent member may be written as undefined.
    if (member !== undefined) {
      place.push(key);
      text += `${text === '' ? '' : ','}${quotedKey(key)}:${textOf(member, place)}`;
      place.pop();
    }
  }
  return `{${text}}`;
}

// Nearly every text has nothing to escape: to look saves the calls of JSON.stringify, a fifth of the whole walk.
const plain = /^[ !#-[\]-~]*$/;
const quoted = (text: string): string => (plain.test(text) ? `"${text}"` : JSON.stringify(text));

// Questions have the same few keys again and again. More than the contract has are not kept.
const quotedKeys = new Map<string, string>();
const mostKeys = 500;
function quotedKey(key: string): string {
  let text = quotedKeys.get(key);
  if (text === undefined) {
    text = quoted(key);
    if (quotedKeys.size < mostKeys) {
      quotedKeys.set(key, text);
    }
  }
  return text;
}
