// Days: as people write them, and the one of the device.
import type { PartnerCheck as Core } from 'partnercheck';
import { monthWords } from 'partnercheck/text';

export type DateReader = Pick<Core, 'readDate'>;

/** The ISO days that a text may be. What is no day, and what may be two, is left to the core to refuse. */
export function readDate(core: DateReader, text: string): readonly string[] {
  const written = text.normalize('NFKC').trim();
  if (written === '') {
    return [];
  }
  const answer = core.readDate({
    text: written,
    ...(/\p{L}/u.test(written) ? { month_words: monthWords() } : {}),
  });
  return answer.type === 'success' ? answer.dates : [];
}

/** The device's civil day. */
export function civilToday(now = new Date()): string {
  const part = (value: number, digits: number): string => String(value).padStart(digits, '0');
  return `${part(now.getFullYear(), 4)}-${part(now.getMonth() + 1, 2)}-${part(now.getDate(), 2)}`;
}
