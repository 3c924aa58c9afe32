// Two ways to read a table in JavaScript.
import Papa from 'papaparse';
import { addStart, dayOf, decideAll } from './by-hand.mjs';

/** As anybody would: the whole text to rows, the rows to people. */
export function papaParse(bytes) {
  const { data } = Papa.parse(new TextDecoder().decode(bytes), { skipEmptyLines: true });
  const people = new Map();
  for (let row = 1; row < data.length; ++row) {
    addStart(people, data[row][0], dayOf(data[row][2]));
  }
  return decideAll(people);
}

/** Knows this one table: no quoted line ends, quoted commas only in the second column, days always written alike. */
export function split(bytes) {
  const lines = new TextDecoder().decode(bytes).split('\r\n');
  const people = new Map();
  for (let line = 1; line < lines.length; ++line) {
    const cells = lines[line].split(',');
    if (cells.length >= 4) {
      addStart(people, cells[0], dayOf(cells[cells.length - 2]));
    }
  }
  return decideAll(people);
}
