// What is asked about a table of skills beside its columns: the day, and the day of the move.
import { html, type TemplateResult } from 'lit';
import type { Catalogue } from 'partnercheck';
import type { SkillColumns } from 'partnercheck/roster';
import { fieldOfToday } from '../../catalogue/fields.js';
import { fieldView } from '../../view/field.js';
import type { Roster } from '../roster.js';
import { dayField } from './day-field.js';

export const skillColumnNames = ['person', 'skill', 'expires', 'pmc', 'pc'] as const satisfies (keyof SkillColumns)[];

export function skillsQuestion(roster: Roster, catalogue: Catalogue): TemplateResult {
  const { words, wording, answers, faults } = roster;
  const wrong = faults.filter(({ path }) => path === '/moved_on').map((fault) => wording.fault(fault, undefined));
  return html`${fieldView(roster, fieldOfToday(catalogue))}
    <div data-pointer="/moved_on">
      ${dayField(roster, {
        id: 'moved-on',
        label: words.say('skills.moved_on'),
        hints: [wording.say('date.hint'), wording.say('form.empty')],
        error: wrong.length === 0 ? undefined : wording.sentences(wrong),
        entry: answers.at('/moved_on'),
        change: (entry) => roster.change('/moved_on', entry),
      })}
    </div>`;
}
