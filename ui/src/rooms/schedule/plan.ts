import type { Duty, Plan, PlanDay } from '../../api/types';
import { clock, dayKey, shortDay, zoneName } from '../../kit/time';

/** Where things stand in a plan. Who is on call when, and how long a day is, comes from the server. */

export interface Stretch {
  from: string | null;
  until: string | null;
}

export interface Window {
  from: number;
  until: number;
}

export function windowOf(days: PlanDay[]): Window {
  const first = days[0];
  const last = days[days.length - 1];
  return first && last ? { from: Date.parse(first.from), until: Date.parse(last.until) } : { from: 0, until: 1 };
}

/** Left edge and width in percent of the window, or null when nothing of it is in there. */
export function place(stretch: Stretch, window: Window): { left: number; width: number } | null {
  const from = Math.max(stretch.from ? Date.parse(stretch.from) : window.from, window.from);
  const until = Math.min(stretch.until ? Date.parse(stretch.until) : window.until, window.until);
  if (until <= from) return null;
  const whole = window.until - window.from;
  return { left: (100 * (from - window.from)) / whole, width: (100 * (until - from)) / whole };
}

/** The one shift in which hours lie, cut to them; null when they are of several or of nobody. */
export function within(plan: Plan, hours: Window): Duty | null {
  const touched = plan.items.filter((duty) => place(duty, hours));
  const [only] = touched;
  const isFree = plan.gaps.some((gap) => place(gap, hours));
  if (!only || touched.length > 1 || isFree) return null;
  return { ...only, from: new Date(hours.from).toISOString(), until: new Date(hours.until).toISOString() };
}

/** Duties that lie over each other get tracks of their own. */
export function tracks(duties: Duty[]): Duty[][] {
  const found: Duty[][] = [];
  for (const duty of duties) {
    const from = duty.from ? Date.parse(duty.from) : Number.NEGATIVE_INFINITY;
    const free = found.find((track) => {
      const last = track[track.length - 1];
      return last?.until != null && Date.parse(last.until) <= from;
    });
    if (free) free.push(duty);
    else found.push([duty]);
  }
  return found;
}

/** `23 h` for a day on which the clock is changed, else nothing. */
export function oddLength(day: PlanDay): string | null {
  if (day.minutes === 1440) return null;
  const minutes = day.minutes % 60;
  return `${Math.floor(day.minutes / 60)} h${minutes ? ` ${minutes} min` : ''}`;
}

/** `Sun 29 Mar, 14:00 to 20:00 CEST (12:00 to 18:00 UTC)` */
export function spanWords(from: number, until: number, zone: string, now: number): string {
  const end = (at: number, where: string) =>
    dayKey(from, where) === dayKey(at, where) ? clock(at, where) : `${shortDay(at, where, now)}, ${clock(at, where)}`;
  const name = zoneName(until, zone);
  const local = `${shortDay(from, zone, now)}, ${clock(from, zone)} to ${end(until, zone)} ${name}`;
  if (name === 'UTC' || name === 'GMT') return local;
  return `${local} (${clock(from, 'UTC')} to ${end(until, 'UTC')} UTC)`;
}

/** `26 Mar`, `24 to 30 Mar`, `27 Nov to 3 Dec`; with the year when it is another one. */
export function daysWords(window: Window, zone: string, now: number): string {
  const last = window.until - 1;
  if (dayKey(window.from, zone) === dayKey(last, zone)) return shortDay(last, zone, now);
  const end = shortDay(last, zone, now);
  const isSameMonth = dayKey(window.from, zone).slice(0, 7) === dayKey(last, zone).slice(0, 7);
  if (isSameMonth) return `${Number(dayKey(window.from, zone).slice(8))} to ${end}`;
  const isSameYear = dayKey(window.from, zone).slice(0, 4) === dayKey(last, zone).slice(0, 4);
  return `${shortDay(window.from, zone, isSameYear ? last : now)} to ${end}`;
}

export function hours(minutes: number): string {
  return String(Math.round(minutes / 60));
}

/** From the first of the month before to the first of this one, in UTC. */
export function lastMonth(now: number): { from: string; until: string } {
  const today = new Date(now);
  const first = (month: number) => new Date(Date.UTC(today.getUTCFullYear(), month, 1)).toISOString();
  return { from: first(today.getUTCMonth() - 1), until: first(today.getUTCMonth()) };
}

/** `Berlin` */
export const zonePlace = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
