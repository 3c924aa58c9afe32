// Rows of CSV that no spreadsheet takes for more than text.

export type Cell = string | number | undefined;

export function csvRow(cells: readonly Cell[], delimiter: string): string {
  return `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\n`;
}

function csvCell(cell: Cell, delimiter: string): string {
  if (typeof cell !== 'string') {
    return cell === undefined ? '' : String(cell);
  }
  // A spreadsheet would compute what begins like this.
  const text = /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
}
