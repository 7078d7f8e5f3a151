import { describe, expect, it } from 'vitest';
import { changes } from './diff';
import { type Draft, draftOf, moved, newCase, newStep, patched, type Section } from './draft';

const before = draftOf({
  repeat: 0,
  steps: [
    { notify: ['person:ada'], wait: '5m' },
    { notify: ['person:grace'], wait: '10m' },
  ],
});
const name = (target: string) => target.split(':')[1] ?? '';
const always = before[0] as Section;
const withSteps = (steps: Section['steps']): Draft => [{ ...always, steps }];
const [ada, grace] = always.steps as [Section['steps'][0], Section['steps'][0]];

describe('what a save would change', () => {
  it('is nothing when nothing was changed', () => {
    expect(changes(before, before, name)).toEqual([]);
  });

  it('names the step and its fields', () => {
    const raw = patched(ada.raw, { wait: '7m', notify: ['person:ada', 'team:shop'], turns: true });
    expect(changes(before, withSteps([{ ...ada, raw }, grace]), name)).toEqual([
      'Step 1: ada → ada, shop; wait 5m → 7m; turns changed.',
    ]);
  });

  it('knows a step that moved, one that is new and one that goes', () => {
    expect(changes(before, withSteps(moved(always.steps, 0, 1)), name)).toEqual([
      'Step 1: was step 2.',
      'Step 2: was step 1.',
    ]);
    const added = { ...newStep(), raw: { notify: ['person:linus'], wait: '1h' } };
    expect(changes(before, withSteps([ada, added]), name)).toEqual([
      'Step 2 is new: linus, wait 1h.',
      'Step 2 of before goes: grace.',
    ]);
  });

  it('says what is changed about rounds and cases', () => {
    const rounds = [{ ...always, raw: { repeat: 2 } }];
    expect(changes(before, rounds, name)).toEqual(['Further rounds 0 → 2.']);
    const added = newCase();
    expect(changes(before, [...before, added], name)).toEqual(['Case 1 is new: critical.']);
    expect(changes([...before, added], before, name)).toEqual(['The case for critical goes.']);
    const other = { ...added, raw: { severity: ['low'], hours: ['Sat'], repeat: 0 } };
    expect(changes([...before, added], [...before, other], name)).toEqual(['Case 1: for critical → low, Sat.']);
  });
});
