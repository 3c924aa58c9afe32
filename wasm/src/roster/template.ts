// The association history of our own, to be filled in with a spreadsheet.
import type { Locale } from '../text.js';
import { headers } from './headers.js';

const examples = [
  ['990012345', 'Contoso', '2021-02-01', '2021-05-01', '', '1', 'Fabrikam', 'work', 'anna@fabrikam.example'],
  ['990012345', 'Fabrikam', '2021-05-01', '', '', '1', 'Fabrikam', 'work', 'anna@fabrikam.example'],
];

/** Where a comma stands in numbers, a spreadsheet wants a semicolon between cells. */
const delimiters: Record<Locale, string> = { 'en-US': ',', 'zh-TW': ',', 'sv-SE': ';', 'nl-NL': ';' };

/** CSV with a header and two rows as an example, in UTF-8 with the mark by which spreadsheets know it. */
export function template(locale: Locale): string {
  const header = Object.values(headers.associations).map((names) => names[locale][0]);
  return `\ufeff${[header, ...examples].map((row) => `${row.join(delimiters[locale])}\r\n`).join('')}`;
}
