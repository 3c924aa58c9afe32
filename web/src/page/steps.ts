// Back and Forward between the steps of the page: another action, an answer, another form. What was answered stays in
// memory, so no address holds it unless somebody made a link; and it crosses a reload only when the page asked for that.
import type { Catalogue } from 'partnercheck';
import { carry, readCarried, type Carried } from '../check/carried.js';
import type { Moment, PartnerCheck } from '../check/partner-check.js';

/** The state of a history entry of this page. */
interface State {
  /** Steps of an earlier visit are forgotten. */
  visit: number;
  step: number;
  /** Only while the page is loaded again. */
  carried?: Carried;
}

/** What the guide begins with has an address of its own; where nothing was chosen there is none. */
function addressOf({ step, action }: Moment): string {
  return step === 'guide' ? `#${action}` : step === 'form' ? '#all' : '';
}

/** `followed` is the fragment that the check has followed already. */
export function keepSteps(check: PartnerCheck, catalogue: Catalogue, followed: string): void {
  const visit = performance.timeOrigin;
  const moments = new Map<number, Moment>();
  let last: Moment | undefined;

  const holdsLink = (): boolean => location.hash.startsWith('#v');
  const isOwn = (fragment: string): boolean =>
    holdsLink() || fragment === '#all' || catalogue.actions.some(({ type }) => fragment === `#${type}`);
  const momentOf = (state: Partial<State> | null): Moment | undefined =>
    state?.visit === visit ? moments.get(state.step ?? -1) : undefined;
  const write = (how: 'pushState' | 'replaceState', moment: Moment): void => {
    const step = moments.size;
    moments.set(step, moment);
    const [page] = location.href.split('#');
    const address = addressOf(moment);
    // A fragment that is nobody's here is left alone.
    const keeps = address === '' && !isOwn(location.hash);
    history[how]({ visit, step } satisfies State, '', keeps ? location.href : `${page}${address}`);
  };

  const note = (): void => {
    const before = last;
    const moment = check.moment;
    last = moment;
    const isStep =
      before?.draft !== moment.draft ||
      before.action !== moment.action ||
      before.step !== moment.step ||
      before.page !== moment.page ||
      (moment.step === 'form' && before.isAnswered !== moment.isAnswered);
    if (check.isFromAddress && holdsLink()) {
      return;
    }
    if (before !== undefined && isStep && !check.isFromAddress) {
      write('pushState', moment);
    } else if (isStep || momentOf(history.state as State | null) === undefined) {
      // The first step; an address without a case; or a case that is no longer the one of its link.
      write('replaceState', moment);
    }
  };

  const follow = async (state: unknown): Promise<void> => {
    const moment = holdsLink() ? undefined : momentOf(state as State | null);
    await check.followAddress(location.hash);
    if (moment !== undefined) {
      check.returnTo(moment);
      last = check.moment;
      write('replaceState', last);
    }
  };

  const carried = readCarried((history.state as Partial<State> | null)?.carried, catalogue);
  if (carried !== undefined) {
    check.returnTo(carried);
  }
  check.addEventListener('partner-check-moment', note);
  addEventListener('popstate', ({ state }) => void follow(state));
  addEventListener('partner-check-reload', () => {
    if (!check.isFromAddress) {
      history.replaceState({ visit, step: -1, carried: carry(check.moment) } satisfies State, '');
    }
  });
  if (location.hash === followed) {
    note();
  } else {
    void follow(null);
  }
}
