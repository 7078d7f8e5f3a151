import { clock, dayKey, shortDay } from '../../kit/time';

const DAY = 86_400_000;

const named = (at: number, zone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(at);

/** `Thu 26 Mar, 20:00` */
function day(at: number, zone: string): string {
  const date = named(at, zone, { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '');
  return `${date}, ${clock(at, zone)}`;
}

/** `08:00` today, `Mon 09:00` within a week, `7 Apr` after that: what has room beside a name. */
export function shortEnd(at: number, zone: string, now: number): string {
  if (dayKey(at, zone) === dayKey(now, zone)) return clock(at, zone);
  if (at - now < 6 * DAY) return `${named(at, zone, { weekday: 'short' })} ${clock(at, zone)}`;
  return shortDay(at, zone, now);
}

/** `until Thu 26 Mar, 08:00`, `Thu 26 Mar, 20:00 to Fri 08:00`; nothing is said of an end that is not in sight. */
export function shiftWords(from: string | null, until: string | null, zone: string): string {
  const end = until === null ? null : Date.parse(until);
  if (from === null) return end === null ? 'no end in sight' : `until ${day(end, zone)}`;
  const begin = Date.parse(from);
  if (end === null) return `from ${day(begin, zone)}`;
  if (dayKey(begin, zone) === dayKey(end, zone)) return `${day(begin, zone)} to ${clock(end, zone)}`;
  const isNext = end - begin < DAY;
  return `${day(begin, zone)} to ${isNext ? `${named(end, zone, { weekday: 'short' })} ${clock(end, zone)}` : day(end, zone)}`;
}
