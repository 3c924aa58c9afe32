// The envelopes of the answers. What stands in them is generated from the core (contract.ts).
import type {
  ActionType,
  BriefDecision,
  Comparison,
  Dates,
  DateReadings,
  Decision,
  Fault,
  GoalType,
  OpenQuestion,
  ParameterEntry,
  Plan,
  Preview,
  Questions,
  Relation,
  Role,
  RuleId,
} from './contract.js';
import type { MessageKey } from './message-keys.js';

export interface Failure {
  type: 'failure';
  errors: Fault[];
}
export type Answer<T> = ({ type: 'success' } & T) | Failure;

export type CheckAnswer = Answer<{ decision: Decision }>;
export type DecideAnswer = Answer<{ decision: BriefDecision }>;
export type AskAnswer = Answer<Questions>;
export type PreviewAnswer = Answer<Preview>;
export type PlanAnswer = Answer<{ plan: Plan }>;
export type CompareAnswer = Answer<Comparison>;
export type DateAnswer = Answer<DateReadings>;
export type RulesetAnswer = Answer<{ ruleset: Ruleset }>;

/** Where something of the timeline stands, and since when it holds. */
export interface TimelineEntry {
  source: string;
  from: string;
  verified: string;
}
export interface Ruleset {
  id: string;
  as_of: string;
  beyond: boolean;
  based_on?: string;
  parameters: Record<string, ParameterEntry & { unit: string }>;
  rules: Record<string, TimelineEntry>;
}
export type FactRow = Omit<OpenQuestion, 'settles'>;
export interface ActionRow {
  type: ActionType;
  subject: string;
  title: MessageKey;
  group: string;
  kind: string;
  parameters: string[];
  required: string[];
  dates: (keyof Dates)[];
  rules: RuleId[];
  facts: string[];
}
/** A goal that `plan` takes. */
export interface PlanRow {
  goal: GoalType;
  title: string;
  group: string;
  /** Members of the goal, and those without which it is none. */
  parameters: string[];
  required: string[];
  /** That its steps can be; none: every action. */
  actions: ActionType[];
  /** JSON pointers of all that it reads. */
  facts: string[];
}
export interface RuleRow {
  id: RuleId;
  subject: string;
  title: MessageKey;
  actions: ActionType[];
  facts: string[];
  messages: MessageKey[];
  parameters: string[];
}
export interface Source {
  id: string;
  document: string;
  title: string;
  locale: string;
  handed_off: string;
  url: string;
  kind: 'seed' | 'linked' | 'beyond';
}
export interface Catalogue {
  type: 'success';
  default_ruleset: string;
  calendar: { first: string; last: string };
  statuses: string[];
  outcomes: string[];
  relations: Relation[];
  roles: Role[];
  goals: GoalType[];
  /** Their English names; the core knows those of the other languages too. */
  competencies: string[];
  subjects: string[];
  groups: string[];
  kinds: string[];
  actions: ActionRow[];
  plans: PlanRow[];
  facts: FactRow[];
  rules: RuleRow[];
  rulesets: Ruleset[];
  sources: Source[];
  support_routes: { id: string; url: string; source: string }[];
  /** Pages that the documents send their readers to, and the actions they help with. */
  further_reading: { id: string; url: string; source: string; actions: ActionType[] }[];
  schema: object;
}
