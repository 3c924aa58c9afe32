// What a table of skills says: who stands in the old system only, who holds which skill, and what comes of one of them.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Catalogue } from 'partnercheck';
import type { Skill, SkillRow, SkillRowsRequest, SkillsAnswer, SkillsRequest } from 'partnercheck/roster';
import { downloadFile } from '../../library/download.js';
import { sourceView } from '../../library/view/findings.js';
import type { WorkerClient } from '../worker-client.js';
import { faultsView } from '../faults-view.js';
import { RosterError } from '../worker-messages.js';
import type { RosterHost } from '../host.js';
import { Forecast } from './forecast.js';

/** In the list of skills. */
const mostShown = 200;
const oldSystem: SkillRowsRequest = { old_system_only: true };

type Found = Extract<SkillsAnswer, { type: 'success' }>;

export class SkillsResults {
  private found: { request: SkillsRequest; answer: Found } | undefined;
  private forecast: Forecast | undefined;
  private search = '';
  /** Rows of another table are void. */
  private edition = 0;
  private status = '';

  constructor(
    private readonly worker: WorkerClient,
    private readonly changed: () => void,
    private readonly fail: (failure: unknown) => void,
  ) {}

  begin(request: SkillsRequest, answer: Found): void {
    this.found = { request, answer };
    this.forecast = undefined;
    this.search = '';
    this.status = '';
    this.edition += 1;
  }

  /** The first day that can be read in two ways. */
  get ambiguousDay(): string | undefined {
    const value = this.found?.answer.faults.find(({ code }) => code === 'cell.date_ambiguous')?.details?.value;
    return value === undefined ? undefined : String(value);
  }

  private readonly oldSystemRows = (from: number, count: number): Promise<SkillRow[]> =>
    this.worker.ask('skillRows', [oldSystem, from, count]);

  private async choose(roster: RosterHost, skill: Skill): Promise<void> {
    try {
      const view = await this.worker.ask('viewSkills', [{ skill: skill.skill }]);
      if (view.type === 'failure' || this.found === undefined) {
        throw new RosterError('failed');
      }
      this.forecast = new Forecast(this.worker, this.changed, this.fail, this.found.request.today, skill, view.people);
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
    return html`<section class="card results" aria-labelledby="results-heading">
        <h2 id="results-heading" tabindex="-1">${texts.t('skills.totals', { people: totals.people, skills: totals.skills })}</h2>
        <p class="hint">${texts.t('skills.rows', { rows: totals.rows })} ${messages.t('answer.asked_on', { today: totals.today })}</p>
        ${assumptions(roster, catalogue, request)}
      </section>
      ${faultsView(roster, faults, totals)} ${request.columns?.pmc === undefined || request.columns.pc === undefined ? nothing : this.oldSystem(roster, answer, request)}
      ${this.skills(roster, answer)} ${this.forecast?.render(roster) ?? nothing}`;
  }

  private oldSystem(roster: RosterHost, { totals }: Found, { moved_on: moved }: SkillsRequest): TemplateResult {
    const { texts, messages } = roster;
    const { old_system_only: people, old_system_ends: day } = totals;
    const ends = day === undefined ? texts.t('skills.no_day') : messages.words.date(day);
    return html`<section class="card people" aria-labelledby="old-heading">
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
      const header = (['row.person', 'row.skills', 'row.ends_on'] as const).map((key) => texts.t(key));
      downloadFile('partner-check-old-system.csv', await this.worker.ask('writeOldSystem', [header, ends]));
      this.status = texts.t('files.saved');
      this.changed();
    } catch (failure) {
      this.fail(failure);
    }
  }

  private skills(roster: RosterHost, { skills }: Found): TemplateResult {
    const { texts, messages } = roster;
    const wanted = this.search.toLowerCase();
    const found = skills.filter(({ skill }) => skill.toLowerCase().includes(wanted));
    return html`<section class="card" aria-labelledby="skills-heading">
      <h2 id="skills-heading">${texts.t('skills.heading')}</h2>
      <p class="hint">${texts.t('skills.choose')}</p>
      <div class="field">
        <label for="skill-search">${texts.t('skills.search')}</label>
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
      <p class="hint" role="status">${texts.t('skills.found', { shown: Math.min(found.length, mostShown), found: found.length })}</p>
      <div class="scroller" role="region" aria-labelledby="skills-heading" tabindex="0">
        <table id="skills">
          <thead>
            <tr>
              <th scope="col">${texts.t('row.skill')}</th>
              <th scope="col">${texts.t('row.holders')}</th>
              <th scope="col">${texts.t('row.next_loss')}</th>
            </tr>
          </thead>
          <tbody>
            ${found.slice(0, mostShown).map(
              (skill) => html`<tr>
                <th scope="row">
                  <button type="button" class="quiet skill" aria-pressed=${this.forecast?.skill.skill === skill.skill ? 'true' : 'false'} @click=${() => this.choose(roster, skill)}>
                    ${skill.skill}
                  </button>
                </th>
                <td>${texts.t('number', { number: skill.holders })}</td>
                <td>${skill.next_loss === undefined ? nothing : html`<time datetime=${skill.next_loss}>${messages.words.date(skill.next_loss)}</time>`}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }
}

/** Who counts and until when. */
function assumptions(
  { texts, messages }: RosterHost,
  catalogue: Catalogue,
  { ruleset }: SkillsRequest,
): TemplateResult {
  const { value: months, source } =
    catalogue.rulesets.find(({ id }) => id === ruleset)?.parameters['skills_report.old_system_months'] ?? {};
  return html`<ul class="assumptions">
    <li>${texts.t('skills.counts_through')}</li>
    <li>
      ${typeof months === 'number' ? texts.t('skills.counts_months', { months }) : texts.t('skills.counts_unstated')} ${sourceView(messages, catalogue, source)}
    </li>
    <li>${texts.t('skills.counts_nowhere')}</li>
  </ul>`;
}
