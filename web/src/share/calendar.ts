// Days as a calendar file. ical.js folds and escapes; it is fetched when a file is made.
import { canonical } from './canonical.js';

export interface CalendarDay {
  /** The name of the date in the contract. */
  name: string;
  /** ISO day. */
  on: string;
  summary: string;
  /** In place of the one of all days. */
  description?: string;
}

export interface CalendarFile {
  /** What was asked, on which day. */
  request: { today: string; action?: object };
  /** The action counts from its own day, which is today when it is left out. */
  hasOwnDay: boolean;
  locale: string;
  description: string;
  days: readonly CalendarDay[];
}

/** The same case has the same events whenever it is made, so that a calendar replaces them. */
export async function calendarFile({ request, hasOwnDay, locale, description, days }: CalendarFile): Promise<string> {
  const { default: ICAL } = await import('ical.js');
  // ical.js counts the octets of a folded line without the space before it.
  ICAL.foldLength = 74;
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//Partner Check//EN');
  for (const { name, on, summary, description: own = description } of days) {
    const event = new ICAL.Component('vevent');
    const start = ICAL.Time.fromDateString(on);
    const end = start.clone();
    end.adjust(1, 0, 0, 0);
    event.updatePropertyWithValue('uid', `${identityOf(request, hasOwnDay)}-${name}@partner-check`);
    // The day of the question serves as the time of making: no clock is read, and a later question counts as newer.
    event.updatePropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString(`${request.today}T00:00:00Z`));
    event.updatePropertyWithValue('sequence', daysSince1990(request.today));
    event.updatePropertyWithValue('dtstart', start);
    event.updatePropertyWithValue('dtend', end);
    event.updatePropertyWithValue('transp', 'TRANSPARENT');
    event.addProperty(text(ICAL, 'summary', summary, locale));
    event.addProperty(text(ICAL, 'description', own, locale));
    const alarm = new ICAL.Component('valarm');
    alarm.updatePropertyWithValue('action', 'DISPLAY');
    alarm.updatePropertyWithValue('trigger', ICAL.Duration.fromString('PT9H'));
    alarm.addProperty(text(ICAL, 'description', summary, locale));
    event.addSubcomponent(alarm);
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}

function text(ical: typeof import('ical.js').default, name: string, value: string, locale: string) {
  const property = new ical.Property(name);
  property.setParameter('language', locale);
  // Control characters have no place in a calendar, line ends aside.
  property.setValue(value.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n]/gu, ' '));
  return property;
}

/** The day of the question is no part of the case, unless it is the day of the action too. */
function identityOf(request: CalendarFile['request'], hasOwnDay: boolean): string {
  const { today, ...rest } = request;
  return fnv(canonical(hasOwnDay ? { ...rest, action: { on: today, ...rest.action } } : rest));
}

/** FNV-1a, 64 bits: a name, not a secret. */
function fnv(value: string): string {
  const hash = new TextEncoder()
    .encode(value)
    .reduce((all, byte) => BigInt.asUintN(64, (all ^ BigInt(byte)) * 0x100000001b3n), 0xcbf29ce484222325n);
  return hash.toString(16).padStart(16, '0');
}

function daysSince1990(iso: string): number {
  return (Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1990, 0, 1)) / 86_400_000;
}
