// What if people leave or join: said once, and worked out for every skill; kept under a name, to be compared.
import type { RosterRow, Skill, SkillQuestion } from 'partnercheck/roster';
import { typed, type Entry } from '../../library/answers/entry.js';
import type { WorkerClient } from '../worker-client.js';

/** Who joins holds one skill, as far as one knows; a table of links may say when they can be linked. */
export type Change = { person: string; day: Entry } & (
  | { kind: 'leaves' }
  | { kind: 'joins'; skill: string; link: RosterRow | undefined }
);

/** By skill, the first day on which fewer hold it than are needed; none where there are always enough. */
export type Shortfalls = ReadonlyMap<string, string>;

export interface Saved {
  name: string;
  shortfalls: Shortfalls;
}

export class WhatIf {
  changes: readonly Change[] = [];
  /** How many are needed of every skill; undefined: as many as there are today. */
  neededOfEach: Entry = typed('', undefined);
  private readonly needed = new Map<string, Entry>();
  asItIs: Shortfalls = new Map();
  withChanges: Shortfalls = new Map();
  saved: readonly Saved[] = [];

  constructor(
    private readonly worker: WorkerClient,
    private readonly skills: readonly Skill[],
    private readonly today: string,
    private readonly changed: () => void,
    private readonly fail: (failure: unknown) => void,
  ) {}

  get leaving(): ReadonlySet<string> {
    return new Set(this.changes.filter(({ kind }) => kind === 'leaves').map(({ person }) => person));
  }

  neededFor({ skill, holders }: Skill): Entry {
    const all = Math.max(1, holders);
    return (
      this.needed.get(skill) ??
      (typeof this.neededOfEach.value === 'number' ? this.neededOfEach : typed(String(all), all))
    );
  }

  setNeeded(skill: string, entry: Entry): Promise<void> {
    this.needed.set(skill, entry);
    return this.work();
  }

  setNeededOfEach(entry: Entry): Promise<void> {
    this.neededOfEach = entry;
    this.needed.clear();
    return this.work();
  }

  set(changes: readonly Change[]): Promise<void> {
    this.changes = changes;
    // What was ticked stays ticked while it is worked out.
    this.changed();
    return this.work();
  }

  readonly leave = (person: string, leaves: boolean): void => {
    const others = this.changes.filter((change) => change.kind !== 'leaves' || change.person !== person);
    void this.set(leaves ? [...others, { person, kind: 'leaves', day: typed(this.today, this.today) }] : others);
  };

  /** From the day on which they can be linked, where that is known. */
  join(person: string, skill: string, link: RosterRow | undefined): Promise<void> {
    const { until } = link ?? {};
    const day = until !== undefined && until > this.today ? until : this.today;
    return this.set([...this.changes, { person, kind: 'joins', skill, link, day: typed(day, day) }]);
  }

  joins(person: string, skill: string): boolean {
    return this.changes.some((change) => change.kind === 'joins' && change.person === person && change.skill === skill);
  }

  save(name: string): void {
    this.saved = [...this.saved.filter((each) => each.name !== name), { name, shortfalls: this.withChanges }];
    this.changed();
  }

  forget(name: string): void {
    this.saved = this.saved.filter((each) => each.name !== name);
    this.changed();
  }

  /** Of the changes, those whose day can be read and that are about this skill. */
  questionOf(skill: Skill): SkillQuestion {
    const changes = this.changes.flatMap((change) => {
      const { person, kind, day } = change;
      return typeof day.value === 'string' && (change.kind === 'leaves' || change.skill === skill.skill)
        ? [{ person, [`${kind}_on`]: day.value }]
        : [];
    });
    return { ...this.plainQuestionOf(skill), changes };
  }

  /** For every skill, without the changes and with them. What was asked meanwhile has an answer of its own. */
  async work(): Promise<void> {
    const { changes } = this;
    const count = changes.length;
    try {
      const asked = this.skills.map((skill) => this.plainQuestionOf(skill));
      const asItIs = await this.worker.ask('shortfalls', [asked]);
      const withChanges =
        count === 0
          ? asItIs
          : await this.worker.ask('shortfalls', [this.skills.map((skill) => this.questionOf(skill))]);
      if (this.changes === changes) {
        this.asItIs = new Map(asItIs);
        this.withChanges = new Map(withChanges);
      }
    } catch (failure) {
      this.fail(failure);
    }
    this.changed();
  }

  private plainQuestionOf(skill: Skill): SkillQuestion {
    const { value } = this.neededFor(skill);
    return { skill: skill.skill, ...(typeof value === 'number' ? { needed: value } : {}), changes: [] };
  }
}
