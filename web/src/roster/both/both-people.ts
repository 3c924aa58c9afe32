// <partner-check-both>: people of both tables, each with what the one and the other say of them.
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { calledOf, type BothRow } from 'partnercheck/roster';
import type { Words } from 'partnercheck/text';
import { RowsTable } from '../rows-table.js';
import type { InTables } from './both.js';

const heads = {
  both: ['row.person', 'row.status', 'row.until', 'row.counted', 'row.next_end'],
  links: ['row.person', 'row.status', 'row.until'],
  skills: ['row.person', 'row.counted', 'row.next_end'],
} as const;

export class BothPeople extends RowsTable<BothRow> {
  static override properties: PropertyDeclarations = {
    heading: { attribute: false },
    in: { attribute: false },
  };

  declare heading: string;
  declare in: InTables;

  protected get name(): string {
    return this.heading;
  }

  protected heads(): TemplateResult[] {
    return heads[this.in].map((key) => html`<th scope="col">${this.texts.t(key)}</th>`);
  }

  protected cells(row: BothRow): TemplateResult {
    const { texts } = this;
    const { link, skill } = row;
    const person = personOf(row, texts.rows);
    return html`<th scope="row" title=${person}><span class="two-lines">${person}</span></th>
      ${link === undefined ? nothing : html`<td>${this.status(link.status)}</td><td>${this.days(link)}</td>`}
      ${skill === undefined ? nothing : html`<td>${texts.t('number', { number: skill.counted })}</td><td>${this.day(skill.next_end)}</td>`}`;
  }
}

/** By both numbers or addresses, where the tables have different ones. */
function personOf({ link, skill }: BothRow, words: Words): string {
  const name = link?.name ?? skill?.name;
  const persons = [...new Set([link?.person, skill?.person])].filter((person) => person !== undefined);
  return calledOf({ person: persons.join(' · '), ...(name === undefined ? {} : { name }) }, words);
}
