// What the page really fetches, as the browser reports it, so that nobody has to take its promise on trust.

export interface Requests {
  /** To the host of the page, since somebody first pressed a key or a button here. */
  own: number;
  /** To any other host, since the page was opened. */
  others: number;
}

export function countRequests(tell: (requests: Requests) => void): void {
  const seen: PerformanceEntry[] = [];
  let began = Infinity;
  const count = (): void => {
    const own = seen.filter(({ name, startTime }) => isOwn(name) && startTime >= began).length;
    tell({ own, others: seen.filter(({ name }) => !isOwn(name)).length });
  };
  for (const type of ['pointerdown', 'keydown']) {
    addEventListener(type, ({ timeStamp }) => (began = Math.min(began, timeStamp)), { capture: true, once: true });
  }
  new PerformanceObserver((list) => {
    seen.push(...list.getEntries().filter(({ name }) => /^(http|ws)s?:/.test(name)));
    count();
  }).observe({ type: 'resource', buffered: true });
  count();
}

function isOwn(url: string): boolean {
  return new URL(url).origin === location.origin;
}
