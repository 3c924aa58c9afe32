// One skill: how many are needed, what if people leave or join, and the first day on which there are fewer.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ForecastAnswer, Skill, SkillQuestion, SkillRow } from 'partnercheck/roster';
import { typed, type Entry } from '../../library/answers/entry.js';
import { readNumber } from '../../library/reading/numbers.js';
import type { WorkerClient } from '../worker-client.js';
import type { RosterHost } from '../host.js';
import { dayField } from './day-field.js';

type Change = { person: string; kind: 'leaves' | 'joins'; day: Entry };

let editions = 0;
function nextEdition(): number {
  editions += 1;
  return editions;
}

export class Forecast {
  private readonly edition = nextEdition();
  private answer: ForecastAnswer | undefined;
  private needed: Entry;
  private changes: readonly Change[] = [];
  private newcomer = '';
  /** Why nobody joined: no name, or one who holds the skill already. */
  private refused: 'skills.no_name' | 'skills.known_name' | undefined;

  constructor(
    private readonly worker: WorkerClient,
    private readonly changed: () => void,
    private readonly fail: (failure: unknown) => void,
    private readonly today: string,
    readonly skill: Skill,
    private readonly people: number,
  ) {
    const all = Math.max(1, skill.holders);
    this.needed = typed(String(all), all);
  }

  /** Of the changes, those whose day can be read. */
  async ask(): Promise<void> {
    const { value: needed } = this.needed;
    const changes = this.changes.flatMap(({ person, kind, day: { value } }) =>
      typeof value === 'string' ? [{ person, [`${kind}_on`]: value }] : [],
    );
    try {
      this.answer = await this.worker.ask('forecast', [
        { skill: this.skill.skill, ...(typeof needed === 'number' ? { needed } : {}), changes } satisfies SkillQuestion,
      ]);
    } catch (failure) {
      this.fail(failure);
    }
    this.changed();
  }

  private set(changes: readonly Change[]): void {
    this.changes = changes;
    void this.ask();
  }

  private readonly leave = (person: string, leaves: boolean): void => {
    const others = this.changes.filter((change) => change.kind !== 'leaves' || change.person !== person);
    this.set(leaves ? [...others, { person, kind: 'leaves', day: typed(this.today, this.today) }] : others);
  };

  private readonly rows = (from: number, count: number): Promise<SkillRow[]> =>
    this.worker.ask('skillRows', [{ skill: this.skill.skill }, from, count]);

  private async join(): Promise<void> {
    const person = this.newcomer.trim();
    this.refused = person === '' ? 'skills.no_name' : (await this.holds(person)) ? 'skills.known_name' : undefined;
    if (this.refused === undefined) {
      this.newcomer = '';
      this.set([...this.changes, { person, kind: 'joins', day: typed(this.today, this.today) }]);
    } else {
      this.changed();
    }
  }

  /** Nobody counts twice: their joining would change nothing, and they are told so. */
  private async holds(person: string): Promise<boolean> {
    if (this.changes.some((change) => change.kind === 'joins' && change.person === person)) {
      return true;
    }
    const named = await this.worker.ask('skillRows', [{ skill: this.skill.skill, text: person }, 0, this.people]);
    return named.some((row) => row.person === person && row.holds === true);
  }

  render(roster: RosterHost): TemplateResult {
    const { texts, messages } = roster;
    const { answer, skill, people } = this;
    const needed = typeof this.needed.value === 'number' ? this.needed.value : undefined;
    const leaving = new Set(this.changes.filter(({ kind }) => kind === 'leaves').map(({ person }) => person));
    return html`<section class="card forecast" aria-labelledby="forecast-heading">
      <h2 id="forecast-heading" tabindex="-1">${skill.skill}</h2>
      ${this.neededField(roster)}
      ${
        answer === undefined
          ? nothing
          : answer.type === 'failure'
            ? html`<p class="error" role="alert">${messages.sentences(answer.errors.map((fault) => texts.rows.error(fault)).flatMap(({ message, help }) => [message, help]))}</p>`
            : html`<p id="forecast" role="status">${this.sentence(roster, answer, needed)}</p>
              <partner-check-steps .messages=${messages} .texts=${texts} .series=${answer.series} .needed=${needed}></partner-check-steps>`
      }
      <h3>${texts.t('skills.what_if')}</h3>
      ${
        this.changes.length === 0
          ? nothing
          : html`<ul class="changes-list">
            ${this.changes.map((change, index) => this.change(roster, change, index))}
          </ul>`
      }
      ${this.joinField(roster)}
      <partner-check-holders
        .messages=${messages}
        .texts=${texts}
        .heading=${texts.t('skills.people', { people })}
        .total=${people}
        .edition=${this.edition}
        .rows=${this.rows}
        .leaving=${leaving}
        .leave=${this.leave}
        .fail=${this.fail}
      ></partner-check-holders>
    </section>`;
  }

