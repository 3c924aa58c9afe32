// <partner-check-people>: the people of a table of links, each with their answer.
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { calledOf, type RosterRow, type ViewRequest } from 'partnercheck/roster';
import { RowsTable } from './rows-table.js';
import type { RosterKey } from './texts.js';

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
  /** How the ruleset compared with is called. */
  declare compared: string | undefined;
  sortBy: (sort: SortBy | undefined, descending: boolean) => void = () => {};
  open: (row: RosterRow) => void = () => {};

  protected get name(): string {
    return this.texts.t('people.heading');
  }

  protected heads(): TemplateResult[] {
    const { compared } = this;
    return columns.flatMap((column) =>
      compared !== undefined && column.key === 'row.reason'
        ? [this.head(column), html`<th scope="col" data-column="compared">${compared}</th>`]
        : [this.head(column)],
    );
  }

  private head({ key, sort }: (typeof columns)[number]): TemplateResult {
    const { texts, descending } = this;
    const name = texts.t(key);
    const column = key.slice('row.'.length);
    if (sort === undefined) {
      return html`<th scope="col" data-column=${column}>${name}</th>`;
    }
    const isSorted = this.sort === sort;
    // Up, down, and again as the rows of the table stand.
    const next = (): void => (isSorted && descending ? this.sortBy(undefined, false) : this.sortBy(sort, isSorted));
    return html`<th scope="col" data-column=${column} aria-sort=${isSorted ? (descending ? 'descending' : 'ascending') : nothing}>
      <button type="button" class="sort" data-sort=${sort} @click=${next}>${name}<span class="arrow" aria-hidden="true">${isSorted ? (descending ? '▼' : '▲') : ''}</span></button>
    </th>`;
  }

  protected cells(row: RosterRow): TemplateResult {
    const { texts, compared } = this;
    const person = calledOf(row, texts.rows);
    return html`<th scope="row"><button type="button" class="quiet open" title=${person} @click=${() => this.open(row)}><span class="two-lines">${person}</span></button></th>
      <td>${this.status(row.status)}</td>
      <td>${this.days(row)}</td>
      <td title=${texts.reason(row.reason)}><span class="two-lines">${texts.reason(row.reason)}</span></td>
      ${
        compared === undefined
          ? nothing
          : html`<td title=${texts.reason(row.compared?.reason)}>
            <span class="two-lines">${row.compared === undefined ? nothing : html`<span>${this.status(row.compared.status)} ${this.days(row.compared)} ${texts.reason(row.compared.reason)}</span>`}</span>
          </td>`
      }
      <td title=${row.organization ?? nothing}><span class="two-lines">${row.organization}</span></td>
      <td>${row.links}</td>`;
  }
}
