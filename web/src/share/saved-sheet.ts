// Saves, lists, opens and deletes cases.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { readCase, type Case } from './case.js';
import { StorageRefused, keepCases, longestName, mostCases, savedCases, type SavedCase } from './saved.js';
import type { Sheet } from './sheet.js';

export class SavedSheet {
  private name = '';

  prepare({ view, request, t }: Sheet): void {
    const row = view.catalogue.actions.find(({ type }) => type === request?.action.type);
    this.name =
      request === undefined || row === undefined
        ? ''
        : t('saved.suggestion', { action: view.messages.words.text(row.title), today: request.today }).slice(
            0,
            longestName,
          );
  }

  render(sheet: Sheet): TemplateResult {
    const { t, request } = sheet;
    let cases: SavedCase[];
    try {
      cases = savedCases();
    } catch {
      return html`<p>${t('saved.refused')}</p>`;
    }
    return html`<p>${t('saved.intro')}</p>
      ${
        request === undefined
          ? nothing
          : html`<label for="name">${t('saved.name')}</label>
            <input
              id="name"
              type="text"
              autocomplete="off"
              maxlength=${longestName}
              .value=${live(this.name)}
              @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)}
            />
            <p><button type="button" class="do" @click=${() => this.save(sheet, request)}>${t('saved.save')}</button></p>`
      }
      <h3 id="saved-heading" tabindex="-1">${t('saved.list')}</h3>
      ${cases.length === 0 ? html`<p>${t('saved.none')}</p>` : this.list(sheet, cases)}`;
  }

  private list(sheet: Sheet, cases: SavedCase[]): TemplateResult {
    const { t, view } = sheet;
    return html`<ul class="cases">
        ${cases.map(({ name, request }, index) => {
          const called = name.trim() === '' ? t('saved.unnamed') : name;
          const found = attempt(() => readCase(request, view.catalogue, view.core));
          return html`<li>
            <span class="case-name">${found === undefined ? t('saved.unreadable', { name: called }) : called}</span>
            <span class="case-buttons">
              ${
                found === undefined
                  ? nothing
                  : html`<button type="button" class="other" aria-label=${t('saved.open_name', { name: called })} @click=${() => sheet.open(found)}>
                    ${t('saved.open')}
                  </button>`
              }
              <button type="button" class="other" aria-label=${t('saved.delete_name', { name: called })} @click=${() => this.remove(sheet, index)}>
                ${t('saved.delete')}
              </button>
            </span>
          </li>`;
        })}
      </ul>
      <p><button type="button" class="other" @click=${() => this.removeAll(sheet)}>${t('saved.delete_all')}</button></p>`;
  }

  private save(sheet: Sheet, request: Case): void {
    const { t } = sheet;
    if ((attempt(savedCases)?.length ?? 0) >= mostCases) {
      sheet.report(t('saved.full', { most: mostCases }));
      return;
    }
    this.write(
      sheet,
      (cases) => [{ name: this.name.trim().slice(0, longestName), request }, ...cases],
      t('saved.saved'),
    );
  }

  private remove(sheet: Sheet, index: number): void {
    this.write(sheet, (cases) => cases.filter((_, place) => place !== index), sheet.t('saved.deleted'));
    sheet.focusOn('saved-heading');
  }

  private removeAll(sheet: Sheet): void {
    this.write(sheet, () => [], sheet.t('saved.deleted_all'));
    sheet.focusOn('saved-heading');
  }

  private write(sheet: Sheet, change: (cases: SavedCase[]) => SavedCase[], done: string): void {
    try {
      keepCases(change(savedCases()));
      sheet.report(done);
    } catch (failure) {
      if (!(failure instanceof StorageRefused)) {
        throw failure;
      }
      sheet.report(sheet.t('saved.refused'));
    }
  }
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
