import { describe, expect, it } from 'vitest';
import { age, clockOnDay, countdown, fullClock, isZone, longDay, shortDay, span, zoneName, zones } from './time';

const at = (text: string) => Date.parse(text);
const BERLIN = 'Europe/Berlin';

describe('a moment in a zone', () => {
  const now = at('2026-03-26T02:20:00Z');

  it('is told in local time with UTC beside it', () => {
    expect(fullClock(at('2026-03-26T02:17:00Z'), BERLIN, now)).toBe('03:17 CET (02:17 UTC)');
    expect(fullClock(at('2026-03-26T02:17:00Z'), 'UTC', now)).toBe('02:17 UTC');
    expect(fullClock(at('2026-03-26T02:17:00Z'), 'Europe/London', now)).toBe('02:17 GMT');
  });

  it('names the days where they differ', () => {
    expect(fullClock(at('2026-03-25T23:30:00Z'), BERLIN, now)).toBe('00:30 CET (25 Mar, 23:30 UTC)');
    expect(fullClock(at('2026-03-20T11:00:00Z'), BERLIN, now)).toBe('20 Mar, 12:00 CET (11:00 UTC)');
    expect(clockOnDay(at('2025-12-31T11:00:00Z'), BERLIN, now)).toBe('31 Dec 2025, 12:00');
  });

  it('knows the abbreviations that people there use', () => {
    const summer = at('2026-07-01T12:00:00Z');
    expect(zoneName(summer, BERLIN)).toBe('CEST');
    expect(zoneName(summer, 'America/New_York')).toBe('EDT');
    expect(zoneName(summer, 'Asia/Kolkata')).toBe('IST');
    expect(zoneName(summer, 'Australia/Sydney')).toBe('AEST');
    expect(zoneName(summer, 'Asia/Kathmandu')).toBe('UTC+05:45');
  });

  it('names days', () => {
    expect(longDay(now, BERLIN)).toBe('Thursday 26 March');
    expect(shortDay(at('2026-03-25T23:30:00Z'), BERLIN, now)).toBe('26 Mar');
  });
});

describe('the night the clocks change', () => {
  it('jumps from 01:59 to 03:00 in spring', () => {
    const now = at('2026-03-29T03:00:00Z');
    expect(fullClock(at('2026-03-29T00:59:00Z'), BERLIN, now)).toBe('01:59 CET (00:59 UTC)');
    expect(fullClock(at('2026-03-29T01:00:00Z'), BERLIN, now)).toBe('03:00 CEST (01:00 UTC)');
  });

  it('tells the two 02:30 of autumn apart', () => {
    const now = at('2026-10-25T06:00:00Z');
    expect(fullClock(at('2026-10-25T00:30:00Z'), BERLIN, now)).toBe('02:30 CEST (00:30 UTC)');
    expect(fullClock(at('2026-10-25T01:30:00Z'), BERLIN, now)).toBe('02:30 CET (01:30 UTC)');
  });

  it('changes by half an hour on Lord Howe Island', () => {
    const now = at('2026-04-04T18:00:00Z');
    expect(fullClock(at('2026-04-04T14:59:00Z'), 'Australia/Lord_Howe', now)).toContain('01:59');
    expect(fullClock(at('2026-04-04T15:00:00Z'), 'Australia/Lord_Howe', now)).toContain('01:30');
  });

  it('does not bend a span or a countdown', () => {
    const before = at('2026-03-29T00:30:00Z');
    const after = at('2026-03-29T01:30:00Z');
    expect(span(after - before)).toBe('1 h');
    expect(countdown(after, before)).toBe('1 h 00 min');
  });
});

describe('how long', () => {
  it('is one figure in a column', () => {
    expect(age(0, 30_000)).toBe('now');
    expect(age(0, 4 * 60_000)).toBe('4 min');
    expect(age(0, 26 * 3_600_000)).toBe('26 h');
    expect(age(0, 49 * 3_600_000)).toBe('2 d');
    expect(age(1000, 0)).toBe('now');
  });

  it('is at most two figures in a sentence', () => {
    expect(span(0)).toBe('0 s');
    expect(span(219_000)).toBe('3 min 39 s');
    expect(span(3_600_000)).toBe('1 h');
    expect(span(93_784_000)).toBe('1 d 2 h');
  });

  it('counts down to the moment and then stops', () => {
    expect(countdown(658_000, 0)).toBe('10:58');
    expect(countdown(61_000, 0)).toBe('1:01');
    expect(countdown(3_900_000, 0)).toBe('1 h 05 min');
    expect(countdown(1, 0)).toBe('0:01');
    expect(countdown(0, 0)).toBeNull();
    expect(countdown(0, 5000)).toBeNull();
  });
});

it('offers every zone once and refuses invented ones', () => {
  const all = zones(BERLIN, 'Not/Azone');
  expect(all).toContain('UTC');
  expect(all).toContain(BERLIN);
  expect(all).not.toContain('Not/Azone');
  expect(new Set(all).size).toBe(all.length);
  expect(isZone('Mars/Olympus')).toBe(false);
});
