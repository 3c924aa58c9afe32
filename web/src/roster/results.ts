// The answers for a table: their numbers, the days, the people, what could not be read, and another ruleset beside.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Catalogue } from 'partnercheck';
import type { ComparedAnswer, Outcome, RosterRequest, RosterRow, Totals, ViewRequest } from 'partnercheck/roster';
import { statusIcons } from '../view/icons.js';
import { compareView } from './comparison.js';
import type { Desk } from './desk.js';
import { faultsView } from './faults-view.js';
import { filesView } from './files-view.js';
import { Trouble, type Progress, type RowFault } from './messages.js';
import type { Roster } from './roster.js';

export type Comparison = Extract<ComparedAnswer, { type: 'success' }> & { ruleset: string };

/** Undefined: as if it had never been said. */
type Change = { [K in keyof ViewRequest]?: ViewRequest[K] | undefined };

function known(view: Change): ViewRequest {
  return Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined)) as ViewRequest;
}

/** What can be acted on comes first. */
const order: readonly Outcome[] = ['allowed', 'deferred', 'needs_info', 'denied', 'not_decided'];

export class Results {
  request: RosterRequest | undefined;
  totals: Totals | undefined;
  faults: readonly RowFault[] = [];
  progress: Progress | undefined;
  view: ViewRequest = {};
  /** How many people the view shows, and which one it is: rows of another are void. */
  people = 0;
  edition = 0;
  comparison: Comparison | undefined;
  /** What was done last, in words. */
  status = '';

  constructor(
    readonly desk: Desk,
    private readonly changed: () => void,
    private readonly fail: (failure: unknown) => void,
  ) {}

  begin(request: RosterRequest, totals: Totals, faults: readonly RowFault[], progress: Progress): void {
    Object.assign(this, {
      request,
      totals,
      faults,
      progress,
      comparison: undefined,
      status: '',
      view: {},
      people: totals.people,
    });
    this.edition += 1;
  }

  /** The first day that can be read in two ways. */
  get ambiguousDay(): string | undefined {
    const value = this.faults.find(({ code }) => code === 'cell.date_ambiguous')?.details?.value;
    return value === undefined ? undefined : String(value);
  }

  readonly choose = (change: Change): Promise<void> =>
    this.doing(async () => {
      const view = known({ ...this.view, ...change });
      // At once: the next choice is added to this one, and what was typed stays as it was typed.
      this.view = view;
      const answer = await this.desk.ask('view', [known({ ...view, text: view.text?.trim() || undefined })]);
      if (answer.type === 'failure') {
        throw new Trouble('failed');
      }
      // What was chosen meanwhile gets an answer of its own.
      if (this.view === view) {
        this.people = answer.people;
        this.edition += 1;
      }
    });

  readonly compare = (ruleset: string): Promise<void> =>
    this.doing(async () => {
      if (ruleset === '') {
        this.comparison = undefined;
      } else {
        const answer = await this.desk.ask('compare', [{ ruleset }]);
        if (answer.type === 'failure') {
          throw new Trouble('failed');
        }
        this.comparison = { ...answer, ruleset };
      }
      await this.choose({ changed: undefined });
    });

  readonly rows = async (from: number, count: number): Promise<RosterRow[]> => {
    const answer = await this.desk.ask('rows', [from, count]);
    if (answer.type === 'failure') {
      throw new Trouble('failed');
    }
    return answer.rows;
  };

  async doing(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (failure) {
      this.fail(failure);
    }
    this.changed();
  }

  tell(status: string): void {
    this.status = status;
    this.changed();
  }

