// How a table is written, with all the words that its days and its yes and no can be written with.
import type { Sniffed, TableForm } from './contract.js';
import { monthWords } from '../month-words.js';
import { yesNoWords } from './yes-no.js';

/** `form` of a request; without a day order, days that can be read both ways are faults. */
export function tableForm(
  { encoding, delimiter }: Pick<Sniffed, 'encoding' | 'delimiter'>,
  hasHeader: boolean,
  dayOrder?: NonNullable<TableForm['day_order']>,
): TableForm & { delimiter: string } {
  return {
    encoding,
    delimiter,
    header: hasHeader,
    month_words: monthWords(),
    yes_words: [...yesNoWords.yes_words],
    no_words: [...yesNoWords.no_words],
    ...(dayOrder === undefined ? {} : { day_order: dayOrder }),
  };
}
