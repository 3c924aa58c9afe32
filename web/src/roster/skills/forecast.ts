// One skill: how many are needed, who holds it, and the first day on which there are fewer.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { calledOf, type ForecastAnswer, type Skill, type SkillRow } from 'partnercheck/roster';
import { typed } from '../../library/answers/entry.js';
import { readNumber } from '../../library/reading/numbers.js';
import type { Both } from '../both/both.js';
import type { WorkerClient } from '../worker-client.js';
import type { RosterHost } from '../host.js';
import { countedOf } from '../table-form.js';
import type { WhatIf } from './what-if.js';

let editions = 0;
function nextEdition(): number {
  editions += 1;
  return editions;
}

export class Forecast {
  private readonly edition = nextEdition();
  private answer: ForecastAnswer | undefined;
  private newcomer = '';
  /** Why nobody joined: no name, or one who holds the skill already. */
  private refused: 'skills.no_name' | 'skills.known_name' | undefined;

  constructor(
    private readonly worker: WorkerClient,
    private readonly changed: () => void,
    private readonly fail: (failure: unknown) => void,
    private readonly whatIf: WhatIf,
    readonly skill: Skill,
    private readonly people: number,
    private readonly both: Both,
  ) {}

  async ask(): Promise<void> {
    try {
      this.answer = await this.worker.ask('forecast', [this.whatIf.questionOf(this.skill)]);
    } catch (failure) {
      this.fail(failure);
    }
    this.changed();
  }

  private readonly rows = (from: number, count: number): Promise<SkillRow[]> =>
    this.worker.ask('skillRows', [{ skill: this.skill.skill }, from, count]);

  private async join(): Promise<void> {
    const said = this.newcomer.trim();
    const { link, skill } = (await this.both.find(said)) ?? {};
    // As the table of skills names them, where it does.
    const person = skill?.person ?? link?.person ?? said;
    this.refused = person === '' ? 'skills.no_name' : (await this.holds(person)) ? 'skills.known_name' : undefined;
    if (this.refused === undefined) {
      this.newcomer = '';
      await this.whatIf.join(person, this.skill.skill, link);
    } else {
      this.changed();
    }
  }

  /** Nobody counts twice: their joining would change nothing, and they are told so. */
  private async holds(person: string): Promise<boolean> {
    if (this.whatIf.joins(person, this.skill.skill)) {
      return true;
    }
    const named = await this.worker.ask('skillRows', [{ skill: this.skill.skill, text: person }, 0, this.people]);
    return named.some((row) => row.person === person && row.holds === true);
  }

  render(roster: RosterHost): TemplateResult {
    const { texts, messages } = roster;
    const { answer, skill, people, whatIf } = this;
    const { value } = whatIf.neededFor(skill);
    const needed = typeof value === 'number' ? value : undefined;
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
      ${this.joinField(roster)}
      <partner-check-holders
        .messages=${messages}
        .texts=${texts}
        .heading=${texts.t(`${countedOf(roster.look)}.people`, { people })}
        .ofSkill=${true}
        .total=${people}
        .edition=${this.edition}
        .rows=${this.rows}
        .leaving=${whatIf.leaving}
        .leave=${whatIf.leave}
        .fail=${this.fail}
      ></partner-check-holders>
    </section>`;
  }

  private sentence(
    { texts, messages, look }: RosterHost,
    { series, lost_on: day }: Extract<ForecastAnswer, { type: 'success' }>,
    needed: number | undefined,
  ): string {
    const now = series.slice(0, 1).map(({ on, holders }) => texts.t(`${countedOf(look)}.now`, { day: on, holders }));
    if (needed === undefined) {
      return messages.sentences(now);
    }
    const said =
      day === undefined
        ? texts.t('skills.enough', { needed })
        : texts.t('skills.lost', { day, needed, holders: series.find(({ on }) => on === day)?.holders ?? 0 });
    return messages.sentences([...now, said]);
  }

  private neededField({ texts, messages, look }: RosterHost): TemplateResult {
    const { skill, whatIf } = this;
    const { value, text } = whatIf.neededFor(skill);
    const isWrong = value === undefined;
    return html`<div class="field ${isWrong ? 'has-error' : ''}">
      <label for="needed">${texts.t(`${countedOf(look)}.needed`)}</label>
      ${isWrong ? html`<p class="error" id="needed-error">${texts.t('skills.needed_number')}</p>` : nothing}
      <input
        id="needed"
        class="narrow"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        aria-invalid=${isWrong ? 'true' : nothing}
        aria-describedby=${isWrong ? 'needed-error' : nothing}
        .value=${live(text)}
        @input=${(event: Event) => {
          const { value: said } = event.target as HTMLInputElement;
          void whatIf.setNeeded(skill.skill, typed(said, readNumber(said, messages.locale)));
        }}
      />
    </div>`;
  }

  private joinField({ texts, look }: RosterHost): TemplateResult {
    const { refused, both } = this;
    const describedBy = [
      ...(both.others.length === 0 ? [] : ['newcomer-hint']),
      ...(refused === undefined ? [] : ['newcomer-error']),
    ];
    return html`<form
      class="field join ${refused === undefined ? '' : 'has-error'}"
      novalidate
      autocomplete="off"
      @submit=${(event: Event) => {
        event.preventDefault();
        this.join().catch(this.fail);
      }}
    >
      <label for="newcomer">${texts.t(`${countedOf(look)}.newcomer`)}</label>
      ${refused === undefined ? nothing : html`<p class="error" id="newcomer-error">${texts.t(refused)}</p>`}
      ${
        both.others.length === 0
          ? nothing
          : html`<p class="hint" id="newcomer-hint">${texts.t('skills.newcomer.hint')}</p>
              <datalist id="others">${both.others.map((row) => html`<option value=${row.person}>${calledOf(row, texts.rows)}</option>`)}</datalist>`
      }
      <input
        id="newcomer"
        type="text"
        list=${both.others.length === 0 ? nothing : 'others'}
        autocomplete="off"
        spellcheck="false"
        maxlength="200"
        aria-invalid=${refused === undefined ? nothing : 'true'}
        aria-describedby=${describedBy.length === 0 ? nothing : describedBy.join(' ')}
        .value=${live(this.newcomer)}
        @input=${(event: Event) => {
          this.newcomer = (event.target as HTMLInputElement).value;
        }}
      />
      <button class="secondary" id="join">${texts.t('skills.join')}</button>
    </form>`;
  }
}
