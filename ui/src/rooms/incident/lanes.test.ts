import { describe, expect, it } from 'vitest';
import type { LaneMark } from '../../api/types';
import { around, inOrder, next, place } from './lanes';

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
  it('places a mark by its time, and what came before at the beginning', () => {
    const axis = { from: at(10), until: at(20) };
    expect([0, 10, 15, 20, 40].map((second) => place(at(second), axis))).toEqual([0, 0, 0.5, 1, 1]);
    expect(place(at(10), { from: at(10), until: at(10) })).toBe(0);
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
