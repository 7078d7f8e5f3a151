import { describe, expect, it } from 'vitest';
import type { SimulatedLine, SimulationView } from '../../api/types';
import { axisLength, instantOf, lanes, marks, millis, ticks, wallOf } from './axis';

function line(after: string, more: Partial<SimulatedLine>): SimulatedLine {
  return {
    at: '2026-03-29T01:30:00Z',
    after,
    what: 'told',
    person: null,
    webhook: null,
    channel: null,
    step: null,
    round: null,
    outcome: 'accepted',
    said: null,
    because: 'Step 1 asks.',
    ...more,
  };
}

describe('the axis of a simulation', () => {
  it('reads lengths', () => {
    expect(millis('PT0S')).toBe(0);
    expect(millis('PT1H5M')).toBe(65 * 60_000);
    expect(millis('PT1M20S')).toBe(80_000);
  });

  it('has a lane for each person and then for each webhook, and one spot for what falls together', () => {
    const found = lanes([
      line('PT0S', { webhook: 'audit' }),
      line('PT0S', { person: 'ada', outcome: 'failed' }),
      line('PT5M', { person: 'ada', outcome: 'failed' }),
      line('PT5M', { person: 'ada', outcome: 'given up' }),
      line('PT5M', { person: 'grace' }),
      line('PT0S', { what: 'opened' }),
    ]);
    expect(found.map(({ name }) => name)).toEqual(['ada', 'grace', 'audit']);
    expect(found[0]?.spots.map(({ lines, look }) => [lines.length, look])).toEqual([
      [1, 'failed'],
      [2, 'failed'],
    ]);
    expect(found[1]?.spots[0]?.look).toBe('taken');
  });

  it('marks what is known', () => {
    const view = { reachedAfter: 'PT0S', answeredAfter: null, exhaustedAfter: 'PT30M' } as SimulationView;
    expect(marks(view)).toEqual([
      { word: 'reached', after: 0 },
      { word: 'exhausted', after: 30 * 60_000 },
    ]);
  });

  it('has few and round figures', () => {
    expect(ticks(axisLength([]))).toHaveLength(6);
    expect(ticks(62 * 60_000).map((tick) => tick / 60_000)).toEqual([0, 10, 20, 30, 40, 50, 60]);
  });

  it('knows the instant of a clock on the wall, also in the night in which it jumps', () => {
    expect(instantOf('2026-07-01T09:00', 'Europe/London')).toBe('2026-07-01T08:00:00.000Z');
    expect(instantOf('2026-03-29T01:30', 'Europe/London')).toBe('2026-03-29T01:30:00.000Z');
    expect(instantOf('2026-11-23T09:00', 'Asia/Kolkata')).toBe('2026-11-23T03:30:00.000Z');
    expect(instantOf('soon', 'UTC')).toBeNull();
    expect(wallOf(Date.parse('2026-07-01T08:00:00Z'), 'Europe/London')).toBe('2026-07-01T09:00');
  });
});
