import { describe, expect, it } from 'vitest';
import { channelOf, kindOf, stateOf, took } from './wording';

describe('the words of the outbox', () => {
  it('name every state, also one that is not known yet', () => {
    expect(stateOf('undelivered')).toEqual({ word: 'Not delivered', look: 'firing', icon: 'alert' });
    expect(stateOf('put_off')).toEqual({ word: 'Put off', look: 'snoozed', icon: 'clock' });
    expect(kindOf('holder')).toBe('word to its holder');
    expect(channelOf('pigeon_post')).toBe('pigeon post');
  });

  it('say how long something took as exactly as it matters', () => {
    expect([12, 400, 9_400, 9_960, 61_000, 180_000, 7_300_000].map(took)).toEqual([
      '12 ms',
      '0.4 s',
      '9.4 s',
      '10 s',
      '61 s',
      '3 min',
      '2 h',
    ]);
  });
});
