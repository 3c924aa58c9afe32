// What has to be done next, and by whom: groups of people, each with a text that is ready to be sent.
import { html, nothing, type TemplateResult } from 'lit';
import { mailOf, reasonOf, whatToDo, isWrittenTo, type RosterGroup, type Totals } from 'partnercheck/roster';
import { statusIcons } from '../library/view/icons.js';
import type { RosterHost } from './host.js';
import type { Results } from './results.js';
import { saveMails } from './mail-merge.js';
import type { RosterKey } from './texts.js';

/** What can go ahead, what only takes time, and then those who wait for somebody. */
const parts = ['allowed', 'deferred', 'keeper', 'owner', 'admin', 'support', 'nobody'] as const;
type Part = (typeof parts)[number];

/** A group and its number, by which the engine knows it. */
type Numbered = RosterGroup & { number: number };

export function todoView(roster: RosterHost, results: Results, { groups }: Totals): TemplateResult {
  const { texts } = roster;
  const numbered = groups.map((group, number): Numbered => ({ ...group, number }));
  return html`<section class="card todo" part="todo" aria-labelledby="todo-heading">
    <h2 id="todo-heading">${texts.t('todo.heading')}</h2>
    ${parts.map((part) => {
      const found = numbered.filter((group) => partOf(group) === part);
      return found.length === 0 ? nothing : partView(roster, results, part, found);
    })}
    <p class="buttons">
      <button type="button" class="secondary" id="mail-merge" @click=${() => saveMails(roster, results)}>${texts.t('todo.mail_merge_all')}</button>
      <span role="status" id="todo-status">${results.todoStatus}</span>
    </p>
  </section>`;
}

function partOf({ status, turn }: RosterGroup): Part {
  return status === 'allowed' || status === 'deferred' ? status : turn;
}

function partView(roster: RosterHost, results: Results, part: Part, groups: readonly Numbered[]): TemplateResult {
  const { texts } = roster;
  const people = groups.reduce((sum, group) => sum + group.people, 0);
  return html`<section class="todo-part" aria-labelledby="todo-${part}">
    <h3 id="todo-${part}">${texts.t('todo.part', { heading: headingOf(roster, part), people })}</h3>
    <ul>
      ${groups.toSorted((a, b) => b.people - a.people).map((group) => groupView(roster, results, group))}
    </ul>
  </section>`;
}

function headingOf({ texts }: RosterHost, part: Part): string {
  switch (part) {
    case 'allowed':
      return texts.t('todo.allowed');
    case 'deferred':
      return texts.t('todo.deferred');
    default:
      return texts.rows.text(`turn.${part}`);
  }
}

function groupView(roster: RosterHost, results: Results, group: Numbered): TemplateResult {
  const { texts } = roster;
  const { status, number, people } = group;
  const isShown = results.view.group === number;
  const [first = '', ...others] = whatToDo(group, texts.rows);
  const reason = reasonOf(group, texts.rows);
  const id = `group-${number}`;
  return html`<li class="group status-${status}" data-status=${status} data-turn=${group.turn}>
    ${statusIcons[status] ?? statusIcons.needs_info}
    <div>
      <p id=${id}><strong>${texts.t('todo.people', { people })}</strong> ${first}</p>
      ${others.map((what) => html`<p class="more-to-do">${what}</p>`)}
      ${reason === '' ? nothing : html`<p class="hint">${texts.t('todo.reason', { reason })}</p>`}
    </div>
    <div class="acts">
      <button
        type="button"
        class="quiet show-group"
        aria-pressed=${isShown ? 'true' : 'false'}
        aria-describedby=${id}
        @click=${() => show(roster, results, isShown ? undefined : number)}
      >
        ${texts.t('todo.show', { people })}
      </button>
      ${isWrittenTo(group) ? mailView(roster, results, group, id) : nothing}
    </div>
  </li>`;
}

async function show(roster: RosterHost, results: Results, group: number | undefined): Promise<void> {
  await results.choose({ group, statuses: undefined, until: undefined, reason: undefined });
  if (group !== undefined) {
    await roster.focusOn('#people-heading');
  }
}

function mailView(roster: RosterHost, results: Results, group: Numbered, id: string): TemplateResult {
  const { texts } = roster;
  const written = results.mails.get(group.number);
  return html`<details
    class="mail"
    @toggle=${(event: Event) => {
      if ((event.target as HTMLDetailsElement).open && written === undefined) {
        void writeMail(roster, results, group);
      }
    }}
  >
    <summary aria-describedby=${id}>${texts.t('todo.text')}</summary>
    ${
      written === undefined
        ? nothing
        : html`<label for="mail-${group.number}">${written.subject}</label>
          <textarea id="mail-${group.number}" readonly rows="12" .value=${written.body}></textarea>
          <p class="buttons">
            <button type="button" class="secondary copy-mail" @click=${() => results.copyMail(group.number, texts.t('todo.copied'), texts.t('todo.not_copied'))}>
              ${texts.t('todo.copy')}
            </button>
            <a href=${addressOf(written)}>${texts.t('todo.mail')}</a>
            <button type="button" class="quiet" @click=${() => saveMails(roster, results, group.number)}>${texts.t('todo.mail_merge')}</button>
          </p>`
    }
  </details>`;
}

function writeMail({ texts }: RosterHost, results: Results, group: Numbered): Promise<void> {
  return results.doing(async () => {
    const people = await results.peopleOf({ group: group.number }, 0, mostNames);
    results.mails.set(group.number, mailOf(group, people, results.todoContext(texts.rows)));
  });
}

/** In one text. */
const mostNames = 30;

function addressOf({ subject, body }: { subject: string; body: string }): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
}

/** The answer in one sentence: how many can be linked today, how many later, and how many wait for somebody. */
export function sentence({ texts, messages }: RosterHost, { people, statuses, days, groups }: Totals): string {
  if (people === 0) {
    return texts.t('results.nobody');
  }
  const [first, last] = [Object.keys(days)[0], Object.keys(days).at(-1)];
  const never = groups
    .filter(({ status, turn }) => status === 'denied' && turn === 'nobody')
    .reduce((sum, group) => sum + group.people, 0);
  const counted: [RosterKey, number, Record<string, unknown>?][] = [
    ['results.now', statuses.allowed],
    [first === last ? 'results.later' : 'results.later_between', statuses.deferred, { first, last }],
    ['results.need', people - statuses.allowed - statuses.deferred - never],
    ['results.never', never],
  ];
  return messages.words.list(
    counted
      .filter(([, count]) => count > 0)
      .map(([key, count, parameters]) => texts.t(key, { people: count, ...parameters })),
  );
}
