// Arithmetic with ISO days. No time zone moves them.

const dayLength = 86_400_000;

const at = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);
const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

export function addDays(iso: string, days: number): string {
  return isoOf(at(iso) + days * dayLength);
}

/** The last day of the month when it has no such day: 29 February + 12 months is 28 February. */
export function addMonths(iso: string, months: number): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return isoOf(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
}

export function daysBetween(from: string, until: string): number {
  return Math.round((at(until) - at(from)) / dayLength);
}

export function utcDate(iso: string): Date {
  return new Date(at(iso));
}

export function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}
