// The answers for a table: their numbers, the days, the people, what could not be read, and another ruleset beside.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Catalogue } from 'partnercheck';
import type { Outcome, Totals, ViewRequest } from 'partnercheck/roster';
import { statusIcons } from '../library/view/icons.js';
import { comparedWith, compareView } from './comparison.js';
import { faultsView } from './faults-view.js';
import { filesView } from './files-view.js';
import type { RosterHost } from './host.js';
import type { Progress } from './worker-messages.js';
import type { Results } from './results.js';
import { sentence, todoView } from './todo.js';

/** What can be acted on comes first. */
const order: readonly Outcome[] = ['allowed', 'deferred', 'needs_info', 'denied', 'not_decided'];

export function resultsView(
  roster: RosterHost,
  results: Results,
  catalogue: Catalogue,
): TemplateResult | typeof nothing {
  const { totals, progress, view } = results;
  if (totals === undefined || progress === undefined) {
    return nothing;
  }
  const { texts, messages } = roster;
  return html`<section class="card results" part="results" aria-labelledby="results-heading">
      <h2 id="results-heading" tabindex="-1">${sentence(roster, totals)}</h2>
      <p class="hint">${messages.t('answer.asked_on', { today: totals.today })}</p>
      ${planView(roster, results, totals)}
    </section>
    ${totals.people === 0 ? nothing : todoView(roster, results, totals)}
    <section class="card" part="numbers" aria-labelledby="numbers-heading">
      <h2 id="numbers-heading">${texts.t('results.numbers')}</h2>
      ${counts(roster, results, totals)}
      <partner-check-next-days
        .messages=${messages}
        .texts=${texts}
        .days=${totals.days}
        .earliest=${totals.earliest}
        .chosen=${view.until}
        .choose=${(day: string | undefined) => results.choose({ until: day, statuses: undefined, group: undefined })}
      ></partner-check-next-days>
    </section>
    ${faultsView(roster, results.faults, totals)}
    <section class="card people" part="people" aria-labelledby="people-heading">
      <h2 id="people-heading" tabindex="-1">${texts.t('people.heading')}</h2>
      ${filters(roster, results, totals)}
      <p role="status" class="hint" id="people-count">${texts.t('people.count', { people: results.people, all: totals.people })}</p>
      <partner-check-people
        .messages=${messages}
        .texts=${texts}
        .total=${results.people}
        .edition=${results.edition}
        .rows=${results.rows}
        .sort=${view.sort}
        .descending=${view.descending === true}
        .compared=${comparedWith(roster, results, catalogue)}
        .fail=${results.fail}
        .sortBy=${(sort: ViewRequest['sort'], descending: boolean) => results.choose({ sort, descending })}
        .open=${roster.openPerson}
      ></partner-check-people>
      ${filesView(roster, results)}
    </section>
    ${compareView(roster, results, catalogue)} ${doneView(roster, totals, progress)}`;
}

/** Of whom it is not known on which day they can be linked. */
const open: readonly Outcome[] = ['needs_info', 'denied', 'not_decided'];

/** The first day on which all of them can be linked, and who holds it up. */
function planView({ texts }: RosterHost, results: Results, totals: Totals): TemplateResult | typeof nothing {
  const { all_on: day, days, people, statuses } = totals;
  const { view } = results;
  if (people === 0) {
    return nothing;
  }
  const show = (change: Parameters<Results['choose']>[0], isShown: boolean, label: string): TemplateResult =>
    html`<button
      type="button"
      class="quiet"
      id="show-last"
      aria-pressed=${isShown ? 'true' : 'false'}
      @click=${() => results.choose({ until: undefined, statuses: undefined, group: undefined, reason: undefined, ...(isShown ? {} : change) })}
    >
      ${label}
    </button>`;
  if (day === undefined) {
    const waiting = open.reduce((sum, status) => sum + statuses[status], 0);
    const isShown = view.statuses?.length === open.length;
    return html`<p id="all-on">
      ${texts.t('results.not_all', { people: waiting })}
      ${show({ statuses: [...open] }, isShown, texts.t('todo.show', { people: waiting }))}
    </p>`;
  }
  const last = days[day];
  return html`<p id="all-on">
    ${texts.t('results.all_on', { day })}
    ${last === undefined ? nothing : show({ until: day }, view.until === day, texts.t('results.last', { people: last }))}
  </p>`;
}

/** How much work it was: below everything that people came for. */
function doneView({ texts }: RosterHost, { rows, people }: Totals, { milliseconds }: Progress): TemplateResult {
  const seconds = milliseconds / 1000;
  return html`<p class="hint done">
    ${texts.t('results.done', { rows, people, seconds, rate: Math.round(rows / Math.max(seconds, 0.001)) })}
  </p>`;
}

/** Each of them shows its people. */
function counts({ texts }: RosterHost, results: Results, { statuses, people }: Totals): TemplateResult {
  const chosen = results.view.statuses?.[0];
  const tiles: (Outcome | undefined)[] = [undefined, ...order];
  return html`<div class="counts" role="group" aria-label=${texts.t('counts')}>
    ${tiles.map((status) => {
      const count = status === undefined ? people : statuses[status];
      return html`<button
        type="button"
        class="count ${status === undefined ? '' : `status-${status}`}"
        data-status=${status ?? 'all'}
        aria-pressed=${chosen === status ? 'true' : 'false'}
        @click=${() => results.choose({ statuses: status === undefined ? undefined : [status], until: undefined, group: undefined })}
      >
        ${status === undefined ? nothing : (statusIcons[status] ?? statusIcons.needs_info)}
        <span class="number">${texts.t('number', { number: count })}</span>
        <span>${status === undefined ? texts.t('counts.all') : texts.status(status)}</span>
      </button>`;
    })}
  </div>`;
}

function filters({ texts }: RosterHost, results: Results, { reasons }: Totals): TemplateResult {
  const { view, comparison } = results;
  return html`<div class="filters">
    <div class="field">
      <label for="search">${texts.t('people.search')}</label>
      <input
        id="search"
        type="text"
        autocomplete="off"
        spellcheck="false"
        .value=${live(view.text ?? '')}
        @input=${(event: Event) => results.choose({ text: (event.target as HTMLInputElement).value || undefined })}
      />
    </div>
    <div class="field">
      <label for="reason">${texts.t('people.reason')}</label>
      <select id="reason" @change=${(event: Event) => results.choose({ reason: (event.target as HTMLSelectElement).value || undefined })}>
        <option value="" .selected=${live(view.reason === undefined)}>${texts.t('people.any_reason')}</option>
        ${Object.entries(reasons).map(
          ([reason, people]) =>
            html`<option value=${reason} .selected=${live(view.reason === reason)}>${texts.t('people.reason_count', { reason: texts.reason(reason), people })}</option>`,
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
            @change=${(event: Event) => results.choose({ changed: (event.target as HTMLInputElement).checked || undefined })}
          />
          <span>${texts.t('people.changed')}</span>
        </label>`
    }
  </div>`;
}
