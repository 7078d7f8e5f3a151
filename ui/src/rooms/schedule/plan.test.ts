import { describe, expect, it } from 'vitest';
import type { Duty, Plan } from '../../api/types';
import { daysWords, lastMonth, oddLength, place, spanWords, tracks, windowOf, within, zonePlace } from './plan';

const named = (word: string) => ({ id: word, word, name: word });

function duty(person: string, from: string | null, until: string | null): Duty {
  return { schedule: named('s'), person: named(person), layer: 'l', override: null, insteadOf: null, from, until };
}

const days = ['2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30'].map((date, i) => ({
  date,
  from: `${date}T00:00:00Z`,
  until: `2026-03-${28 + i}T00:00:00Z`,
  minutes: i === 2 ? 1380 : 1440,
}));

describe('a plan', () => {
  it('cuts what reaches out of the window and leaves out what lies beside it', () => {
    const window = windowOf(days);
    expect(place({ from: null, until: '2026-03-28T00:00:00Z' }, window)).toEqual({ left: 0, width: 25 });
    expect(place({ from: '2026-03-29T00:00:00Z', until: null }, window)).toEqual({ left: 50, width: 50 });
    expect(place({ from: '2026-04-29T00:00:00Z', until: null }, window)).toBeNull();
  });

  it('finds the one shift in which hours lie', () => {
    const ada = duty('ada', '2026-03-28T00:00:00Z', '2026-03-29T00:00:00Z');
    const plan = { items: [ada, duty('grace', '2026-03-29T00:00:00Z', null)], gaps: [] as Plan['gaps'] } as Plan;
    const hours = (from: string, until: string) => ({ from: Date.parse(from), until: Date.parse(until) });
    const inside = hours('2026-03-28T06:00:00Z', '2026-03-28T09:00:00Z');
    expect(within(plan, inside)).toEqual({
      ...ada,
      from: '2026-03-28T06:00:00.000Z',
      until: '2026-03-28T09:00:00.000Z',
    });
    expect(within(plan, hours('2026-03-28T20:00:00Z', '2026-03-29T02:00:00Z'))).toBeNull();
    expect(
      within({ ...plan, gaps: [{ from: '2026-03-28T08:00:00Z', until: '2026-03-28T10:00:00Z' }] }, inside),
    ).toBeNull();
  });

  it('puts two at once on two tracks and those that follow each other on one', () => {
    const found = tracks([
      duty('ada', '2026-03-28T00:00:00Z', '2026-03-29T00:00:00Z'),
      duty('linus', '2026-03-28T00:00:00Z', null),
      duty('grace', '2026-03-29T00:00:00Z', null),
    ]);
    expect(found.map((track) => track.map(({ person }) => person.word))).toEqual([['ada', 'grace'], ['linus']]);
  });

  it('says how long a day is only when it is not as always', () => {
    expect(days.map(oddLength)).toEqual([null, null, '23 h', null]);
  });

  it('says its days as short as can be', () => {
    const now = Date.parse('2026-03-20T00:00:00Z');
    const words = (from: string, until: string) =>
      daysWords({ from: Date.parse(`${from}T00:00:00Z`), until: Date.parse(`${until}T00:00:00Z`) }, 'UTC', now);
    expect(words('2026-03-26', '2026-03-27')).toBe('26 Mar');
    expect(words('2027-03-24', '2027-03-31')).toBe('24 to 30 Mar 2027');
    expect(words('2027-03-29', '2027-04-05')).toBe('29 Mar to 4 Apr 2027');
    expect(words('2026-12-28', '2027-01-04')).toBe('28 Dec to 3 Jan 2027');
  });

  it('says a time with its zone and in UTC', () => {
    const now = Date.parse('2026-03-20T00:00:00Z');
    expect(
      spanWords(Date.parse('2026-03-29T12:00:00Z'), Date.parse('2026-03-29T18:00:00Z'), 'Europe/Berlin', now),
    ).toBe('29 Mar, 14:00 to 20:00 CEST (12:00 to 18:00 UTC)');
    expect(spanWords(Date.parse('2026-03-29T22:00:00Z'), Date.parse('2026-03-30T02:00:00Z'), 'UTC', now)).toBe(
      '29 Mar, 22:00 to 30 Mar, 02:00 UTC',
    );
  });
});

describe('a zone', () => {
  it('is called by its place', () => {
    expect(zonePlace('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
    expect(zonePlace('UTC')).toBe('UTC');
  });
});

describe('the last month', () => {
  it('is a whole one, also in January', () => {
    expect(lastMonth(Date.UTC(2026, 0, 15))).toEqual({
      from: '2025-12-01T00:00:00.000Z',
      until: '2026-01-01T00:00:00.000Z',
    });
  });
});
