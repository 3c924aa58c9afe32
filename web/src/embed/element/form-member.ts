// The element's place in a form, and its states for styles. The DOM of test runners has only parts of the internals that
// browsers have, or none: there nothing is sent, and an input that is in no page says what is valid.
import { showState } from './states.js';

export class FormMember {
  private readonly internals: Partial<ElementInternals>;
  private readonly standIn = document.createElement('input');

  constructor(private readonly element: HTMLElement) {
    this.internals = element.attachInternals?.() ?? {};
  }

  get form(): HTMLFormElement | null {
    return this.internals.form ?? this.element.closest('form');
  }

  get validity(): ValidityState {
    return this.internals.validity ?? this.standIn.validity;
  }

  get validationMessage(): string {
    return this.internals.validationMessage ?? this.standIn.validationMessage;
  }

  get willValidate(): boolean {
    return this.internals.willValidate ?? this.standIn.willValidate;
  }

  checkValidity(): boolean {
    return this.internals.checkValidity?.() ?? this.standIn.checkValidity();
  }

  reportValidity(): boolean {
    return this.internals.reportValidity?.() ?? this.standIn.reportValidity();
  }

  /** `state`: what the browser gives back when somebody returns to the page. */
  send(value: string | null, state?: string): void {
    this.internals.setFormValue?.(value, state);
  }

  /** `why` is empty where nothing is missing; `place`: what gets the focus. */
  require(why: string, place: HTMLElement | null): void {
    if (this.internals.setValidity === undefined) {
      this.standIn.setCustomValidity(why);
    } else if (why === '') {
      this.internals.setValidity({});
    } else {
      this.internals.setValidity({ valueMissing: true }, why, place ?? undefined);
    }
  }

  /** The one of `all` that the element is in now, if any. */
  show(state: string | undefined, all: readonly string[]): void {
    showState(this.internals, state, all);
  }
}
