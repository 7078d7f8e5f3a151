import type { MeasureFigures, MeasurePoint } from '../../api/types';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** `1,234` */
export const count = (value: number) => plain.format(value);

/** `48 s`, `4 min 5 s`, `1 h 12 min`, `3.5 days`; a dash when it never was. */
export function lasting(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) return '–';
  const whole = Math.round(seconds);
  if (whole < MINUTE) return `${whole} s`;
  if (whole < 10 * MINUTE) {
    const rest = whole % MINUTE;
    return rest ? `${Math.floor(whole / MINUTE)} min ${rest} s` : `${whole / MINUTE} min`;
  }
  if (whole < HOUR) return `${Math.round(whole / MINUTE)} min`;
  if (whole < 2 * DAY) {
    const minutes = Math.round(whole / MINUTE);
    const rest = minutes % 60;
    return rest ? `${Math.floor(minutes / 60)} h ${rest} min` : `${minutes / 60} h`;
  }
  return `${short.format(whole / DAY)} days`;
}

/** Without decimals where they say nothing; never rounded up to all. */
export function share(part: number, whole: number): string {
  if (whole === 0) return '–';
  const percent = (100 * part) / whole;
  return percent > 99 && percent < 100
    ? `${(Math.floor(percent * 10) / 10).toFixed(1)} %`
    : `${plain.format(percent)} %`;
}

/** A percentage of availability with the decimals that tell three nines from two; never rounded up to all. */
export function available(percent: number | null): string {
  if (percent === null) return '–';
  if (percent >= 100) return '100 %';
  const digits = percent >= 99 ? 3 : 1;
  return `${(Math.floor(percent * 10 ** digits) / 10 ** digits).toFixed(digits)} %`;
}

/** How a figure moved against the period before, in words. */
export function moved(now: number | null, before: number | null): string {
  if (now === null || before === null || before === 0) return 'nothing to compare with before';
  const percent = Math.round((100 * (now - before)) / before);
  if (percent === 0) return 'as before';
  return percent > 0 ? `${count(percent)} % more than before` : `${count(-percent)} % less than before`;
}

export const noise = ({ alerts, told }: MeasureFigures) => alerts - Math.min(told, alerts);

/** The points of a curve as numbers; what never was is left out of it. */
export const curve = (series: MeasurePoint[], of: (point: MeasurePoint) => number | null) => series.map(of);

export const NIGHTS = [22, 23, 0, 1, 2, 3, 4, 5, 6];
export const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** What was meant by a measured value of a unit. */
export function valued(value: number | null, unit: string): string {
  if (value === null) return '–';
  if (unit === 'seconds') return lasting(value);
  if (unit === 'percent') return `${short.format(value)} %`;
  return short.format(value);
}

const precise = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

/** A number of the server in the words of its unit. */
export function inWords(value: number | null, unit: string): string {
  if (value === null) return '–';
  switch (unit) {
    case 'seconds':
      return lasting(value);
    case 'percent':
      return share(value, 100);
    case 'rate':
      return `${precise.format(value)}\u00a0%`;
    case 'availability':
      return available(value);
    case 'stars':
      return `${value.toFixed(1)} of 5`;
    case 'hour':
      return `${String(value).padStart(2, '0')}:00`;
    default:
      return count(value);
  }
}

/** A table as RFC 4180; what a spreadsheet would take for a formula is text. */
export function csv(head: string[], rows: (string | number | null)[][]): string {
  const cell = (value: string | number | null) => {
    if (value === null) return '';
    if (typeof value === 'number') return String(value);
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n');
}
