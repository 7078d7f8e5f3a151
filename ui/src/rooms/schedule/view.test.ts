import { describe, expect, it } from 'vitest';
import type { Plan } from '../../api/types';
import { askedFor, daysOf, drawn, stepped, viewOf, weekday } from './view';

const NOW = Date.parse('2026-03-26T23:30:00Z');
const HOUR = 3_600_000;

describe('a view', () => {
  it('begins today where the reader is, for a week', () => {
    expect(viewOf(null, null, 'Europe/Berlin', NOW)).toEqual({ length: 'week', day: '2026-03-27' });
    expect(viewOf('month', '2026-02-30x', 'UTC', NOW)).toEqual({ length: 'month', day: '2026-03-26' });
    expect(viewOf('decade', '2026-01-05', 'UTC', NOW)).toEqual({ length: 'week', day: '2026-01-05' });
  });

  it('goes on by its own length, also over the night on which the clock changes and over the year', () => {
    expect(stepped({ length: 'day', day: '2026-03-28' }, 1).day).toBe('2026-03-29');
    expect(stepped({ length: 'day', day: '2026-03-30' }, -1).day).toBe('2026-03-29');
    expect(stepped({ length: 'weeks', day: '2026-10-20' }, 1).day).toBe('2026-11-03');
    expect(stepped({ length: 'month', day: '2026-12-31' }, 1).day).toBe('2027-01-01');
    expect(stepped({ length: 'month', day: '2026-01-31' }, -1).day).toBe('2025-12-01');
  });

  it('asks for enough to have its days in every zone', () => {
    expect(askedFor({ length: 'month', day: '2026-02-14' })).toEqual({
      from: Date.parse('2026-01-31T10:00:00Z'),
      until: Date.parse('2026-03-01T12:00:00Z'),
    });
  });

  it('shows its days alone', () => {
    const days = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map((date) => ({ date }));
    const shown = daysOf({ days } as Plan, { length: 'month', day: '2026-02-14' });
    expect(shown.map(({ date }) => date)).toEqual(['2026-02-01', '2026-02-28']);
    expect(weekday('2026-02-01')).toBe(6);
    expect(weekday('2026-02-02')).toBe(0);
  });
});

describe('hours that are drawn', () => {
  const window = { from: 0, until: 24 * HOUR };

  it('are whole half hours, whichever way they were drawn', () => {
    expect(drawn(0.376, 0.251, window)).toEqual({ from: 6 * HOUR, until: 9.5 * HOUR });
    expect(drawn(0.5, 0.5, window)).toEqual({ from: 12 * HOUR, until: 12.5 * HOUR });
  });

  it('end where the row ends', () => {
    expect(drawn(-0.2, 1.7, window)).toEqual({ from: 0, until: 24 * HOUR });
  });
});
