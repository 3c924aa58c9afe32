// All answers, by JSON pointer. Never changed in place. They outlive a change of action or language.
import type { Pointer } from '../pointers.js';
import { unanswered, type Entry } from './entry.js';

export class Answers {
  readonly #entries: ReadonlyMap<Pointer, Entry>;

  constructor(entries: Iterable<readonly [Pointer, Entry]> = []) {
    this.#entries = new Map(entries);
  }

  [Symbol.iterator](): Iterator<readonly [Pointer, Entry]> {
    return this.#entries.entries();
  }

  at(pointer: Pointer): Entry {
    return this.#entries.get(pointer) ?? unanswered;
  }

  with(pointer: Pointer, change: Partial<Entry>): Answers {
    return new Answers([...this.#entries, [pointer, { ...this.at(pointer), ...change }]]);
  }

  withRow(list: Pointer): Answers {
    return this.with(list, { state: 'given', rows: this.at(list).rows + 1 });
  }

  /** The rows behind it move up. */
  withoutRow(list: Pointer, index: number): Answers {
    const entries: [Pointer, Entry][] = [];
    for (const [pointer, entry] of this.#entries) {
      const place = pointer.startsWith(`${list}/`) ? Number(pointer.slice(list.length + 1).split('/')[0]) : -1;
      if (place < index) {
        entries.push([pointer, entry]);
      } else if (place > index) {
        const rest = pointer.slice(`${list}/${place}`.length);
        entries.push([`${list}/${place - 1}${rest}`, entry]);
      }
    }
    return new Answers(entries).with(list, { rows: Math.max(0, this.at(list).rows - 1) });
  }
}
