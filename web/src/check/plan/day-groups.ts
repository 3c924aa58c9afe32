import type { PlanStep } from 'partnercheck';

export interface DayGroup {
  /** Undefined: no day can be named yet. */
  on: string | undefined;
  steps: PlanStep[];
}

/** The steps of a plan by their day, those without one last; on a day in the order of the plan. */
export function dayGroups(steps: readonly PlanStep[]): DayGroup[] {
  const days = new Map<string | undefined, PlanStep[]>();
  for (const step of steps) {
    days.set(step.on, [...(days.get(step.on) ?? []), step]);
  }
  return [...days]
    .map(([on, those]) => ({ on, steps: those }))
    .sort((one, other) => (one.on ?? '9').localeCompare(other.on ?? '9'));
}
