// Texts that an element needs in its own language, fetched when it is known and whenever it changes.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Locale } from 'partnercheck/text';

/** Until those of a language are there, and where they cannot be fetched, the ones before stay. */
export class Spoken<T> implements ReactiveController {
  /** What is there, and in which language. */
  now: { readonly locale: Locale; readonly texts: T } | undefined;
  private wanted: Locale | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly locale: () => Locale | undefined,
    private readonly load: (locale: Locale) => Promise<T>,
    private readonly failed: (failure: unknown) => void = () => {},
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const locale = this.locale();
    if (locale === undefined || locale === this.wanted) {
      return;
    }
    this.wanted = locale;
    this.load(locale).then((texts) => {
      if (this.wanted === locale) {
        this.now = { locale, texts };
        this.host.requestUpdate();
      }
    }, this.failed);
  }
}
