// In which state an element is, for styles. Before :state() there were only names with dashes, and others threw; the DOM of
// test runners has none.

/** `state`: the one of `all` that it is in now, if any. */
export function showState(
  { states }: Partial<ElementInternals>,
  state: string | undefined,
  all: readonly string[],
): void {
  if (states === undefined || !CSS.supports('selector(:state(any))')) {
    return;
  }
  for (const each of all) {
    if (each === state) {
      states.add(each);
    } else {
      states.delete(each);
    }
  }
}
