// What a table of skills says: who stands in the old system only, who holds which skill, and what comes of one of them.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Catalogue } from 'partnercheck';
import type { Skill, SkillRow, SkillRowsRequest, SkillsAnswer, SkillsRequest } from 'partnercheck/roster';
import { downloadFile } from '../../library/download.js';
import { sourceView } from '../../library/view/findings.js';
import type { WorkerClient } from '../worker-client.js';
import type { Both } from '../both/both.js';
import { Asking, type Shower } from '../asking.js';
import { faultsView } from '../faults-view.js';
import { RosterError } from '../worker-messages.js';
import type { RosterHost } from '../host.js';
import { countedOf } from '../table-form.js';
import { typed } from '../../library/answers/entry.js';
import { readNumber } from '../../library/reading/numbers.js';
import { Forecast } from './forecast.js';
import { WhatIf, type Shortfalls } from './what-if.js';
import { whatIfView } from './what-if-view.js';

/** In the list of skills. */
const mostShown = 200;
const oldSystem: SkillRowsRequest = { old_system_only: true };

type Found = Extract<SkillsAnswer, { type: 'success' }>;

export class SkillsResults extends Asking {
  private found: { request: SkillsRequest; answer: Found } | undefined;
  private forecast: Forecast | undefined;
  private whatIf: WhatIf | undefined;
  private search = '';
  /** Of the skills, only those of which there are too few at some time. */
  private onlyShort = false;
  /** The people whom the search finds: rows of another search are void. */
  private people = { text: '', found: 0, edition: 0 };
  /** Rows of another table are void. */
  private edition = 0;
  private status = '';

  constructor(
    worker: WorkerClient,
    shower: Shower,
    private readonly both: Both,
  ) {
    super(worker, shower);
  }

  begin(request: SkillsRequest, answer: Found): void {
    this.found = { request, answer };
    this.forecast = undefined;
    this.search = '';
    this.onlyShort = false;
    this.status = '';
    this.edition += 1;
    this.people = { text: '', found: answer.totals.people, edition: this.edition };
    this.whatIf = new WhatIf(
      this.worker,
      answer.skills,
      request.today,
      () => {
        this.changed();
        void this.forecast?.ask();
      },
      this.fail,
    );
    void this.whatIf.work();
  }

  /** The first day that can be read in two ways. */
  get ambiguousDay(): string | undefined {
    const value = this.found?.answer.faults.find(({ code }) => code === 'cell.date_ambiguous')?.details?.value;
    return value === undefined ? undefined : String(value);
  }

  private readonly oldSystemRows = (from: number, count: number): Promise<SkillRow[]> =>
    this.worker.ask('skillRows', [oldSystem, from, count]);

  /** Of the people in the table. */
  private get searched(): SkillRowsRequest {
    const text = this.people.text.trim();
    return text === '' ? {} : { text };
  }

  private readonly peopleRows = (from: number, count: number): Promise<SkillRow[]> =>
    this.worker.ask('skillRows', [this.searched, from, count]);

  private readonly searchPeople = async (text: string): Promise<void> => {
    this.people = { ...this.people, text };
    this.changed();
    await this.doing(async () => {
      const view = await this.worker.ask('viewSkills', [this.searched]);
      // What was typed meanwhile gets an answer of its own.
      if (view.type === 'success' && this.people.text === text) {
        this.people = { text, found: view.people, edition: this.people.edition + 1 };
      }
    });
  };

  private async choose(roster: RosterHost, skill: Skill): Promise<void> {
    try {
      const view = await this.worker.ask('viewSkills', [{ skill: skill.skill }]);
      if (view.type === 'failure' || this.whatIf === undefined) {
        throw new RosterError('failed');
      }
      this.forecast = new Forecast(this.worker, this.changed, this.fail, this.whatIf, skill, view.people, this.both);
      await this.forecast.ask();
      await roster.focusOn('#forecast-heading');
    } catch (failure) {
      this.fail(failure);
    }
  }

