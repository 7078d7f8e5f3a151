import { describe, expect, it } from 'vitest';
import type { FeedbackWeek } from '../../api/types';
import { barsOf, dayOf, moodOf, rateDrawing, shareOf } from './wording';

const week = (more: Partial<FeedbackWeek>): FeedbackWeek => ({
  week: '2026-11-23',
  told: 10,
  rated: 0,
  useful: 0,
  noise: 0,
  wrongPerson: 0,
  incidents: 0,
  mean: null,
  ...more,
});

describe('figures in words', () => {
  it('say that there is nothing yet', () => {
    expect(shareOf(0, 0)).toBe('none yet');
    expect(shareOf(0, 7)).toBe('0 %');
    expect(shareOf(1, 3)).toBe('33.3 %');
  });

  it('call a mood by its name', () => {
    expect([-1, -0.2, -0.1, 0, 0.19, 0.5].map(moodOf)).toEqual([
      'blame',
      'blame',
      'neither',
      'neither',
      'neither',
      'praise',
    ]);
  });

  it('write the day of a date, whatever the zone of the reader', () => {
    expect(dayOf('2026-11-23')).toBe('23 Nov');
  });
});

describe('the course', () => {
  it('leaves room above the goal, and for what is above that', () => {
    expect(rateDrawing([week({ rated: 1 }), week({ rated: 2 })], 15)).toEqual({
      line: 'M0.0 66.7L100.0 33.3',
      goal: 'M0 50.0H100',
      most: 30,
    });
    expect(rateDrawing([week({ rated: 10 })], 15).line).toBe('M0.0 0.0');
  });

  it('is flat where nobody was told', () => {
    expect(rateDrawing([week({ told: 0 })], 15).line).toBe('M0.0 100.0');
  });

  it('stacks what was said, and never outside of the drawing', () => {
    const bars = barsOf([week({ rated: 4, useful: 1, noise: 2, wrongPerson: 1 }), week({ rated: 2, useful: 2 })]);
    expect(bars[0]).toMatchObject({ useful: { y: 75, height: 25 }, other: { y: 0, height: 75 } });
    expect(bars[1]).toMatchObject({ useful: { y: 50, height: 50 }, other: { height: 0 } });
    expect(bars.every(({ x, width }) => x >= 0 && x + width <= 100)).toBe(true);
  });
});
