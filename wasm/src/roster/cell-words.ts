// The words in the cells of a table, in the four languages and as programs write them.
import type { TableForm } from './contract.js';

export const yesNoWords = {
  yes_words: ['Yes', 'Ja', '是', 'True', 'Y', '1'],
  no_words: ['No', 'Nej', 'Nee', '否', 'False', 'N', '0'],
} as const satisfies Pick<TableForm, 'yes_words' | 'no_words'>;

/** Of a Partner Center account, and that there is none of something. */
export const accountWords = {
  work_words: [
    'Work',
    'Work account',
    'Arbete',
    'Arbetskonto',
    'Jobb',
    'Jobbkonto',
    'Werk',
    'Werkaccount',
    '工作',
    '公司',
  ],
  personal_words: [
    'Personal',
    'Personal account',
    'Privat',
    'Privatkonto',
    'Personligt',
    'Persoonlijk',
    'Privé',
    '個人',
  ],
  none_words: ['None', '-', '–', 'n/a', 'Inget', 'Ingen', 'Saknas', 'Geen', '無', '沒有'],
} as const satisfies Pick<TableForm, 'work_words' | 'personal_words' | 'none_words'>;

/** What begins a row that adds others up. */
export const totalWords = [
  ...['Total', 'Totals', 'Grand total', 'Subtotal', 'Sum', 'Sum total', 'Total people', 'Total number', 'Count'],
  ...['Summa', 'Totalt', 'Totalsumma', 'Delsumma', 'Antal', 'Summa personer', 'Antal personer', 'Totalt antal'],
  ...['Totaal', 'Totalen', 'Eindtotaal', 'Subtotaal', 'Som', 'Aantal', 'Totaal aantal', 'Aantal personen'],
  ...['合計', '總計', '總和', '小計', '總數', '總人數', '合計人數', '人數', '共計'],
] as const;
