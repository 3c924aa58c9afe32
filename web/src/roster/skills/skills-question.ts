// What is asked about a table of skills beside its columns: the day, and the day of the move.
import { html, type TemplateResult } from 'lit';
import type { Catalogue } from 'partnercheck';
import type { SkillColumns } from 'partnercheck/roster';
import { fieldOfToday } from '../../library/catalogue/fields.js';
import { fieldView } from '../../library/form/field.js';
import type { RosterHost } from '../host.js';
import { dayField } from './day-field.js';

export const skillColumnNames = [
  'person',
  'name',
  'email',
  'skill',
  'expires',
  'pmc',
  'pc',
] as const satisfies (keyof SkillColumns)[];

export function skillsQuestion(roster: RosterHost, catalogue: Catalogue): TemplateResult {
  const { texts, messages, answers, faults } = roster;
  const wrong = faults.filter(({ path }) => path === '/moved_on').map((fault) => messages.fault(fault, undefined));
  return html`${fieldView(roster, fieldOfToday(catalogue))}
    <div data-pointer="/moved_on">
      ${dayField(roster, {
        id: 'moved-on',
        label: texts.t('skills.moved_on'),
        hints: [messages.sentences([messages.t('date.hint'), messages.t('form.empty')])],
        error: wrong.length === 0 ? undefined : messages.sentences(wrong),
        entry: answers.at('/moved_on'),
        change: (entry) => roster.change('/moved_on', entry),
      })}
    </div>`;
}
