import { describe, expect, it } from 'vitest';
import { remedyWords, restWords, shiftWords, shortEnd } from './wording';

const ZONE = 'Europe/Berlin';
const NOW = Date.parse('2026-03-26T02:42:00Z');

describe('an end beside a name', () => {
  it.each([
    ['2026-03-26T07:00:00Z', '08:00'],
    ['2026-03-30T07:00:00Z', 'Mon 09:00'],
    ['2026-04-07T07:00:00Z', '7 Apr'],
  ])('%s is %s', (at, words) => {
    expect(shortEnd(Date.parse(at), ZONE, NOW)).toBe(words);
  });
});

describe('a shift', () => {
  it.each([
    [null, null, 'no end in sight'],
    [null, '2026-03-26T07:00:00Z', 'until Thu 26 Mar, 08:00'],
    ['2026-03-26T19:00:00Z', '2026-03-27T07:00:00Z', 'Thu 26 Mar, 20:00 to Fri 08:00'],
    ['2026-03-27T07:00:00Z', '2026-03-27T19:00:00Z', 'Fri 27 Mar, 08:00 to 20:00'],
    ['2026-03-27T07:00:00Z', '2026-03-30T06:00:00Z', 'Fri 27 Mar, 08:00 to Mon 30 Mar, 08:00'],
    ['2026-03-27T07:00:00Z', null, 'from Fri 27 Mar, 08:00'],
  ])('from %s until %s is said in words', (from, until, words) => {
    expect(shiftWords(from, until, ZONE)).toBe(words);
  });
});

describe('do not disturb', () => {
  it('says what comes through, the worst first', () => {
    expect(restWords(['high', 'critical'], false)).toMatch(/^Critical and high still come through\. The rest waits/);
    expect(restWords([], true)).toMatch(/^Nothing comes through, not even critical\./);
    expect(restWords(['low', 'medium', 'high', 'critical'], true)).toContain('Nothing waits.');
  });

  it('is changed by its reader even where a file describes them', () => {
    expect(remedyWords('rest', true)).toBe('Change do not disturb');
    expect(remedyWords('quiet', true)).toBe('See my quiet hours');
    expect(remedyWords('order', false)).toBe('Change my order');
  });
});
