import { describe, expect, it } from 'vitest';
import type { LaneMark } from '../../api/types';
import { around, cellOf, inOrder, next, spaced } from './lanes';

const at = (second: number) => new Date(Date.UTC(2026, 2, 9, 3, 0, second)).toISOString();
const mark = (second: number, part: Partial<LaneMark> = {}): LaneMark => ({
  at: at(second),
  until: at(second),
  count: 1,
  kind: 'alert',
  sentence: `At ${second}.`,
  detail: null,
  severity: null,
  ...part,
});

describe('lanes', () => {
  it('divides the axis into cells, and what came before stands in the first', () => {
    const axis = { from: at(16), until: at(32), partMillis: 1000 };
    expect([0, 16, 17, 24, 32, 50].map((second) => cellOf(at(second), axis))).toEqual([0, 0, 1, 8, 15, 15]);
    expect(cellOf(at(16), { from: at(16), until: at(16), partMillis: 1000 })).toBe(0);
  });

  it('lets no mark cover another', () => {
    const axis = { from: at(0), until: at(48), partMillis: 3000 };
    const marks = [mark(1, { severity: 'low' }), mark(2, { count: 3, until: at(2), severity: 'high' }), mark(30)];
    expect(spaced(marks, axis).map(({ at, until, count, severity }) => [at, until, count, severity])).toEqual([
      [at(1), at(2), 4, 'high'],
      [at(30), at(30), 1, null],
    ]);
  });

  it('are walked along and across with the arrow keys', () => {
    const marks = [[mark(1), mark(30)], [], [mark(2), mark(28), mark(50)]];
    expect(next(marks, { lane: 0, mark: 0 }, 'ArrowRight')).toEqual({ lane: 0, mark: 1 });
    expect(next(marks, { lane: 0, mark: 1 }, 'ArrowRight')).toBeNull();
    expect(next(marks, { lane: 0, mark: 1 }, 'ArrowDown')).toEqual({ lane: 2, mark: 1 });
    expect(next(marks, { lane: 2, mark: 2 }, 'ArrowUp')).toEqual({ lane: 0, mark: 1 });
    expect(next(marks, { lane: 0, mark: 0 }, 'ArrowUp')).toBeNull();
    expect(next(marks, { lane: 2, mark: 2 }, 'Home')).toEqual({ lane: 2, mark: 0 });
    expect(next(marks, { lane: 2, mark: 0 }, 'End')).toEqual({ lane: 2, mark: 2 });
    expect(next(marks, { lane: 0, mark: 0 }, 'a')).toBeNull();
  });

  it('are looked at more closely a little wider than what was chosen', () => {
    expect(around(mark(10, { until: at(20) }), 20_000)).toEqual({ from: at(8), until: at(22) });
  });

  it('are one list in order of time', () => {
    const lanes = [
      { lane: 'alerts', total: 2, marks: [mark(1), mark(30)] },
      { lane: 'people', total: 1, marks: [mark(2)] },
    ];
    expect(inOrder({ lanes }).map(({ lane, mark: { sentence } }) => `${lane} ${sentence}`)).toEqual([
      'alerts At 1.',
      'people At 2.',
      'alerts At 30.',
    ]);
  });
});
