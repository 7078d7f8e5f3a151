import { describe, expect, it } from 'vitest';
import { csv, lasting, moved, share, valued } from './wording';

describe('figures in words', () => {
  it('say how long something lasted, no more exactly than helps', () => {
    expect([null, 0, 48, 108, 240, 1500, 3600, 4320, 200_000].map(lasting)).toEqual([
      '–',
      '0 s',
      '48 s',
      '1 min 48 s',
      '4 min',
      '25 min',
      '1 h',
      '1 h 12 min',
      '2.3 days',
    ]);
  });

  it('never call 99.96 % all', () => {
    expect(share(9996, 10_000)).toBe('99.9 %');
    expect(share(1, 1)).toBe('100 %');
    expect(share(1, 3)).toBe('33 %');
    expect(share(0, 0)).toBe('–');
  });

  it('say how they moved, and when there is nothing to compare with', () => {
    expect(moved(120, 100)).toBe('20 % more than before');
    expect(moved(80, 100)).toBe('20 % less than before');
    expect(moved(100, 100)).toBe('as before');
    expect(moved(5, 0)).toBe('nothing to compare with before');
    expect(moved(null, 5)).toBe('nothing to compare with before');
  });

  it('carry their unit', () => {
    expect(valued(7200, 'seconds')).toBe('2 h');
    expect(valued(95.25, 'percent')).toBe('95.3 %');
    expect(valued(null, 'percent')).toBe('–');
  });
});

describe('a table for a spreadsheet', () => {
  it('quotes what needs it and lets nothing be a formula', () => {
    expect(
      csv(
        ['rule', 'pages'],
        [
          ['a "b", c', 1],
          ['=cmd()', 2],
          ['-1', null],
        ],
      ),
    ).toBe('rule,pages\r\n"a ""b"", c",1\r\n\'=cmd(),2\r\n\'-1,');
  });
});
