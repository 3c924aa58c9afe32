// JSON.stringify changes without a word what JSON cannot hold (NaN becomes null, a function disappears). A question must
// arrive as it was asked, or not at all.
import type { Failure } from './answers.js';

const deepest = 64;

/** The text of a question, or why it has none. A text is passed on as it is. */
export function toJson(question: unknown): string | Failure {
  if (typeof question === 'string') {
    return question;
  }
  try {
    const fault = findForeign(question, '', 0);
    if (fault !== undefined) {
      return notJson(fault.path, fault.found);
    }
    const text = JSON.stringify(question) as string | undefined;
    return text ?? notJson('', typeof question);
  } catch (error) {
    // A getter of the host's threw, or the object cannot be written.
    return notJson('', error instanceof Error ? error.name : typeof error);
  }
}

function notJson(path: string, found: string): Failure {
  const code = 'request.not_json';
  return {
    type: 'failure',
    errors: [{ code, path, message: `error.${code}`, help: `error.${code}.help`, details: { found } }],
  };
}

function findForeign(value: unknown, path: string, depth: number): { path: string; found: string } | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return undefined;
    case 'number':
      return Number.isFinite(value) ? undefined : { path, found: String(value) };
    case 'object':
      break;
    default:
      return { path, found: typeof value };
  }
  if (value === null) {
    return undefined;
  }
  if (depth > deepest) {
    return { path, found: 'cycle' };
  }
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; ++i) {
      const fault = findForeign(value[i], `${path}/${i}`, depth + 1);
      if (fault !== undefined) {
        return fault;
      }
    }
    return undefined;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    return { path, found: (value as object).constructor?.name ?? 'object' };
  }
  for (const key of Object.keys(value)) {
    const member = (value as Record<string, unknown>)[key];
    // An absent member may be written as undefined.
    if (member === undefined) {
      continue;
    }
    const fault = findForeign(member, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1);
    if (fault !== undefined) {
      return fault;
    }
  }
  return undefined;
}
