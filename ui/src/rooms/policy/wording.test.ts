import { describe, expect, it } from 'vitest';
import type { PolicyFinding, PolicyTarget } from '../../api/types';
import { findingWords, gist, meansNow, shortFinding, targetWords } from './wording';

const target = (kind: string, word: string, name: string, ...people: string[]): [string, PolicyTarget] => [
  `${kind}:${word}`,
  {
    target: `${kind}:${word}`,
    kind,
    word,
    name,
    people: people.map((one) => ({ id: one, word: one, name: one })),
  },
];
const known = new Map([
  target('schedule', 'payments', 'Payments primary', 'Grace'),
  target('schedule', 'empty', 'Nights'),
  target('team', 'shop', 'Shop', 'Ada', 'Grace'),
  target('person', 'ada', 'Ada Lovelace', 'Ada Lovelace'),
]);
const finding = (more: Partial<PolicyFinding>): PolicyFinding => ({
  kind: 'nobody',
  branch: null,
  step: 1,
  moments: 2670,
  always: false,
  people: [],
  schedules: [],
  spans: [],
  more: 0,
  ...more,
});

describe('the words of a policy', () => {
  it('name whom a step means, with real names', () => {
    expect(targetWords('schedule:payments', known)).toBe('Payments primary');
    expect(targetWords('team:shop', known)).toBe('everybody in Shop');
    expect(targetWords('role:architect', known)).toBe('role architect');
    expect(targetWords('webhook:audit', known)).toBe('webhook audit');
    expect(targetWords('person:gone', known)).toBe('gone');
    expect(meansNow('schedule:payments', known)).toBe('now Grace');
    expect(meansNow('schedule:empty', known)).toBe('nobody is on call now');
    expect(meansNow('team:shop', known)).toBe('Ada and Grace');
    expect(meansNow('person:ada', known)).toBeNull();
  });

  it('say all steps in one line', () => {
    const steps = [
      { notify: ['schedule:payments'], wait: '15m' },
      { notify: ['person:ada', 'team:shop'], wait: '5m' },
    ];
    expect(gist({ steps }, known)).toBe('Payments primary · after 15 min Ada Lovelace, everybody in Shop');
  });

  it('say what was found and where', () => {
    expect(findingWords(finding({}))).toBe('2,670 reach nobody at step 1.');
    expect(findingWords(finding({ branch: 2, kind: 'nobody new' }))).toBe('2,670 wake nobody new at step 1 of case 2.');
    expect(findingWords(finding({ always: true }))).toBe('Step 1 never reaches anybody.');
    expect(shortFinding(finding({ moments: 128 }))).toBe('Step 1 reaches nobody for 128 h in 8 weeks');
    expect(shortFinding(finding({ always: true }))).toBe('Step 1 reaches nobody at all');
  });
});
