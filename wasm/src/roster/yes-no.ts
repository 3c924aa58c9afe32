// The words for yes and no in the cells of a table, in the four languages and as programs write them.
import type { TableForm } from './contract.js';

export const yesNoWords = {
  yes_words: ['Yes', 'Ja', '是', 'True', 'Y', '1'],
  no_words: ['No', 'Nej', 'Nee', '否', 'False', 'N', '0'],
} as const satisfies Pick<TableForm, 'yes_words' | 'no_words'>;