  private sentence(
    { texts, messages }: RosterHost,
    { series, lost_on: day }: Extract<ForecastAnswer, { type: 'success' }>,
    needed: number | undefined,
  ): string {
    const now = series.slice(0, 1).map(({ on, holders }) => texts.t('skills.now', { day: on, holders }));
    if (needed === undefined) {
      return messages.sentences(now);
    }
    const said =
      day === undefined
        ? texts.t('skills.enough', { needed })
        : texts.t('skills.lost', { day, needed, holders: series.find(({ on }) => on === day)?.holders ?? 0 });
    return messages.sentences([...now, said]);
  }

  private neededField({ texts, messages }: RosterHost): TemplateResult {
    const isWrong = this.needed.value === undefined;
    return html`<div class="field ${isWrong ? 'has-error' : ''}">
      <label for="needed">${texts.t('skills.needed')}</label>
      ${isWrong ? html`<p class="error" id="needed-error">${texts.t('skills.needed_number')}</p>` : nothing}
      <input
        id="needed"
        class="narrow"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        aria-invalid=${isWrong ? 'true' : nothing}
        aria-describedby=${isWrong ? 'needed-error' : nothing}
        .value=${live(this.needed.text)}
        @input=${(event: Event) => {
          const { value } = event.target as HTMLInputElement;
          this.needed = typed(value, readNumber(value, messages.locale));
          void this.ask();
        }}
      />
    </div>`;
  }

  private change(roster: RosterHost, { person, kind, day }: Change, index: number): TemplateResult {
    const { texts } = roster;
    const others = this.changes.filter((_, at) => at !== index);
    return html`<li>
      ${dayField(roster, {
        id: `change-${index}`,
        label: texts.t(kind === 'leaves' ? 'skills.leaves_on' : 'skills.joins_on', { person }),
        hints: [],
        error: day.value === undefined ? texts.t('skills.day_missing') : undefined,
        entry: day,
        change: (entry) => this.set(this.changes.map((each, at) => (at === index ? { ...each, day: entry } : each))),
      })}
      <button type="button" class="quiet" aria-label=${texts.t('skills.stays', { person })} @click=${() => this.set(others)}>${texts.t('skills.remove')}</button>
    </li>`;
  }

  private joinField({ texts }: RosterHost): TemplateResult {
    const { refused } = this;
    return html`<form
      class="field join ${refused === undefined ? '' : 'has-error'}"
      novalidate
      autocomplete="off"
      @submit=${(event: Event) => {
        event.preventDefault();
        this.join().catch(this.fail);
      }}
    >
      <label for="newcomer">${texts.t('skills.newcomer')}</label>
      ${refused === undefined ? nothing : html`<p class="error" id="newcomer-error">${texts.t(refused)}</p>`}
      <input
        id="newcomer"
        type="text"
        autocomplete="off"
        spellcheck="false"
        maxlength="200"
        aria-invalid=${refused === undefined ? nothing : 'true'}
        aria-describedby=${refused === undefined ? nothing : 'newcomer-error'}
        .value=${live(this.newcomer)}
        @input=${(event: Event) => {
          this.newcomer = (event.target as HTMLInputElement).value;
        }}
      />
      <button class="secondary" id="join">${texts.t('skills.join')}</button>
    </form>`;
  }
}
