// Saves, lists, opens and deletes cases.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { readCase, type Case } from './case.js';
import { StorageRefused, keepCases, longestName, mostCases, savedCases, type SavedCase } from './saved.js';
import type { Sheet } from './sheet.js';

export class SavedSheet {
  private name = '';

  prepare({ view, request, say }: Sheet): void {
    const row = view.catalogue.actions.find(({ type }) => type === request?.action.type);
    this.name =
      request === undefined || row === undefined
        ? ''
        : say('saved.suggestion', { action: view.wording.words.text(row.title), today: request.today }).slice(
            0,
            longestName,
          );
  }

  render(sheet: Sheet): TemplateResult {
    const { say, request } = sheet;
    let cases: SavedCase[];
    try {
      cases = savedCases();
    } catch {
      return html`<p>${say('saved.refused')}</p>`;
    }
    return html`<p>${say('saved.intro')}</p>
      ${
        request === undefined
          ? nothing
          : html`<label for="name">${say('saved.name')}</label>
            <input
              id="name"
              type="text"
              autocomplete="off"
              maxlength=${longestName}
              .value=${live(this.name)}
              @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)}
            />
            <p><button type="button" class="do" @click=${() => this.save(sheet, request)}>${say('saved.save')}</button></p>`
      }
      <h3 id="saved-heading" tabindex="-1">${say('saved.list')}</h3>
      ${cases.length === 0 ? html`<p>${say('saved.none')}</p>` : this.list(sheet, cases)}`;
  }

  private list(sheet: Sheet, cases: SavedCase[]): TemplateResult {
    const { say, view } = sheet;
    return html`<ul class="cases">
        ${cases.map(({ name, request }, index) => {
          const called = name.trim() === '' ? say('saved.unnamed') : name;
          const found = attempt(() => readCase(request, view.catalogue, view.core));
          return html`<li>
            <span class="case-name">${found === undefined ? say('saved.unreadable', { name: called }) : called}</span>
            <span class="case-buttons">
              ${
                found === undefined
                  ? nothing
                  : html`<button type="button" class="other" aria-label=${say('saved.open_name', { name: called })} @click=${() => sheet.open(found)}>
                    ${say('saved.open')}
                  </button>`
              }
              <button type="button" class="other" aria-label=${say('saved.delete_name', { name: called })} @click=${() => this.remove(sheet, index)}>
                ${say('saved.delete')}
              </button>
            </span>
          </li>`;
        })}
      </ul>
      <p><button type="button" class="other" @click=${() => this.removeAll(sheet)}>${say('saved.delete_all')}</button></p>`;
  }

  private save(sheet: Sheet, request: Case): void {
    const { say } = sheet;
    if ((attempt(savedCases)?.length ?? 0) >= mostCases) {
      sheet.report(say('saved.full', { most: mostCases }));
      return;
    }
    this.write(
      sheet,
      (cases) => [{ name: this.name.trim().slice(0, longestName), request }, ...cases],
      say('saved.saved'),
    );
  }

  private remove(sheet: Sheet, index: number): void {
    this.write(sheet, (cases) => cases.filter((_, place) => place !== index), sheet.say('saved.deleted'));
    sheet.focusOn('saved-heading');
  }

  private removeAll(sheet: Sheet): void {
    this.write(sheet, () => [], sheet.say('saved.deleted_all'));
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
      sheet.report(sheet.say('saved.refused'));
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
