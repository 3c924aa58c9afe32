// JSON pointers, as the contract uses them. No key of the contract holds "/" or "~", so nothing is escaped.

export type Pointer = string;

export function parentOf(pointer: Pointer): Pointer {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

export function lastKeyOf(pointer: Pointer): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}

// `/facts/person/associations/2/started` -> `/facts/person/associations/*/started`: the row of the catalogue.
export function patternOf(pointer: Pointer): Pointer {
  return pointer.replace(/\/\d+(?=\/|$)/g, '/*');
}

/** An id for the element that stands for a pointer. */
export function idOf(pointer: Pointer, part = ''): string {
  return `field${pointer.replaceAll('/', '-')}${part === '' ? '' : `--${part}`}`;
}

/** The value at a pointer; undefined when there is none. */
export function valueAt(root: unknown, pointer: Pointer): unknown {
  return keysOf(pointer).reduce<unknown>(
    (value, key) => (value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined),
    root,
  );
}

/** Puts a value at a pointer and makes the objects on the way. */
export function setAt(root: Record<string, unknown>, pointer: Pointer, value: unknown): void {
  const keys = keysOf(pointer);
  const last = keys.pop() as string;
  let target = root;
  for (const key of keys) {
    target[key] ??= {};
    target = target[key] as Record<string, unknown>;
  }
  target[last] = value;
}

function keysOf(pointer: Pointer): string[] {
  return pointer.split('/').slice(1);
}
