import type { Plan, PlanDay } from '../../api/types';
import { dayKey } from '../../kit/time';
import type { Window } from './plan';

/** How much of a schedule is looked at, and from which day. Days and their lengths come from the server; here they are only counted. */

export type Length = 'day' | 'week' | 'weeks' | 'month';

export const LENGTHS: Record<Length, string> = { day: 'Day', week: 'Week', weeks: '2 weeks', month: 'Month' };

const DAYS = { day: 1, week: 7, weeks: 14 };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface View {
  length: Length;
  /** The first day, `2026-03-23`; of a month any of its days. */
  day: string;
}

const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`);

const keyOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(noon(text));

/** What an address asks for; today, a week, where it says nothing. */
export function viewOf(length: string | null, day: string | null, zone: string, now: number): View {
  return {
    length: length !== null && length in LENGTHS ? (length as Length) : 'week',
    day: isDay(day) ? day : dayKey(now, zone),
  };
}

function first({ length, day }: View): string {
  return length === 'month' ? `${day.slice(0, 8)}01` : day;
}

/** The first day after the view. */
function after(view: View): string {
  const day = first(view);
  if (view.length !== 'month') return keyOf(noon(day) + DAYS[view.length] * DAY);
  return keyOf(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1, 12));
}

/** One view on, or one back. */
export function stepped(view: View, way: 1 | -1): View {
  if (way > 0) return { ...view, day: after(view) };
  if (view.length !== 'month') return { ...view, day: keyOf(noon(view.day) - DAYS[view.length] * DAY) };
  const day = first(view);
  return { ...view, day: keyOf(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 2, 1, 12)) };
}

/** What must be asked for to have all of these days in any zone: the first clock on earth is 14 h ahead, the last 12 h behind. */
export function askedFor(view: View): Window {
  return { from: Date.parse(first(view)) - 14 * HOUR, until: Date.parse(after(view)) + 12 * HOUR };
}

export function daysOf(plan: Plan, view: View): PlanDay[] {
  const [begin, end] = [first(view), after(view)];
  return plan.days.filter(({ date }) => date >= begin && date < end);
}

/** 0 for Monday, to 6. */
export function weekday(date: string): number {
  return (new Date(noon(date)).getUTCDay() + 6) % 7;
}

/** Half hours, counted from the beginning of what is shown. */
const GRAIN = 30 * 60_000;

/** The hours between two places of a row, each from 0 to 1; at least half an hour. */
export function drawn(one: number, other: number, window: Window): Window {
  const whole = window.until - window.from;
  const at = (share: number) => Math.min(1, Math.max(0, share)) * whole;
  const from = Math.floor(at(Math.min(one, other)) / GRAIN) * GRAIN;
  const until = Math.max(from + GRAIN, Math.ceil(at(Math.max(one, other)) / GRAIN) * GRAIN);
  return { from: window.from + from, until: Math.min(window.until, window.from + until) };
}
