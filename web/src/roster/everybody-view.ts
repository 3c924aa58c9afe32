// What holds for everybody: the day, the organization, and one confirmation of what else still matters for this table.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Catalogue } from 'partnercheck';
import { fieldOfToday } from '../library/catalogue/fields.js';
import { fieldView } from '../library/form/field.js';
import { isConfirmed, openQuestions } from './everybody.js';
import type { RosterHost } from './host.js';

export function everybodyView(roster: RosterHost, catalogue: Catalogue): TemplateResult {
  const { texts, fields, confirmed } = roster;
  const open = openQuestions(roster.core, { ruleset: roster.rulesetId, fields, answers: roster.answers });
  const shown = confirmed ? fields.filter((field) => !isConfirmed(field)) : fields;
  const [organization, others] = [
    shown.filter(({ pattern }) => pattern === '/action/organization'),
    shown.filter(({ pattern }) => pattern !== '/action/organization'),
  ];
  return html`${fieldView(roster, fieldOfToday(catalogue))} ${organization.map((field) => fieldView(roster, field))}
    ${
      open.length === 0 && !confirmed
        ? nothing
        : html`<fieldset class="field" id="confirm-everybody">
            <legend>${texts.t('confirm')}</legend>
            <div class="choices">
              <label class="choice">
                <input type="checkbox" id="confirmed" .checked=${live(confirmed)} @change=${(event: Event) => roster.confirm((event.target as HTMLInputElement).checked)} />
                <span>${texts.t('confirm.all', { account: open.includes('account') ? 'yes' : 'no', certifications: open.includes('certifications') ? 'yes' : 'no' })}</span>
              </label>
            </div>
          </fieldset>`
    }
    ${others.length === 0 ? nothing : html`<p class="hint">${texts.t('everybody.intro')}</p>`} ${others.map((field) => fieldView(roster, field))}`;
}