  render(roster: RosterHost, catalogue: Catalogue): TemplateResult | typeof nothing {
    if (this.found === undefined) {
      return nothing;
    }
    const { texts, messages } = roster;
    const { request, answer } = this.found;
    const { totals, faults } = answer;
    return html`<section class="card results" part="results" aria-labelledby="results-heading">
        <h2 id="results-heading" tabindex="-1">${texts.t(`${countedOf(roster.look)}.totals`, { people: totals.people, skills: totals.skills })}</h2>
        <p class="hint">${texts.t('skills.rows', { rows: totals.rows })} ${messages.t('answer.asked_on', { today: totals.today })}</p>
        ${assumptions(roster, catalogue, request)} ${countField(roster)}
      </section>
      ${faultsView(roster, faults, totals)} ${request.columns?.pmc === undefined || request.columns.pc === undefined ? nothing : this.oldSystem(roster, answer, request)}
      ${
        this.whatIf === undefined || totals.people === 0
          ? nothing
          : html`<div class="skills-and-what-if">
              ${whatIfView(roster, this.whatIf, { ...this.people, rows: this.peopleRows, search: this.searchPeople, fail: this.fail })}
              ${this.skills(roster, answer, this.whatIf)}
            </div>`
      }
      ${this.forecast?.render(roster) ?? nothing}`;
  }

  private oldSystem(roster: RosterHost, { totals }: Found, { moved_on: moved }: SkillsRequest): TemplateResult {
    const { texts, messages } = roster;
    const { old_system_only: people, old_system_ends: day } = totals;
    const ends = day === undefined ? texts.t('skills.no_day') : messages.words.date(day);
    return html`<section class="card people" part="people" aria-labelledby="old-heading">
      <h2 id="old-heading">${texts.t('skills.old', { people })}</h2>
      ${
        people === 0
          ? nothing
          : html`<p id="old-ends">${day !== undefined ? texts.t('skills.old_ends', { day }) : texts.t(moved === undefined ? 'skills.old_unknown' : 'skills.counts_unstated')}</p>
            <partner-check-holders
              .messages=${messages}
              .texts=${texts}
              .heading=${texts.t('skills.old', { people })}
              .total=${people}
              .edition=${this.edition}
              .rows=${this.oldSystemRows}
              .ends=${ends}
              .fail=${this.fail}
            ></partner-check-holders>
            <div class="files">
              <button type="button" class="secondary" id="save-old" @click=${() => this.save(roster, day ?? ends)}>${texts.t('skills.old_csv')}</button>
              <span role="status">${this.status}</span>
            </div>`
      }
    </section>`;
  }

  private async save({ texts }: RosterHost, ends: string): Promise<void> {
    try {
      const header = (['row.person', 'row.name', 'row.skills', 'row.ends_on'] as const).map((key) => texts.t(key));
      downloadFile('partner-check-old-system.csv', await this.worker.ask('writeOldSystem', [header, ends]));
      this.status = texts.t('files.saved');
      this.changed();
    } catch (failure) {
      this.fail(failure);
    }
  }

