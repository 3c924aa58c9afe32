// Starts an element in the page of somebody else: the core from where it is said to be, the texts in the language of its place.
import type { LitElement, ReactiveController } from 'lit';
import type { LoadOptions, PartnerCheck as Core } from 'partnercheck';
import type { Locale } from 'partnercheck/text';
import { reportFailure } from '../../library/view/failure.js';
import { localeAt, watchLanguage } from './language.js';
import { measureByFont } from './measure.js';
import { sharedCore } from './shared-core.js';

export interface Starting<Texts> {
  /** Unless the host has a core already. */
  source(): LoadOptions;
  load(locale: Locale): Promise<Texts>;
  failed(failure: unknown, texts: Texts | undefined): void;
}

export class Starter<Texts> implements ReactiveController {
  /** Until those of another language are there, and where they cannot be fetched, the ones before stay. */
  texts: Texts | undefined;
  failure: unknown;
  private hasStarted = false;
  private stopWatching = (): void => {};

  constructor(
    private readonly host: LitElement & { core: Core | undefined; wasmUrl: string | null | undefined },
    private readonly starting: Starting<Texts>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    measureByFont();
    this.stopWatching = watchLanguage(this.host, this.speak);
    if (this.hasStarted) {
      this.speak();
    }
  }

  hostDisconnected(): void {
    this.stopWatching();
  }

  hostUpdated(): void {
    if (!this.hasStarted) {
      this.hasStarted = true;
      void this.start();
    }
  }

  readonly start = async (): Promise<void> => {
    const { host, starting } = this;
    const { wasmUrl } = host;
    this.setFailure(undefined);
    try {
      const loading = host.core === undefined ? sharedCore(starting.source()) : Promise.resolve(host.core);
      // What failed is said in the language of the person, so the words come first.
      loading.catch(() => {});
      await this.loadTexts();
      const core = await loading;
      if (host.wasmUrl === wasmUrl) {
        host.core ??= core;
      }
    } catch (failure) {
      if (host.wasmUrl === wasmUrl) {
        this.setFailure(failure);
        reportFailure(failure);
        starting.failed(failure, this.texts);
      }
    }
  };

  /** In the language that the place has now. */
  readonly speak = (): void => {
    if (this.hasStarted) {
      this.loadTexts().catch(() => {});
    }
  };

  private async loadTexts(): Promise<void> {
    const locale = localeAt(this.host);
    const texts = await this.starting.load(locale);
    if (localeAt(this.host) === locale) {
      this.texts = texts;
      this.host.requestUpdate();
    }
  }

  private setFailure(failure: unknown): void {
    this.failure = failure;
    this.host.requestUpdate();
  }
}
