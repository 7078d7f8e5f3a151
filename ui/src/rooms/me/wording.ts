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

/** What comes through while its reader asked not to be disturbed, the worst first, and what does not change. */
export function restWords(except: string[], isOn: boolean): string {
  const through = ORDER.filter((severity) => except.includes(severity));
  const comes =
    through.length === 0
      ? 'Nothing comes through, not even critical.'
      : `${listed(through)} still ${through.length > 1 ? 'come' : 'comes'} through.`;
  const waits = through.length === ORDER.length ? 'Nothing waits.' : 'The rest waits until it ends.';
  return `${comes} ${waits} You ${isOn ? 'are still' : 'stay'} on call; others are asked as the policy says.`;
}

const ORDER = ['critical', 'high', 'medium', 'low'];

function listed(words: string[]): string {
  const text = words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const PLACES: Record<string, string> = { quiet: 'my quiet hours', order: 'my order', rest: 'do not disturb' };

/** Where a failing check is mended. Only do not disturb is one's own whatever a file says. */
export function remedyWords(remedy: string | null, isFixed: boolean): string {
  if (remedy === 'devices') return 'Add a device';
  if (remedy === 'number') return 'Verify my number';
  const verb = isFixed && remedy !== 'rest' ? 'See' : 'Change';
  return `${verb} ${PLACES[remedy ?? ''] ?? 'my settings'}`;
}
