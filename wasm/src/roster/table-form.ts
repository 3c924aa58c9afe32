// How a table is written, with all the words that its cells can be written with.
import type { Sniffed, TableForm } from './contract.js';
import { monthWords } from '../month-words.js';
import { accountWords, totalWords, yesNoWords } from './cell-words.js';

/** What a table may leave open, and what stands in front of its header. */
export interface FormOptions {
  dayOrder?: TableForm['day_order'] | undefined;
  shortYears?: TableForm['short_years'] | undefined;
  rowsAbove?: number | undefined;
}

type Shown = Pick<Sniffed, 'encoding' | 'delimiter'> & Partial<Pick<Sniffed, 'decimal_point' | 'decimal_comma'>>;

/**
 * `form` of a request; without a day order, days that can be read both ways are faults, and without `shortYears` those with a year of two digits. A table in Big5 is given in UTF-8,
 * and its form says so.
 */
export function tableForm(
  { encoding, delimiter, decimal_point: point, decimal_comma: comma }: Shown,
  hasHeader: boolean,
  { dayOrder, shortYears, rowsAbove = 0 }: FormOptions = {},
): TableForm & { delimiter: string } {
  const showsDecimals = (point === undefined) !== (comma === undefined);
  return {
    encoding: encoding === 'big5' ? 'utf-8' : encoding,
    delimiter,
    header: hasHeader,
    month_words: monthWords(),
    yes_words: [...yesNoWords.yes_words],
    no_words: [...yesNoWords.no_words],
    work_words: [...accountWords.work_words],
    personal_words: [...accountWords.personal_words],
    none_words: [...accountWords.none_words],
    total_words: [...totalWords],
    ...(showsDecimals ? { decimal_sign: comma === undefined ? 'point' : 'comma' } : {}),
    ...(rowsAbove > 0 ? { rows_above: rowsAbove } : {}),
    ...(dayOrder === undefined ? {} : { day_order: dayOrder }),
    ...(shortYears === undefined ? {} : { short_years: shortYears }),
  };
}
