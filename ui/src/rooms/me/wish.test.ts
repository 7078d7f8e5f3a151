import { describe, expect, it } from 'vitest';
import { draftOf, moved, problemAt, problemElsewhere, step, stepWords, wishOf, written } from './wish';

const FILE = {
  phone: '+447700900123',
  timeZone: 'Europe/London',
  reach: { critical: [{ push: '0m' }, { sms: '2m' }, { call: '5m', every: '3m' }] },
  quiet: { hours: '22:00-07:00', except: ['critical'] },
};

describe('a wish', () => {
  it('is written back as it was read', () => {
    expect(wishOf(draftOf(FILE))).toEqual(FILE);
    expect(wishOf(draftOf({ timeZone: 'UTC' }))).toEqual({ timeZone: 'UTC' });
  });

  it('repeats only its last way', () => {
    const draft = draftOf(FILE);
    draft.orders.critical?.push(step('email', ' 10m '));
    expect(wishOf(draft).reach?.critical).toEqual([{ push: '0m' }, { sms: '2m' }, { call: '5m' }, { email: '10m' }]);
  });

  it('keeps its times in order when a way moves', () => {
    const steps = draftOf(FILE).orders.critical ?? [];
    expect(moved(steps, 2, -1).map(({ channel, after, every }) => [channel, after, every])).toEqual([
      ['push', '0m', ''],
      ['call', '2m', ''],
      ['sms', '5m', '3m'],
    ]);
    expect(moved(steps, 0, -1)).toBe(steps);
  });

  it('is said in words', () => {
    const call = { channel: 'call' as const, name: 'call', afterSeconds: 120, everySeconds: 300 };
    expect(stepWords(call)).toBe('call after 2 min, then every 5 min');
    expect(stepWords({ ...call, afterSeconds: 0, everySeconds: null })).toBe('call');
    expect([0, 20, 90, 120, 7200].map(written)).toEqual(['0m', '20s', '90s', '2m', '2h']);
  });
});

describe('a mistake', () => {
  const errors = [
    { path: 'people.ada.phone', message: 'Not a number.' },
    { path: 'people.ada@example.com.reach.high[1].sms', message: 'Not a time.' },
    { path: 'people.ada.reach.high[1].every', message: 'Too often.' },
    { path: 'people.ada.reach.high[10]', message: 'Another.' },
  ];

  it('stands at its field', () => {
    expect(problemAt(errors, 'phone')).toBe('Not a number.');
    expect(problemAt(errors, 'reach.high[1]')).toBe('Not a time. Too often.');
    expect(problemAt(errors, 'timeZone')).toBeUndefined();
    expect(problemAt(errors, 'reach.high[0]')).toBeUndefined();
    expect(problemElsewhere(errors)).toBeUndefined();
    expect(problemElsewhere([{ path: 'people.ada.name', message: 'Too long.' }])).toBe('Too long.');
  });
});
