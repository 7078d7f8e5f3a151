import { describe, expect, it } from 'vitest';
import type { Rule } from '../../api/types';
import { gist, isWhole, ruleOf, valuesOf, wordFor } from './wording';

const rule = (kind: string, said: Record<string, unknown>) => ({ kind, rule: said }) as unknown as Rule;

describe('a rule and its form', () => {
  it('are the same thing both ways', () => {
    const said = { services: ['db', 'shop'], from: 'a', until: 'b', repeat: 'weekly', reason: 'Upgrade', order: 7 };
    const values = valuesOf('maintenance', said as unknown as Rule['rule']);
    expect(values).toEqual({
      services: 'db, shop',
      from: 'a',
      until: 'b',
      repeat: 'weekly',
      reason: 'Upgrade',
      order: '7',
    });
    expect(ruleOf('maintenance', values)).toEqual(said);
  });

  it('leave out what is empty, and send a number that is none for the server to refuse', () => {
    expect(ruleOf('flapping', { when: ' true ', changes: 'many', within: '', order: ' ' })).toEqual({
      when: 'true',
      changes: 'many',
    });
    expect(ruleOf('silences', { when: 'x', everything: 'true' })).toEqual({ when: 'x', everything: true });
  });

  it('can be tried when everything that is needed is there', () => {
    expect(isWhole('holds', { when: 'true' })).toBe(false);
    expect(isWhole('holds', { when: 'true', wait: '2m' })).toBe(true);
    expect(isWhole('maintenance', { from: 'a', until: 'b', reason: 'c' })).toBe(true);
  });
});

describe('the gist of a rule', () => {
  it.each([
    [rule('maintenance', { services: ['db'], repeat: 'daily', reason: 'Backup' }), 'db · daily · Backup'],
    [rule('inhibitions', { source: 'a', target: 'b' }), 'a mutes b'],
    [rule('correlation', { when: 'a', by: [] }), 'a · by the rule alone'],
    [rule('flapping', { when: 'a', changes: 3, within: '5m' }), 'a · more than 3 times in 5m'],
    [rule('thresholds', { when: 'a', count: 3, within: '5m' }), 'a · 3 in 5m'],
    [rule('holds', { when: 'a', wait: '2m' }), 'a · 2m'],
    [rule('silences', { when: 'a', reason: 'Move' }), 'a · Move'],
  ])('is one line', (given, line) => {
    expect(gist(given)).toBe(line);
  });

  it('gives it a word that it may have', () => {
    expect(wordFor('silences', { reason: 'Umzug nach München!' })).toBe('umzug-nach-mu-nchen');
    expect(wordFor('holds', { when: '"' })).toBe('rule');
  });
});
