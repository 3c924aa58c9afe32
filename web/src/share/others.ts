import type { Decision, NextStep } from 'partnercheck';

/** What others than the owner of the profile or account have to do. */
export function othersOf({ next_steps: steps }: Decision): NextStep[] {
  return steps.filter(({ who }) => who !== 'owner');
}
