// Options that several commands know.
import { chooseLocale, locales, type Locale } from '../text.js';
import { oneOf, UsageError, type Option, type Values } from './command.js';
import { readWhole } from './input.js';

export const questionOptions = {
  today: {
    value: 'DAY',
    help: 'The day of the question, such as 2021-05-20. Without it: the day that this computer\nsays it is. (The rules themselves read no clock.)',
  },
  ruleset: { value: 'ID', help: 'The rules as of which day; without it the newest of the five documents.' },
  'ruleset-file': {
    value: 'FILE',
    multiple: true,
    help: 'A ruleset of your own, as JSON. Can be given more than once.',
  },
  lang: {
    value: 'LOCALE',
    help: `Words in ${locales.join(', ')}, or in the language alone, such as sv;\nwithout it as LC_ALL or LANG say.`,
  },
} satisfies Record<string, Option>;

export function todayOf(values: Values): string {
  return values.today === undefined ? civilDay(new Date()) : dayOf('today', String(values.today));
}

/** @throws UsageError when it is not written like a day. */
export function dayOf(name: string, day: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) {
    throw new UsageError(`--${name} ${day}: write year, month and day, such as 2021-05-20`);
  }
  return day;
}

function civilDay(now: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export function localeOf(values: Values): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const system = [LC_ALL, LC_MESSAGES, LANG].find((name) => name !== undefined && name !== '') ?? 'en-US';
  if (values.lang !== undefined) {
    const wanted = String(values.lang).toLowerCase().split(/[-_]/)[0];
    const locale = locales.find((each) => each.split('-')[0] === wanted);
    return locale ?? (oneOf('lang', values.lang, locales) as Locale);
  }
  // As the system writes it: sv_SE.UTF-8
  return chooseLocale([system.replace(/\..*/, '').replace('_', '-')]);
}

/** The texts of the files, for `loadRuleset`. */
export async function rulesetTexts(values: Values): Promise<{ name: string; text: string }[]> {
  const names = (values['ruleset-file'] ?? []) as string[];
  return Promise.all(names.map(async (name) => ({ name, text: await readWhole(name) })));
}
