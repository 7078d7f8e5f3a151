import { describe, expect, it } from 'vitest';
import { heat, lastOf, path, spread, ticks } from './drawing';

describe('a curve', () => {
  it('goes from left to right, the most at the top', () => {
    expect(path([0, 5, 10], 10)).toBe('M0 100L50 50L100 0');
  });

  it('is interrupted where nothing was measured, and shows a lone point', () => {
    expect(path([5, null, 10, 10], 10)).toBe('M0 50h0.01M66.7 0L100 0');
    expect(path([null, null], 1)).toBe('');
    expect(path([1], 1)).toBe('M0 0h0.01');
  });

  it('is named at its last value', () => {
    expect(lastOf([1, 2, null])).toBe(2);
    expect(lastOf([null])).toBeNull();
  });
});

describe('the axis', () => {
  it('names the beginning, the middle and the end, each once', () => {
    expect(ticks(['a', 'b', 'c', 'd', 'e'])).toEqual(['a', 'c', 'e']);
    expect(ticks(['a'])).toEqual(['a']);
    expect(ticks([])).toEqual([]);
  });
});

describe('heat', () => {
  it('shows one of many, too', () => {
    expect([heat(0, 100), heat(1, 100), heat(50, 100), heat(100, 100)]).toEqual([0, 1, 3, 6]);
  });
});

describe('names at the ends of curves', () => {
  it('stand at the height of each', () => expect(spread([10, 80])).toEqual([10, 80]));
  it('move apart when they would lie on one another', () => expect(spread([97, 99])).toEqual([76, 100]));
  it('keep their order at the top', () => expect(spread([2, 0])).toEqual([24, 0]));
});
