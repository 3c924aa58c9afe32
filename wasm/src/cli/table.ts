// Columns that stand under each other, for a terminal.
import { shown } from './output.js';

/** Two places in a terminal. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

function placesOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/\p{M}/u.test(sign) ? 0 : wide.test(sign) ? 2 : 1), 0);
}

/** The first rows decide how wide the columns are; what is longer later runs over. */
export class AlignedTable {
  #widths: number[] = [];

  constructor(private readonly header: readonly string[]) {}

  rows(rows: readonly (readonly string[])[]): string {
    const cells = rows.map((row) => row.map((cell) => shown(cell).replaceAll('\n', '\ufffd')));
    if (this.#widths.length === 0) {
      cells.unshift([...this.header]);
      this.#widths = this.header.map((_, column) => Math.max(...cells.map((row) => placesOf(row[column] ?? ''))));
    }
    return cells
      .map(
        (row) =>
          `${row
            .map((cell, column) => this.#padded(cell, column))
            .join('  ')
            .trimEnd()}\n`,
      )
      .join('');
  }

  #padded(cell: string, column: number): string {
    return cell + ' '.repeat(Math.max(0, (this.#widths[column] ?? 0) - placesOf(cell)));
  }
}
