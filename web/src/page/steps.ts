// Back and Forward between the steps of the page: another action, an answer, another form. What was answered stays in
// memory, so no address holds it unless somebody made a link; and it crosses a reload only when the page asked for that.
import type { Catalogue } from 'partnercheck';
import { carry, readCarried, type Carried } from '../check/carried.js';
import type { HistoryEntry } from '../check/history-entry.js';
import type { PartnerCheck } from '../check/partner-check.js';

/** The state of a history entry of this page. */
interface State {
  /** Steps of an earlier visit are forgotten. */
  visit: number;
  step: number;
  /** Only while the page is loaded again. */
  carried?: Carried;
}

/** What the guide begins with has an address of its own; where nothing was chosen there is none. */
function addressOf({ step, action }: HistoryEntry): string {
  return step === 'guide' ? `#${action}` : step === 'form' ? '#all' : '';
}

/** `followed` is the fragment that the check has followed already. */
export function keepSteps(element: PartnerCheck, catalogue: Catalogue, followed: string): void {
  const { check } = element;
  const visit = performance.timeOrigin;
  const entries = new Map<number, HistoryEntry>();
  let last: HistoryEntry | undefined;

  const holdsLink = (): boolean => location.hash.startsWith('#v');
  const isOwn = (fragment: string): boolean =>
    holdsLink() || fragment === '#all' || catalogue.actions.some(({ type }) => fragment === `#${type}`);
  const entryOf = (state: Partial<State> | null): HistoryEntry | undefined =>
    state?.visit === visit ? entries.get(state.step ?? -1) : undefined;
  const write = (how: 'pushState' | 'replaceState', entry: HistoryEntry): void => {
    const step = entries.size;
    entries.set(step, entry);
    const [page] = location.href.split('#');
    const address = addressOf(entry);
    // A fragment that is nobody's here is left alone.
    const keeps = address === '' && !isOwn(location.hash);
    history[how]({ visit, step } satisfies State, '', keeps ? location.href : `${page}${address}`);
  };

  const note = (): void => {
    const before = last;
    const entry = check.entry;
    last = entry;
    const isStep =
      before?.draft !== entry.draft ||
      before.action !== entry.action ||
      before.step !== entry.step ||
      before.page !== entry.page ||
      (entry.step === 'form' && before.isAnswered !== entry.isAnswered);
    if (check.isFromAddress && holdsLink()) {
      return;
    }
    if (before !== undefined && isStep && !check.isFromAddress) {
      write('pushState', entry);
    } else if (isStep || entryOf(history.state as State | null) === undefined) {
      // The first step; an address without a case; or a case that is no longer the one of its link.
      write('replaceState', entry);
    }
  };

  const follow = async (state: unknown): Promise<void> => {
    const entry = holdsLink() ? undefined : entryOf(state as State | null);
    await check.followAddress(location.hash);
    if (entry !== undefined) {
      check.returnTo(entry);
      last = check.entry;
      write('replaceState', last);
    }
  };

  const carried = readCarried((history.state as Partial<State> | null)?.carried, catalogue);
  if (carried !== undefined) {
    check.returnTo(carried);
  }
  element.addEventListener('partner-check-entry', note);
  addEventListener('popstate', ({ state }) => void follow(state));
  addEventListener('partner-check-reload', () => {
    if (!check.isFromAddress) {
      history.replaceState({ visit, step: -1, carried: carry(check.entry) } satisfies State, '');
    }
  });
  if (location.hash === followed) {
    note();
  } else {
    void follow(null);
  }
}
