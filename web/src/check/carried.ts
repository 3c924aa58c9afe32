// A form on its way through a reload: written by this page, and read as if somebody else had written it.
import type { Catalogue } from 'partnercheck';
import type { HistoryEntry, Step } from './history-entry.js';
import type { Pointer } from '../library/pointers.js';
import { Answers } from '../library/answers/answers.js';
import type { Entry } from '../library/answers/entry.js';

export interface Carried {
  action: string;
  goal?: string | undefined;
  ruleset: string;
  isAnswered: boolean;
  step: Step;
  answers: (readonly [Pointer, Entry])[];
}

export function carry({ draft, action, goal, isAnswered, step }: HistoryEntry): Carried {
  return { step, action, goal, ruleset: draft.ruleset, isAnswered, answers: [...draft.answers] };
}

/** Undefined when it is none, or when what it names is no longer there. */
export function readCarried(value: unknown, { actions, plans, rulesets }: Catalogue): HistoryEntry | undefined {
  const { action, goal, ruleset, isAnswered, answers, step } = (value ?? {}) as Partial<Carried>;
  const isKnown = actions.some(({ type }) => type === action) && rulesets.some(({ id }) => id === ruleset);
  return isKnown && Array.isArray(answers) && answers.every(isAnswer)
    ? {
        draft: { answers: new Answers(answers), ruleset: ruleset as string },
        action: action as string,
        goal: plans.find((plan) => plan.goal === goal)?.goal,
        isAnswered: isAnswered === true,
        step: step === 'start' || step === 'guide' ? step : 'form',
        page: undefined,
        passed: new Set(),
      }
    : undefined;
}

function isAnswer(row: unknown): boolean {
  const [pointer, entry] = Array.isArray(row) ? (row as [unknown, Partial<Entry> | null]) : [];
  return (
    typeof pointer === 'string' &&
    ['unanswered', 'unknown', 'none', 'given'].includes(entry?.state ?? '') &&
    typeof entry?.text === 'string' &&
    Number.isInteger(entry.rows) &&
    isValue(entry.value)
  );
}

function isValue(value: unknown): boolean {
  return Array.isArray(value)
    ? value.every((item) => typeof item === 'string')
    : ['undefined', 'string', 'number', 'boolean'].includes(typeof value);
}
