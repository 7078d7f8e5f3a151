import { clock, dayKey } from '../../kit/time';

/** A time as a person edits it: wall times of a zone, and the exact moments they began with. */
export interface Span {
  from: string;
  until: string;
}

/** `2026-03-29T09:00`, as a field for local times wants it. */
export function wallTime(at: number, zone: string): string {
  return `${dayKey(at, zone)}T${clock(at, zone)}`;
}

export function spanOf(from: number, until: number, zone: string): Span {
  return { from: wallTime(from, zone), until: wallTime(until, zone) };
}

/**
 * What is sent: a wall time, which the server reads in the zone of the schedule, or the moment itself where nobody changed it. On the
 * night on which a time comes twice only the moment says which one is meant.
 */
export function sent(span: Span, from: number, until: number, zone: string): Span {
  const begun = spanOf(from, until, zone);
  return {
    from: span.from === begun.from ? new Date(from).toISOString() : span.from,
    until: span.until === begun.until ? new Date(until).toISOString() : span.until,
  };
}

export const isWhole = (span: Span): boolean => span.from !== '' && span.until !== '';