  render(roster: Roster, catalogue: Catalogue): TemplateResult | typeof nothing {
    const { totals, progress, comparison, view } = this;
    if (totals === undefined || progress === undefined) {
      return nothing;
    }
    const { words, wording } = roster;
    const seconds = progress.milliseconds / 1000;
    return html`<section class="card results" aria-labelledby="results-heading">
        <h2 id="results-heading" tabindex="-1">${this.sentence(roster, totals)}</h2>
        <p class="hint">
          ${words.say('results.done', { rows: totals.rows, people: totals.people, seconds, rate: Math.round(totals.rows / Math.max(seconds, 0.001)) })}
          ${wording.say('answer.asked_on', { today: totals.today })}
        </p>
        ${this.counts(roster, totals)}
        <partner-check-next-days
          .wording=${wording}
          .words=${words}
          .days=${totals.days}
          .chosen=${view.until}
          .choose=${(day: string | undefined) => this.choose({ until: day, statuses: undefined })}
        ></partner-check-next-days>
      </section>
      ${faultsView(roster, this.faults, totals)}
      <section class="card people" aria-labelledby="people-heading">
        <h2 id="people-heading">${words.say('people.heading')}</h2>
        ${this.filters(roster, totals)}
        <p role="status" class="hint" id="people-count">${words.say('people.count', { people: this.people, all: totals.people })}</p>
        <partner-check-people
          .wording=${wording}
          .words=${words}
          .total=${this.people}
          .edition=${this.edition}
          .rows=${this.rows}
          .sort=${view.sort}
          .descending=${view.descending === true}
          .compared=${comparison === undefined ? undefined : catalogue.rulesets.find(({ id }) => id === comparison.ruleset)?.as_of}
          .fail=${this.fail}
          .sortBy=${(sort: ViewRequest['sort'], descending: boolean) => this.choose({ sort, descending })}
          .open=${roster.openPerson}
        ></partner-check-people>
        ${filesView(roster, this)}
      </section>
      ${compareView(roster, this, catalogue)}`;
  }

  private sentence({ words }: Roster, { all_on: day, people, statuses }: Totals): string {
    if (people === 0) {
      return words.say('results.nobody');
    }
    return day === undefined
      ? words.say('results.not_all', { people: people - statuses.allowed - statuses.deferred })
      : words.say('results.all_on', { day });
  }

  /** Each of them shows its people. */
  private counts({ words }: Roster, { statuses, people }: Totals): TemplateResult {
    const chosen = this.view.statuses?.[0];
    const tiles: (Outcome | undefined)[] = [undefined, ...order];
    return html`<div class="counts" role="group" aria-label=${words.say('counts')}>
      ${tiles.map((status) => {
        const count = status === undefined ? people : statuses[status];
        return html`<button
          type="button"
          class="count ${status === undefined ? '' : `status-${status}`}"
          data-status=${status ?? 'all'}
          aria-pressed=${chosen === status ? 'true' : 'false'}
          @click=${() => this.choose({ statuses: status === undefined ? undefined : [status], until: undefined })}
        >
          ${status === undefined ? nothing : (statusIcons[status] ?? statusIcons.needs_info)}
          <span class="number">${words.say('number', { number: count })}</span>
          <span>${status === undefined ? words.say('counts.all') : words.status(status)}</span>
        </button>`;
      })}
    </div>`;
  }

  private filters({ words }: Roster, { reasons }: Totals): TemplateResult {
    const { view, comparison } = this;
    return html`<div class="filters">
      <div class="field">
        <label for="search">${words.say('people.search')}</label>
        <input
          id="search"
          type="text"
          autocomplete="off"
          spellcheck="false"
          .value=${live(view.text ?? '')}
          @input=${(event: Event) => this.choose({ text: (event.target as HTMLInputElement).value || undefined })}
        />
      </div>
      <div class="field">
        <label for="reason">${words.say('people.reason')}</label>
        <select id="reason" @change=${(event: Event) => this.choose({ reason: (event.target as HTMLSelectElement).value || undefined })}>
          <option value="" .selected=${live(view.reason === undefined)}>${words.say('people.any_reason')}</option>
          ${Object.entries(reasons).map(
            ([reason, people]) =>
              html`<option value=${reason} .selected=${live(view.reason === reason)}>${words.say('people.reason_count', { reason: words.reason(reason), people })}</option>`,
          )}
        </select>
      </div>
      ${
        comparison === undefined
          ? nothing
          : html`<label class="choice">
            <input
              type="checkbox"
              id="changed"
              .checked=${live(view.changed === true)}
              @change=${(event: Event) => this.choose({ changed: (event.target as HTMLInputElement).checked || undefined })}
            />
            <span>${words.say('people.changed')}</span>
          </label>`
      }
    </div>`;
  }
}
