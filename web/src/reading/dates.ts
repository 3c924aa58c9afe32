// Reads a date as people write it. What cannot be read for certain is left to the core to refuse.

/** ISO day, or undefined. Accepts 2021-05-31, the numeric order of the locale, and written months. */
export function readDate(text: string, locale: string): string | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  return readYearFirst(plain) ?? readNumbers(plain, locale) ?? readWrittenMonth(plain, locale);
}

/** The device's civil day. */
export function civilToday(now = new Date()): string {
  return isoDay(now.getFullYear(), now.getMonth() + 1, now.getDate()) as string;
}

function readYearFirst(text: string): string | undefined {
  const match = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/.exec(text);
  return match === null ? undefined : isoDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

function readNumbers(text: string, locale: string): string | undefined {
  const match = /^(\d{1,2})\s*[-./\s]\s*(\d{1,2})\s*[-./\s]\s*(\d{4})$/.exec(text);
  if (match === null) {
    return undefined;
  }
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const dayFirst = isoDay(year, second, first);
  const monthFirst = isoDay(year, first, second);
  // Only one of the two may be a day of the calendar; then there is no doubt.
  return writesMonthFirst(locale) ? (monthFirst ?? dayFirst) : (dayFirst ?? monthFirst);
}

function readWrittenMonth(text: string, locale: string): string | undefined {
  const words = text.split(/[\s,.\-/]+/).filter((word) => word !== '');
  const months = monthNames(locale);
  const named = words.filter((word) => months.has(word));
  const numbers = words.map((word) => word.replace(/(?<=\d)(st|nd|rd|th|e)$/, '')).filter((word) => /^\d+$/.test(word));
  const year = numbers.find((number) => number.length === 4);
  const day = numbers.find((number) => number.length <= 2);
  const weekdays = weekdayNames(locale);
  const others = words.length - named.length - words.filter((word) => weekdays.has(word)).length;
  if (named.length !== 1 || numbers.length !== 2 || others !== 2 || year === undefined || day === undefined) {
    return undefined;
  }
  return isoDay(Number(year), months.get(named[0] as string) as number, Number(day));
}

function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : undefined;
}

function writesMonthFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { dateStyle: 'short' }).formatToParts(0).map((part) => part.type);
  return parts.indexOf('month') < parts.indexOf('day') && parts.indexOf('year') > parts.indexOf('month');
}

const names = new Map<string, Map<string, number>>();

/** The names of the months in the locale and in English, long and short, by their number. */
function monthNames(locale: string): Map<string, number> {
  return namesOf(`month ${locale}`, locale, 12, (index) => Date.UTC(2021, index, 15), 'month');
}

function weekdayNames(locale: string): Map<string, number> {
  return namesOf(`weekday ${locale}`, locale, 7, (index) => Date.UTC(2021, 0, 3 + index), 'weekday');
}

function namesOf(
  key: string,
  locale: string,
  count: number,
  day: (index: number) => number,
  part: 'month' | 'weekday',
) {
  let found = names.get(key);
  if (found === undefined) {
    found = new Map();
    for (const language of [locale, 'en-US']) {
      for (const style of ['long', 'short'] as const) {
        const format = new Intl.DateTimeFormat(language, { day: 'numeric', [part]: style, timeZone: 'UTC' });
        for (let index = 0; index < count; index += 1) {
          const name = format.formatToParts(day(index)).find((piece) => piece.type === part)?.value ?? '';
          found.set(name.toLowerCase().replace(/\.$/, ''), index + 1);
        }
      }
    }
    names.set(key, found);
  }
  return found;
}
