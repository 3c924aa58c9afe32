// Who leaves and who joins, said once for all skills, and the what-ifs that were kept.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { calledOf, type RosterRow, type SkillRow } from 'partnercheck/roster';
import type { RosterHost } from '../host.js';
import { countedOf } from '../table-form.js';
import { dayField } from './day-field.js';
import type { Change, WhatIf } from './what-if.js';

/** The people of the table whom the search finds. */
export interface PeopleSearch {
  readonly text: string;
  readonly found: number;
  readonly edition: number;
  readonly rows: (from: number, count: number) => Promise<SkillRow[]>;
  readonly search: (text: string) => void;
  readonly fail: (failure: unknown) => void;
}

export function whatIfView(roster: RosterHost, whatIf: WhatIf, people: PeopleSearch): TemplateResult {
  const { texts, messages } = roster;
  const { changes } = whatIf;
  return html`<section class="card what-if" aria-labelledby="what-if-heading">
    <h2 id="what-if-heading">${texts.t('skills.what_if')}</h2>
    <p class="hint">${texts.t(`${countedOf(roster.look)}.what_if.hint`)}</p>
    ${
      changes.length === 0
        ? nothing
        : html`<ul class="changes-list">
            ${changes.map((change, index) => changeView(roster, whatIf, change, index))}
          </ul>
          ${keepForm(roster, whatIf)}`
    }
    ${savedView(roster, whatIf)}
    <div class="field">
      <label for="leaver">${texts.t('skills.leaver')}</label>
      <input
        id="leaver"
        type="text"
        autocomplete="off"
        spellcheck="false"
        .value=${live(people.text)}
        @input=${(event: Event) => people.search((event.target as HTMLInputElement).value)}
      />
    </div>
    <partner-check-holders
      .messages=${messages}
      .texts=${texts}
      .heading=${texts.t('skills.everybody', { people: people.found })}
      .ofSkill=${false}
      .total=${people.found}
      .edition=${people.edition}
      .rows=${people.rows}
      .leaving=${whatIf.leaving}
      .leave=${whatIf.leave}
      .fail=${people.fail}
    ></partner-check-holders>
  </section>`;
}

function changeView(roster: RosterHost, whatIf: WhatIf, change: Change, index: number): TemplateResult {
  const { texts } = roster;
  const { kind, day } = change;
  const link = change.kind === 'joins' ? change.link : undefined;
  const person = link === undefined ? change.person : calledOf(link, texts.rows);
  const others = whatIf.changes.filter((_, at) => at !== index);
  return html`<li>
    ${dayField(roster, {
      id: `change-${index}`,
      label: texts.t(kind === 'leaves' ? 'skills.leaves_on' : 'skills.joins_on', { person }),
      hints: change.kind === 'joins' ? [change.skill, ...linkHints(roster, link)] : [],
      error: day.value === undefined ? texts.t('skills.day_missing') : undefined,
      entry: day,
      change: (entry) =>
        void whatIf.set(whatIf.changes.map((each, at) => (at === index ? { ...each, day: entry } : each))),
    })}
    <button type="button" class="quiet" aria-label=${texts.t('skills.stays', { person })} @click=${() => void whatIf.set(others)}>${texts.t('skills.remove')}</button>
  </li>`;
}

/** When somebody who joins can be linked. */
function linkHints({ texts }: RosterHost, link: RosterRow | undefined): string[] {
  if (link === undefined) {
    return [];
  }
  const { status, until, reason } = link;
  switch (status) {
    case 'allowed':
      return [texts.t('skills.link_today')];
    case 'deferred':
      return [texts.t('skills.link_from', { day: until })];
    default:
      return [texts.t('skills.link_status', { status: texts.status(status), reason: texts.reason(reason) })];
  }
}

function keepForm({ texts }: RosterHost, whatIf: WhatIf): TemplateResult {
  return html`<form
    class="field keep-what-if"
    novalidate
    autocomplete="off"
    @submit=${(event: Event) => {
      event.preventDefault();
      const input = (event.target as HTMLFormElement).elements.namedItem('name') as HTMLInputElement;
      whatIf.save(input.value.trim() || texts.t('skills.saved_name', { number: whatIf.saved.length + 1 }));
      input.value = '';
    }}
  >
    <label for="what-if-name">${texts.t('skills.save_as')}</label>
    <input id="what-if-name" name="name" type="text" maxlength="60" autocomplete="off" spellcheck="false" />
    <button class="secondary" id="save-what-if">${texts.t('skills.save')}</button>
  </form>`;
}

function savedView({ texts }: RosterHost, whatIf: WhatIf): TemplateResult | typeof nothing {
  const { saved } = whatIf;
  return saved.length === 0
    ? nothing
    : html`<ul class="saved-what-ifs" aria-label=${texts.t('skills.saved')}>
        ${saved.map(
          ({ name }) => html`<li>
            ${name}
            <button type="button" class="quiet" aria-label=${texts.t('skills.forget', { name })} @click=${() => whatIf.forget(name)}>${texts.t('skills.remove')}</button>
          </li>`,
        )}
      </ul>`;
}
