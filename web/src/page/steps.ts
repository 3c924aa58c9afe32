// Back and Forward between the steps of the page: another action, an answer, another form. What was answered stays in
// memory, so no address holds it unless somebody made a link; and beside the address, so that it is found again after a
// reload, as long as the tab is there.
import type { Catalogue } from 'partnercheck';
import { carry, readCarried, type Carried } from '../check/carried.js';
import type { HistoryEntry } from '../check/history-entry.js';
import type { PartnerCheck } from '../check/partner-check.js';

/** The state of a history entry of this page. */
interface State {
  /** Steps of an earlier visit are forgotten. */
  visit: number;
  step: number;
  /** For when the page is loaded again, and its memory gone. */
  carried?: Carried;
}

/** What the guide begins with has an address of its own; where nothing was chosen there is none. */
function addressOf({ step, action, goal }: HistoryEntry): string {
  return step === 'guide' ? `#${goal ?? action}` : step === 'form' ? '#all' : '';
}

/** A browser may refuse, as when it is told too often: then there is no way back to here, and nothing else is lost. */
function tell(how: 'pushState' | 'replaceState', state: Partial<State>, address?: string): void {
  try {
    history[how](state, '', address);
  } catch {
    // Said above.
  }
}

/** `followed` is the fragment that the check has followed already. */
export async function keepSteps(element: PartnerCheck, catalogue: Catalogue, followed: string): Promise<void> {
  const { check } = element;
  const visit = performance.timeOrigin;
  const entries = new Map<number, HistoryEntry>();
  let last: HistoryEntry | undefined;
  // What is on its way back is no step.
  let isReturning = false;
  let keeping: ReturnType<typeof setTimeout> | undefined;

  const holdsLink = (): boolean => location.hash.startsWith('#v');
  const isOwn = (fragment: string): boolean =>
    holdsLink() ||
    fragment === '#all' ||
    catalogue.actions.some(({ type }) => fragment === `#${type}`) ||
    catalogue.plans.some(({ goal }) => fragment === `#${goal}`);
  const entryOf = (state: Partial<State> | null): HistoryEntry | undefined =>
    state?.visit === visit ? entries.get(state.step ?? -1) : undefined;
  const write = (how: 'pushState' | 'replaceState', entry: HistoryEntry): void => {
    const step = entries.size;
    entries.set(step, entry);
    const [page] = location.href.split('#');
    const address = addressOf(entry);
    // A fragment that is nobody's here is left alone.
    const keeps = address === '' && !isOwn(location.hash);
    tell(how, { visit, step }, keeps ? location.href : `${page}${address}`);
  };

  const returnTo = async (entry: HistoryEntry): Promise<void> => {
    isReturning = true;
    try {
      await check.returnTo(entry);
    } finally {
      isReturning = false;
    }
  };

  const keepEntry = (entry: HistoryEntry): void => {
    const kept: Partial<State> = { ...(history.state as State | null), carried: carry(entry) };
    tell('replaceState', kept);
  };
  const keep = (): void => {
    clearTimeout(keeping);
    if (!check.isFromAddress) {
      keepEntry(check.entry);
    }
  };

  const note = (): void => {
    if (isReturning) {
      return;
    }
    clearTimeout(keeping);
    // Browsers refuse to be told at every key.
    keeping = setTimeout(keep, 300);
    const before = last;
    const entry = check.entry;
    last = entry;
    const isStep =
      before?.draft !== entry.draft ||
      before.action !== entry.action ||
      before.goal !== entry.goal ||
      before.step !== entry.step ||
      before.page !== entry.page ||
      (entry.step === 'form' && before.isAnswered !== entry.isAnswered);
    if (check.isFromAddress && holdsLink()) {
      return;
    }
    if (before !== undefined && isStep && !check.isFromAddress) {
      if (!holdsLink()) {
        keepEntry(before);
      }
      write('pushState', entry);
    } else if (isStep || entryOf(history.state as State | null) === undefined) {
      // The first step; an address without a case; or a case that is no longer the one of its link.
      write('replaceState', entry);
    }
  };

  const follow = async (state: unknown): Promise<void> => {
    const known = state as Partial<State> | null;
    const entry = holdsLink() ? undefined : (entryOf(known) ?? readCarried(known?.carried, catalogue));
    await check.followAddress(location.hash);
    if (entry !== undefined) {
      await returnTo(entry);
      last = check.entry;
      write('replaceState', last);
    }
  };

  const carried = readCarried((history.state as Partial<State> | null)?.carried, catalogue);
  if (carried !== undefined) {
    await returnTo(carried);
  }
  element.addEventListener('partner-check-entry', note);
  addEventListener('popstate', ({ state }) => void follow(state));
  addEventListener('partner-check-reload', keep);
  if (location.hash === followed) {
    note();
  } else {
    void follow(null);
  }
}
