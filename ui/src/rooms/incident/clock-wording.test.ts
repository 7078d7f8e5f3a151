import { describe, expect, it } from 'vitest';
import type { SlaClock } from '../../api/types';
import { wordsOf } from './clock-wording';
import { MONDAY, minutesLater } from './examples';

const clock = (part: Partial<SlaClock> = {}): SlaClock => ({
  kind: 'answer',
  state: 'running',
  beganAt: MONDAY,
  targetSeconds: 900,
  dueAt: minutesLater(15),
  calendar: 'always',
  foretold: 0,
  breachedAt: null,
  endedAt: null,
  late: false,
  usedSeconds: null,
  pausedBecause: [],
  before: null,
  ...part,
});

const at = (minutes: number) => Date.parse(minutesLater(minutes));

describe('a clock', () => {
  it('says how much time is left, and asks for attention when it is little', () => {
    expect(wordsOf(clock(), at(12))).toEqual({ kind: 'answer', text: 'answer due in 3 min', isLate: false });
    expect(wordsOf(clock({ foretold: 80 }), at(12))?.isLate).toBe(true);
    expect(wordsOf(clock(), at(15))?.text).toBe('answer due now');
  });

  it('says for how long it is late', () => {
    const late = clock({ kind: 'resolve', breachedAt: minutesLater(15) });
    expect(wordsOf(late, at(27))).toEqual({ kind: 'resolve', text: 'resolve overdue by 12 min', isLate: true });
    expect(wordsOf({ ...late, state: 'met', late: true }, at(99))?.text).toBe('resolved later than promised');
  });

  it('says why it stands still', () => {
    const still = clock({ state: 'paused', dueAt: null, pausedBecause: ['snoozed', 'by_hand'] });
    expect(wordsOf(still, at(99))?.text).toBe('answer clock stands still: snoozed, by hand');
  });

  it('is silent about what is done in time, goes on elsewhere or was never promised', () => {
    expect(wordsOf(clock({ state: 'met' }), at(99))).toBeNull();
    expect(wordsOf(clock({ state: 'stopped', dueAt: null }), at(99))).toBeNull();
    expect(wordsOf(clock({ targetSeconds: null, dueAt: null }), at(99))).toBeNull();
  });
});
