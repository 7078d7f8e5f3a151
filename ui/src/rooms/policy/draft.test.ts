import { describe, expect, it } from 'vitest';
import {
  beginnings,
  type Draft,
  draftOf,
  hasMistakes,
  hoursOf,
  mistakeOf,
  mistakeOfCase,
  mistakeOfSection,
  mistakeOfWord,
  mistakesOfStep,
  moved,
  newCase,
  patched,
  policyOf,
  type Section,
  severitiesOf,
  waitMillis,
  yamlOf,
} from './draft';
import { hourLines } from './SectionForm';

const POLICY = {
  repeat: 1,
  steps: [
    { level: 'On call', notify: ['schedule:payments'], wait: '15m', turns: true },
    { notify: ['role:senior', 'person:grace'], wait: '30m', each: '2m', answer: 'all' },
  ],
  when: [{ severity: 'critical', repeat: 2, steps: [{ notify: ['team:payments'], wait: '5m' }], later: 1 }],
};
const section = (draft: Draft, place: number) => draft[place] as Section;

describe('a draft of a policy', () => {
  it('is the same policy again, with all that the editor does not know', () => {
    expect(policyOf(draftOf(POLICY))).toEqual(POLICY);
  });

  it('changes one field of a step and leaves the others', () => {
    const draft = draftOf(POLICY);
    const first = section(draft, 0);
    const changed = first.steps.map((step, place) =>
      place === 1 ? { ...step, raw: patched(step.raw, { wait: '20m', each: undefined }) } : step,
    );
    expect(policyOf([{ ...first, steps: changed }, ...draft.slice(1)])).toEqual({
      ...POLICY,
      steps: [POLICY.steps[0], { notify: ['role:senior', 'person:grace'], wait: '20m', answer: 'all' }],
    });
  });

  it('has no cases when there are none', () => {
    expect(policyOf([...draftOf({ steps: [] }), newCase()]).when).toHaveLength(1);
    expect(policyOf(draftOf({ steps: [] }))).toEqual({ steps: [] });
  });

  it('moves a step by one place, and not over an end', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });

  it('knows when each step begins, as far as the waits say it', () => {
    const { steps } = section(draftOf(POLICY), 0);
    expect(beginnings([...steps, ...steps])).toEqual([0, 15 * 60_000, 45 * 60_000, 60 * 60_000]);
    expect(beginnings(section(draftOf({ steps: [{ wait: 'soon' }, {}] }), 0).steps)).toEqual([0, null]);
    expect(waitMillis('1h30m')).toBe(90 * 60_000);
    expect(waitMillis('')).toBeNull();
  });

  it('reads severities and hours however they are written', () => {
    expect(severitiesOf({ severity: 'critical' })).toEqual(['critical']);
    expect(severitiesOf({ severity: ['high', 'low'] })).toEqual(['high', 'low']);
    expect(severitiesOf({})).toEqual([]);
    expect(hoursOf({ hours: ['Mon,Tue,Wed,Thu,Fri 09:00-17:00', 'Mon,Tue,Wed,Thu,Fri,Sat,Sun 01:00-02:00'] })).toBe(
      'Mon-Fri 09:00-17:00, Mon-Sun 01:00-02:00',
    );
    expect(hoursOf({ hours: ['Mon-Fri 09:00-17:00', 'Sat'] })).toBe('Mon-Fri 09:00-17:00, Sat');
    expect(hourLines('Mon-Fri 09:00-17:00, Sat,Sun')).toEqual(['Mon-Fri 09:00-17:00', 'Sat,Sun']);
    expect(hourLines('Mon 09:00-17:00,Tue 10:00-12:00')).toEqual(['Mon 09:00-17:00', 'Tue 10:00-12:00']);
    expect(hourLines(' ')).toEqual([]);
  });
});

describe('a mistake that the server found', () => {
  const draft = draftOf(POLICY);
  const always = section(draft, 0);
  const critical = section(draft, 1);
  const at = (path: string) => [{ path, message: 'It is wrong.' }];

  it('stands at the field of its step', () => {
    const found = at('policies.payments.steps[1].notify[0]');
    expect(mistakeOf(found, draft, always, 1, 'notify')).toBe('It is wrong.');
    expect(mistakeOf(found, draft, always, 0, 'notify')).toBeUndefined();
    expect(mistakeOf(found, draft, critical, 1, 'notify')).toBeUndefined();
    expect(mistakesOfStep(found, draft, always, 1)).toHaveLength(1);
    expect(mistakesOfStep(at('policies.payments.steps[10]'), draft, always, 1)).toHaveLength(0);
  });

  it('stands at its case, and the tab knows', () => {
    const found = at('policies.payments.when[0].steps[0].wait');
    expect(mistakeOf(found, draft, critical, 0, 'wait')).toBe('It is wrong.');
    expect(hasMistakes(found, draft, critical)).toBe(true);
    expect(hasMistakes(found, draft, always)).toBe(false);
    expect(mistakeOfSection(at('policies.x.when[0].hours[2]'), draft, critical, 'hours')).toBe('It is wrong.');
    expect(mistakeOfCase(at('policies.x.when[0]'), draft, critical)).toBe('It is wrong.');
    expect(mistakeOfCase(at('policies.x'), draft, always)).toBeUndefined();
  });

  it('stands at the word when it is of no step', () => {
    expect(mistakeOfWord(at('policies'))).toBe('It is wrong.');
    expect(mistakeOfWord(at('policies.x.steps'))).toBeUndefined();
    expect(hasMistakes(at('policies'), draft, always)).toBe(false);
  });
});

describe('the text of the file', () => {
  it('is YAML with the steps one a line', () => {
    expect(yamlOf('payments', POLICY)).toBe(
      [
        'policies:',
        '  payments:',
        '    repeat: 1',
        '    steps:',
        '      - {level: On call, notify: ["schedule:payments"], wait: 15m, turns: true}',
        '      - {notify: ["role:senior", "person:grace"], wait: 30m, each: 2m, answer: all}',
        '    when:',
        '      - {severity: critical, repeat: 2, steps: [{notify: ["team:payments"], wait: 5m}], later: 1}',
      ].join('\n'),
    );
    expect(yamlOf('x', { level: 'no', name: '12' })).toContain('level: "no"\n    name: "12"');
  });
});
