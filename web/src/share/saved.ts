// Cases kept in this browser, and only there. Nothing is written before somebody saves a case.

const place = 'partner-check.cases';
export const mostCases = 50;
export const longestName = 100;

/** As it stands in the store: whoever reads it has to look at it first. */
export interface SavedCase {
  name: string;
  request: unknown;
}

export class StorageRefused extends Error {
  override name = 'StorageRefused';
}

/** What cannot be read counts as nothing. @throws StorageRefused */
export function savedCases(): SavedCase[] {
  const text = attempt(() => localStorage.getItem(place));
  try {
    const cases: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(cases) ? cases.slice(0, mostCases).flatMap(asSavedCase) : [];
  } catch {
    return [];
  }
}

/** @throws StorageRefused */
export function keepCases(cases: readonly SavedCase[]): void {
  attempt(() =>
    cases.length === 0 ? localStorage.removeItem(place) : localStorage.setItem(place, JSON.stringify(cases)),
  );
}

function asSavedCase(value: unknown): SavedCase[] {
  const { name, request } = (value ?? {}) as Partial<SavedCase>;
  return typeof name === 'string' ? [{ name: name.slice(0, longestName), request }] : [];
}

function attempt<T>(act: () => T): T {
  try {
    return act();
  } catch (cause) {
    throw new StorageRefused('the browser refused its storage', { cause });
  }
}
