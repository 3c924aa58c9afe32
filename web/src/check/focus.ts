// Where the focus goes. Each waits until what it leads to is there.
import type { LitElement } from 'lit';
import { parentOf, type Pointer } from '../library/pointers.js';

/** To the input of a question, or to that of the question that holds it. */
export async function focusIn({ updateComplete, renderRoot }: LitElement, pointer: Pointer): Promise<void> {
  await updateComplete;
  for (let at = pointer; at !== ''; at = parentOf(at)) {
    const place = renderRoot.querySelector(`[data-pointer="${at}"]`);
    const inputs = place === null ? [] : [...place.querySelectorAll<HTMLInputElement>('input, select, textarea')];
    const target =
      inputs.find((input) => input.getAttribute('aria-invalid') === 'true') ??
      inputs.find((input) => input.type === 'text') ??
      inputs.find((input) => input.checked) ??
      inputs[0];
    if (target !== undefined) {
      target.closest('details')?.setAttribute('open', '');
      target.focus();
      return;
    }
  }
}

/** The whole part comes into view, not only what has the focus. */
export async function focusOn({ updateComplete, renderRoot }: LitElement, target: string, part: string): Promise<void> {
  await updateComplete;
  renderRoot.querySelector(part)?.scrollIntoView({ block: 'start' });
  renderRoot.querySelector<HTMLElement>(target)?.focus({ preventScroll: true });
}
