/** Words for moments. Formats only; who is on call when is the business of the server. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string, locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${locale} ${JSON.stringify(options)}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
    formatters.set(key, found);
  }
  return found;
}

export function browserZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** All zones the browser knows, always with UTC and the ones asked for. */
export function zones(...alsoThese: string[]): string[] {
  const known = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set(['UTC', ...alsoThese, ...known])].filter(isZone).sort((a, b) => a.localeCompare(b));
}

/** `03:17` */
export function clock(at: number, zone: string): string {
  return formatter(zone, 'en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** `03:17:05` */
export function clockSeconds(at: number, zone: string): string {
  return formatter(zone, 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** `2026-03-26`, to compare days. */
export function dayKey(at: number, zone: string): string {
  return formatter(zone, 'en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** `26 Mar`, with the year when it is another one. */
export function shortDay(at: number, zone: string, now: number): string {
  const isSameYear = dayKey(at, zone).slice(0, 4) === dayKey(now, zone).slice(0, 4);
  return formatter(zone, 'en-GB', {
    day: 'numeric',
    month: 'short',
    ...(isSameYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** `Thursday 26 March` */
export function longDay(at: number, zone: string): string {
  return formatter(zone, 'en-GB', { weekday: 'long', day: 'numeric', month: 'long' }).format(at).replace(',', '');
}

// No single locale knows all abbreviations: en-GB says CET, en-US says EST, en-AU says AEDT, en-IN says IST.
const LOCALES = ['en-GB', 'en-US', 'en-AU', 'en-IN', 'en-NZ', 'en-ZA'];

/** `CET` or, where no abbreviation is in use, `UTC+03:30`. */
export function zoneName(at: number, zone: string): string {
  for (const locale of LOCALES) {
    const name = partOf(formatter(zone, locale, { timeZoneName: 'short', hour: '2-digit' }), at, 'timeZoneName');
    if (name && !/^(GMT|UTC)[+-]/.test(name)) return name;
  }
  const offset = partOf(formatter(zone, 'en-GB', { timeZoneName: 'longOffset', hour: '2-digit' }), at, 'timeZoneName');
  return (offset ?? 'UTC').replace('GMT', 'UTC');
}

function partOf(format: Intl.DateTimeFormat, at: number, type: Intl.DateTimeFormatPartTypes): string | undefined {
  return format.formatToParts(at).find((part) => part.type === type)?.value;
}

/** `03:17`, and the day before it when it is not today. */
export function clockOnDay(at: number, zone: string, now: number): string {
  return dayKey(at, zone) === dayKey(now, zone) ? clock(at, zone) : `${shortDay(at, zone, now)}, ${clock(at, zone)}`;
}

/** `03:17 CET (02:17 UTC)`, with days where they differ from today or from each other; in London's winter `02:17 GMT` says it all. */
export function fullClock(at: number, zone: string, now: number): string {
  const name = zoneName(at, zone);
  const local = `${clockOnDay(at, zone, now)} ${name}`;
  if (name === 'UTC' || name === 'GMT') return local;
  const isSameDay = dayKey(at, zone) === dayKey(at, 'UTC');
  const utc = isSameDay ? clock(at, 'UTC') : `${shortDay(at, 'UTC', now)}, ${clock(at, 'UTC')}`;
  return `${local} (${utc} UTC)`;
}

/** `4 min`, `2 h`, `3 d`: one figure, for a column. */
export function age(from: number, now: number): string {
  const past = Math.max(0, now - from);
  if (past < MINUTE) return 'now';
  if (past < HOUR) return `${Math.floor(past / MINUTE)} min`;
  if (past < 2 * DAY) return `${Math.floor(past / HOUR)} h`;
  return `${Math.floor(past / DAY)} d`;
}

/** `4 min ago` */
export function ago(from: number, now: number): string {
  const words = age(from, now);
  return words === 'now' ? 'just now' : `${words} ago`;
}

/** `3 min 39 s`, `2 h 5 min`, `3 d 4 h`: two figures, for a sentence. */
export function span(length: number): string {
  const seconds = Math.max(0, Math.round(length / SECOND));
  const units: [number, string][] = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ];
  const first = units.findIndex(([figure]) => figure > 0);
  if (first < 0) return '0 s';
  return units
    .slice(first, first + 2)
    .filter(([figure]) => figure > 0)
    .map(([figure, unit]) => `${figure} ${unit}`)
    .join(' ');
}

/** `10:58`, `1 h 05 min`, or null when the moment has come. */
export function countdown(to: number, now: number): string | null {
  const left = Math.ceil((to - now) / SECOND);
  if (left <= 0) return null;
  const hours = Math.floor(left / 3600);
  const minutes = Math.floor(left / 60) % 60;
  if (hours >= 48) return `${Math.floor(hours / 24)} d`;
  if (hours > 0) return `${hours} h ${String(minutes).padStart(2, '0')} min`;
  return `${minutes}:${String(left % 60).padStart(2, '0')}`;
}