  private skills(roster: RosterHost, { skills }: Found, whatIf: WhatIf): TemplateResult {
    const { texts } = roster;
    const counted = countedOf(roster.look);
    const wanted = this.search.toLowerCase();
    const found = skills.filter(
      ({ skill }) => skill.toLowerCase().includes(wanted) && (!this.onlyShort || whatIf.withChanges.has(skill)),
    );
    return html`<section class="card" part="numbers" aria-labelledby="skills-heading">
      <h2 id="skills-heading">${texts.t(`${counted}.heading`)}</h2>
      <p id="shortfalls" role="status">${shortfallSentence(roster, whatIf.withChanges, skills.length)}</p>
      ${this.filters(roster, whatIf)}
      <p class="hint">${texts.t(`${counted}.choose`)} ${texts.t(`${counted}.found`, { shown: Math.min(found.length, mostShown), found: found.length })}</p>
      <div class="scroller" role="region" aria-labelledby="skills-heading" tabindex="0">
        <table id="skills">
          <thead>
            <tr>
              ${([counted === 'skills' ? 'row.skill' : 'row.competency', 'row.holders', 'row.needed', 'row.too_few_from'] as const).map((key) => html`<th scope="col">${texts.t(key)}</th>`)}
              ${whatIf.changes.length === 0 ? nothing : html`<th scope="col">${texts.t('row.with_changes')}</th>`}
              ${whatIf.saved.map(({ name }) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${found.slice(0, mostShown).map((skill) => this.skillRow(roster, skill, whatIf))}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private skillRow(roster: RosterHost, skill: Skill, whatIf: WhatIf): TemplateResult {
    const { texts, messages } = roster;
    const name = skill.skill;
    const dayOf = (shortfalls: Shortfalls): TemplateResult => {
      const day = shortfalls.get(name);
      return html`<td>${day === undefined ? texts.t('skills.always') : html`<time datetime=${day}>${messages.words.date(day)}</time>`}</td>`;
    };
    const { value, text } = whatIf.neededFor(skill);
    return html`<tr>
      <th scope="row">
        <button type="button" class="quiet skill" aria-pressed=${this.forecast?.skill.skill === name ? 'true' : 'false'} @click=${() => this.choose(roster, skill)}>
          ${name}
        </button>
      </th>
      <td>${texts.t('number', { number: skill.holders })}</td>
      <td>
        <input
          class="needed"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          aria-label=${texts.t('skills.needed_of', { skill: name })}
          aria-invalid=${value === undefined ? 'true' : nothing}
          .value=${live(text)}
          @input=${(event: Event) => {
            const said = (event.target as HTMLInputElement).value;
            void whatIf.setNeeded(name, typed(said, readNumber(said, messages.locale)));
          }}
        />
      </td>
      ${dayOf(whatIf.asItIs)} ${whatIf.changes.length === 0 ? nothing : dayOf(whatIf.withChanges)}
      ${whatIf.saved.map(({ shortfalls }) => dayOf(shortfalls))}
    </tr>`;
  }

  private filters({ texts, messages, look }: RosterHost, whatIf: WhatIf): TemplateResult {
    const counted = countedOf(look);
    return html`<div class="filters">
      <div class="field">
        <label for="skill-search">${texts.t(`${counted}.search`)}</label>
        <input
          id="skill-search"
          type="text"
          autocomplete="off"
          spellcheck="false"
          .value=${live(this.search)}
          @input=${(event: Event) => {
            this.search = (event.target as HTMLInputElement).value;
            this.changed();
          }}
        />
      </div>
      <div class="field">
        <label for="needed-of-each">${texts.t(`${counted}.needed_of_each`)}</label>
        <input
          id="needed-of-each"
          class="narrow"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          placeholder=${texts.t('skills.as_today')}
          .value=${live(whatIf.neededOfEach.text)}
          @input=${(event: Event) => {
            const said = (event.target as HTMLInputElement).value;
            void whatIf.setNeededOfEach(typed(said, readNumber(said, messages.locale)));
          }}
        />
      </div>
      <label class="choice">
        <input
          type="checkbox"
          id="only-short"
          .checked=${live(this.onlyShort)}
          @change=${(event: Event) => {
            this.onlyShort = (event.target as HTMLInputElement).checked;
            this.changed();
          }}
        />
        <span>${texts.t(`${counted}.only_short`)}</span>
      </label>
    </div>`;
  }
}

/** Of a report that names both: by which of them people are counted. */
function countField({ texts, look, setColumn, run }: RosterHost): TemplateResult | typeof nothing {
  const { competencies } = look;
  if (competencies?.skill === undefined) {
    return nothing;
  }
  const [other, column] =
    countedOf(look) === 'skills'
      ? (['competencies', competencies.competency] as const)
      : (['skills', competencies.skill] as const);
  return html`<p class="buttons">
    <button
      type="button"
      class="secondary"
      id="count-otherwise"
      @click=${() => {
        setColumn('skill', column);
        void run();
      }}
    >
      ${texts.t(`${other}.count`)}
    </button>
  </p>`;
}

/** How many skills fall short, and when first. */
function shortfallSentence({ texts, look }: RosterHost, shortfalls: Shortfalls, skills: number): string {
  const [day] = [...shortfalls.values()].sort();
  const counted = countedOf(look);
  return day === undefined
    ? texts.t(`${counted}.none_short`, { skills })
    : texts.t(`${counted}.short`, { count: shortfalls.size, skills, day });
}

/** Who counts and until when. */
function assumptions(
  { texts, messages, look }: RosterHost,
  catalogue: Catalogue,
  { ruleset }: SkillsRequest,
): TemplateResult {
  const inForce = catalogue.rulesets.find(({ id }) => id === ruleset);
  const { value: months, source } = inForce?.parameters['skills_report.old_system_months'] ?? {};
  return html`<ul class="assumptions">
    <li>${texts.t('skills.counts_through')}</li>
    <li>
      ${typeof months === 'number' ? texts.t('skills.counts_months', { months }) : texts.t('skills.counts_unstated')} ${sourceView(messages, catalogue, source)}
    </li>
    <li>${texts.t('skills.counts_nowhere')}</li>
    ${
      countedOf(look) === 'skills'
        ? nothing
        : html`<li>${texts.t('competencies.numbers')} ${sourceView(messages, catalogue, inForce?.rules['learning_option.silver_competency']?.source)}</li>
            <li>${texts.t('competencies.counts')}</li>`
    }
  </ul>`;
}
