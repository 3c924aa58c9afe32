// <partner-check-holders>: people with their skills, all of them or those of one skill, whom one can let leave.
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { calledOf, type SkillRow } from 'partnercheck/roster';
import { RowsTable } from '../rows-table.js';

export class Holders extends RowsTable<SkillRow> {
  static override properties: PropertyDeclarations = {
    heading: { attribute: false },
    leaving: { attribute: false },
    ofSkill: { attribute: false },
    ends: { attribute: false },
  };

  declare heading: string;
  /** Who leaves. Undefined: nobody can be let leave. */
  declare leaving: ReadonlySet<string> | undefined;
  /** Whether the list is of those who hold one skill, or of people whatever their skills. */
  declare ofSkill: boolean;
  /** The day, in words, on which what everybody in the list holds stops counting. */
  declare ends: string;
  leave: (person: string, leaves: boolean) => void = () => {};

  protected get name(): string {
    return this.heading;
  }

  protected heads(): TemplateResult[] {
    const { texts, leaving } = this;
    const keys =
      leaving === undefined
        ? (['row.person', 'row.skills', 'row.ends_on'] as const)
        : this.ofSkill
          ? (['row.person', 'row.holds', 'row.ends_on', 'row.leaves'] as const)
          : (['row.person', 'row.skills', 'row.leaves'] as const);
    return keys.map((key) => html`<th scope="col">${texts.t(key)}</th>`);
  }

  protected cells(row: SkillRow): TemplateResult {
    const { texts, messages, leaving } = this;
    const { person, skills, holds, ends_on: ends } = row;
    const called = calledOf(row, texts.rows);
    const head = html`<th scope="row" title=${called}><span class="two-lines">${called}</span></th>`;
    const count = html`<td>${texts.t('number', { number: skills })}</td>`;
    if (leaving === undefined) {
      return html`${head}${count}<td>${this.ends}</td>`;
    }
    const leave = html`<td>
      <input
        type="checkbox"
        class="leaves"
        aria-label=${texts.t('skills.leaves', { person: called })}
        .checked=${live(leaving.has(person))}
        @change=${(event: Event) => this.leave(person, (event.target as HTMLInputElement).checked)}
      />
    </td>`;
    return this.ofSkill
      ? html`${head}
          <td>${messages.words.text(holds === true ? 'choice.yes' : 'choice.no')}</td>
          <td>${ends === undefined ? nothing : this.day(ends)}</td>
          ${leave}`
      : html`${head}${count}${leave}`;
  }
}
