// Who stands in both tables, and who in one of them only; where only one has been read, that there can be two.
import { html, nothing, type TemplateResult } from 'lit';
import { statuses } from 'partnercheck/roster';
import { downloadFile } from '../../library/download.js';
import type { RosterHost } from '../host.js';
import type { Both, InTables } from './both.js';

const tables: readonly InTables[] = ['both', 'links', 'skills'];

export function bothView(roster: RosterHost, both: Both): TemplateResult | typeof nothing {
  const { texts, messages, look } = roster;
  const { totals, edition } = both;
  const [links, skills] = [both.table('links'), both.table('skills')];
  if (totals === undefined || links === undefined || skills === undefined) {
    return both.table(look.subject) === undefined
      ? nothing
      : html`<p class="hint" id="both-hint">${texts.t(`both.hint.${look.subject}`)}</p>`;
  }
  const heading = texts.t(`both.in.${both.in}`);
  const said = [
    texts.t('both.how', { links: links.name, skills: skills.name }),
    texts.t('both.decided', { day: links.today }),
    ...(totals.by_email > 0 ? [texts.t('both.by_email', { people: totals.by_email })] : []),
    ...(totals.unknown > 0 ? [texts.t('both.unknown', { people: totals.unknown })] : []),
  ];
  return html`<section class="card both" part="both" aria-labelledby="both-heading">
    <h2 id="both-heading">${texts.t('both.heading')}</h2>
    <p class="hint">${messages.sentences(said)}</p>
    <div class="counts" role="group" aria-labelledby="both-heading">
      ${tables.map(
        (each) => html`<button
          type="button"
          class="count"
          data-in=${each}
          aria-pressed=${both.in === each ? 'true' : 'false'}
          @click=${() => both.choose(each)}
        >
          <span class="number">${texts.t('number', { number: totals[each] })}</span>
          <span>${texts.t(`both.in.${each}`)}</span>
        </button>`,
      )}
    </div>
    ${
      totals[both.in] === 0
        ? nothing
        : html`<p class="hint" id="both-what">${texts.t(`both.what.${both.in}`)}</p>
            <partner-check-both
              .messages=${messages}
              .texts=${texts}
              .heading=${heading}
              .in=${both.in}
              .total=${totals[both.in]}
              .edition=${edition}
              .rows=${both.rows}
              .fail=${both.fail}
            ></partner-check-both>
            <div class="files">
              <button type="button" class="secondary" id="save-both" @click=${() => save(roster, both)}>${texts.t('files.csv')}</button>
              <span role="status">${both.status}</span>
            </div>`
    }
  </section>`;
}

/** The people of the list that is shown. */
function save({ texts }: RosterHost, both: Both): Promise<void> {
  const header = (
    [
      'row.person',
      'row.name',
      'row.email',
      'row.status',
      'row.until',
      'row.earliest',
      'row.latest',
      'row.person_of_skills',
      'row.counted',
      'row.next_end',
    ] as const
  ).map((key) => texts.t(key));
  const words = statuses.map((status) => [status, texts.status(status)]);
  return both.doing(async () => {
    downloadFile('partner-check-both.csv', await both.file(header, Object.fromEntries(words)));
    both.status = texts.t('files.saved');
  });
}
