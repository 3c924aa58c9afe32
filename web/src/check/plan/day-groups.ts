import type { PlanStep } from 'partnercheck';

export interface DayGroup {
  /** Undefined: no day can be named yet. */
  on: string | undefined;
  steps: PlanStep[];
}

/** The steps of a plan by their day, in its order. */
export function dayGroups(steps: readonly PlanStep[]): DayGroup[] {
  const groups: DayGroup[] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (last !== undefined && last.on === step.on) {
      last.steps.push(step);
    } else {
      groups.push({ on: step.on, steps: [step] });
    }
  }
  return groups;
}
