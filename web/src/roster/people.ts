// <partner-check-people>: the people of a table of links, each with their answer.
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { RosterRow, ViewRequest } from 'partnercheck/roster';
import { statusIcons } from '../view/icons.js';
import { RowsTable } from './rows-table.js';
import type { RosterKey } from './words.js';

type SortBy = NonNullable<ViewRequest['sort']>;

const columns: { key: RosterKey; sort?: SortBy }[] = [
  { key: 'row.person', sort: 'person' },
  { key: 'row.status', sort: 'status' },
  { key: 'row.until', sort: 'until' },
  { key: 'row.reason' },
  { key: 'row.organization', sort: 'organization' },
  { key: 'row.links', sort: 'links' },
];

export class People extends RowsTable<RosterRow> {
  static override properties: PropertyDeclarations = {
    sort: { attribute: false },
    descending: { attribute: false },
    compared: { attribute: false },
  };

  declare sort: SortBy | undefined;
  declare descending: boolean;
  /** The day of the ruleset compared with. */
  declare compared: string | undefined;
  sortBy: (sort: SortBy | undefined, descending: boolean) => void = () => {};
  open: (person: string) => void = () => {};

  protected get name(): string {
    return this.words.say('people.heading');
  }

  protected heads(): TemplateResult[] {
    const { words, compared } = this;
    const own = columns.map((column) => this.head(column));
    return compared === undefined ? own : [...own, html`<th scope="col">${words.say('row.compared_with', { date: compared })}</th>`];
  }

  private head({ key, sort }: (typeof columns)[number]): TemplateResult {
    const { words, descending } = this;
    const name = words.say(key);
    if (sort === undefined) {
      return html`<th scope="col">${name}</th>`;
    }
    const isSorted = this.sort === sort;
    // Up, down, and again as the rows of the table stand.
    const next = (): void => (isSorted && descending ? this.sortBy(undefined, false) : this.sortBy(sort, isSorted));
    return html`<th scope="col" aria-sort=${isSorted ? (descending ? 'descending' : 'ascending') : nothing}>
      <button type="button" class="sort" data-sort=${sort} @click=${next}>${name}<span class="arrow" aria-hidden="true">${isSorted ? (descending ? '▼' : '▲') : ''}</span></button>
    </th>`;
  }

  protected cells(row: RosterRow): TemplateResult {
    const { words, compared } = this;
    return html`<th scope="row"><button type="button" class="quiet open" title=${row.person} @click=${() => this.open(row.person)}>${row.person}</button></th>
      <td>${this.status(row.status)}</td>
      <td>${this.day(row.until)}</td>
      <td title=${words.reason(row.reason)}>${words.reason(row.reason)}</td>
      <td title=${row.organization ?? nothing}>${row.organization}</td>
      <td>${row.links}</td>
      ${compared === undefined
        ? nothing
        : html`<td title=${words.reason(row.compared?.reason)}>
            ${row.compared === undefined ? nothing : html`${this.status(row.compared.status)} ${this.day(row.compared.until)} ${words.reason(row.compared.reason)}`}
          </td>`}`;
  }

  private status(status: string): TemplateResult {
    return html`<span class="status status-${status}">${statusIcons[status] ?? nothing}${this.words.status(status)}</span>`;
  }
}
