import { describe, expect, it } from 'vitest';
import { isUnderWay } from './use-channels';
import { inPlace, queueWords, rateWords } from './wording';

describe('the words of a channel', () => {
  it('say how many got through, and how soon', () => {
    expect(rateWords({ taken: 118, lost: 2, percent: 98, p50Millis: 400, p95Millis: 2_000 })).toBe(
      '98 % of 120 got through, half within 0.4 s, 95 % within 2.0 s',
    );
    expect(rateWords({ taken: 0, lost: 3, percent: 0, p50Millis: null, p95Millis: null })).toBe('0 % of 3 got through');
    expect(rateWords({ taken: 0, lost: 0, percent: null, p50Millis: null, p95Millis: null })).toBe('nothing was sent');
  });

  it('say what is not sent yet', () => {
    expect(queueWords({ due: 0, waiting: 0, sending: 0, oldest: null })).toBe('empty');
    expect(queueWords({ due: 2, waiting: 5, sending: 1, oldest: null })).toBe('2 due, 5 waiting, 1 being sent');
  });

  it('stay where they were when the page was opened', () => {
    const all = ['c', 'new', 'a'].map((id) => ({ id }));
    expect(inPlace(all, ['a', 'c']).map(({ id }) => id)).toEqual(['a', 'c', 'new']);
    expect(inPlace(all, []).map(({ id }) => id)).toEqual(['c', 'new', 'a']);
  });

  it('know when a test is on its way, and when it has been for too long', () => {
    const at = '2026-11-27T09:00:00Z';
    const test = (state: string) => ({
      test: { id: '1', recipient: 'Ada', state, reason: null, requestedAt: at, changedAt: at, confirmedAt: null },
    });
    const now = Date.parse(at) + 5_000;
    expect(isUnderWay(test('pending'), now)).toBe(true);
    expect(isUnderWay(test('sent'), now)).toBe(false);
    expect(isUnderWay(test('pending'), now + 600_000)).toBe(false);
    expect(isUnderWay({ test: null }, now)).toBe(false);
  });
});
