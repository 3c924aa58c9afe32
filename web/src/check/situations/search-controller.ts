// What somebody wants to know, in their own words, and the situations that fit.
import type { ReactiveControllerHost } from 'lit';
import type { Catalogue } from 'partnercheck';
import type { Messages } from '../../library/messages.js';
import type { Found } from './start-view.js';

/** How many situations are offered at most. */
const mostFound = 5;

export class SearchController {
  written = '';
  found: Found | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  search(written: string, messages: Messages, catalogue: Catalogue): void {
    this.written = written;
    if (written.trim() === '') {
      this.show(undefined);
      return;
    }
    import('./search.js')
      .then(({ loadFinder }) => loadFinder(messages, catalogue))
      .then((find) => {
        if (this.written === written) {
          this.show({ written, situations: find(written).slice(0, mostFound) });
        }
      })
      // Without the search the questions can still be chosen.
      .catch(() => this.show({ written, situations: [] }));
  }

  clear(): void {
    this.written = '';
    this.show(undefined);
  }

  private show(found: Found | undefined): void {
    this.found = found;
    this.host.requestUpdate();
  }
}
