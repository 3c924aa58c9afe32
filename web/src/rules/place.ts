// Where somebody is among the rules, and the address of it: `#rule=association.cool_off`.

const kinds = ['rule', 'ruleset', 'action', 'fact', 'source', 'edit'] as const;
export type Kind = (typeof kinds)[number];

export interface Place {
  kind: Kind;
  id: string;
}

export function addressOf({ kind, id }: Place): string {
  return `#${kind}=${encodeURIComponent(id)}`;
}

/** Undefined where a fragment names no place. Whether there is such a rule is another question. */
export function placeOf(fragment: string): Place | undefined {
  const [, name, id] = /^#(\w+)=(.+)$/s.exec(fragment) ?? [];
  const kind = kinds.find((each) => each === name);
  if (kind === undefined || id === undefined) {
    return undefined;
  }
  try {
    return { kind, id: decodeURIComponent(id) };
  } catch {
    // A percent sign that stands for nothing.
    return { kind, id };
  }
}
