// A browser of which one call fails, and what a page says then.

/** Runs before the page or the worker does: makes the call number `n` of a boundary fail. */
export function failing({ boundary, how, n }) {
  const path = boundary.split('.');
  const name = path.pop();
  const object = path.reduce((value, key) => value[key], globalThis);
  const original = object[name];
  let calls = 0;
  function call(...args) {
    if (calls++ !== n) {
      return new.target ? Reflect.construct(original, args) : original.apply(this, args);
    }
    const fault = new DOMException('the browser failed', 'SecurityError');
    if (how === 'rejects') {
      return Promise.reject(fault);
    }
    throw fault;
  }
  globalThis.fault = {
    wasReached: () => calls > n,
    end: () => {
      object[name] = original;
    },
  };
  object[name] = call;
}

/** The first of these that says something. */
export const said = async (...places) => {
  const [first, ...others] = places.map((place) => place.filter({ hasText: /\w/ }));
  const place = others.reduce((all, other) => all.or(other), first).first();
  await place.waitFor();
  return place.innerText();
};
