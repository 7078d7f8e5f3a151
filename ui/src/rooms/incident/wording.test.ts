import { describe, expect, it } from 'vitest';
import { ada, grace, heldBy, incident, MONDAY, machine, minutesLater, resolvedBy } from './examples';
import {
  actFailed,
  afterAct,
  canDo,
  foretell,
  isAwaited,
  nextOf,
  outlookOf,
  pillOf,
  type Reader,
  standingOf,
  stateWord,
} from './wording';

const quiet = {
  quiet: {
    since: MONDAY,
    until: minutesLater(30),
    by: [{ kind: 'silence', rule: 'move', version: 1, reason: 'Carts are moved', until: minutesLater(30), alerts: 1 }],
  },
};

const at = (minutes: number): Reader => ({ me: 'ada', zone: 'Europe/Berlin', now: Date.parse(minutesLater(minutes)) });

describe('the last column', () => {
  it('counts down to who is next', () => {
    expect(nextOf(incident(1), 'ada')).toEqual({ kind: 'countdown', who: 'Grace', to: minutesLater(15) });
    const both = incident(1, { nextStep: { at: MONDAY, names: ['Grace', 'Linus'] } });
    expect(nextOf(both, 'ada')).toMatchObject({ who: 'Grace +1' });
  });

  it.each([
    [{ nextStep: null, escalation: 'exhausted' as const }, 'Nobody left to page'],
    [{ nextStep: null, escalation: 'stopped' as const }, 'Escalation stopped'],
    [{ nextStep: null, escalation: 'running' as const }, 'Paging now'],
    [{ nextStep: null, policy: null }, 'No policy, nobody paged'],
  ])('says why nobody is next', (part, words) => {
    expect(nextOf(incident(1, part), 'ada')).toEqual({ kind: 'words', words });
  });

  it('says who holds it', () => {
    expect(nextOf(incident(1, heldBy(grace)), 'ada')).toMatchObject({ kind: 'held', who: 'Grace', isMine: false });
    expect(nextOf(incident(1, heldBy(ada)), 'ada')).toMatchObject({ kind: 'held', who: 'You', isMine: true });
  });

  it('says until when it is quiet', () => {
    const silenced = incident(1, { ...quiet, nextStep: null, escalation: 'stopped' });
    expect(nextOf(silenced, 'ada')).toEqual({ kind: 'quiet', until: minutesLater(30) });
    expect(standingOf(silenced)).toBe('acknowledged');
    expect(stateWord(silenced)).toBe('Quiet');
    expect(nextOf(incident(1, { ...heldBy(grace), ...quiet }), 'ada')).toMatchObject({ kind: 'held' });
  });

  it('says who ended it', () => {
    expect(nextOf(incident(1, resolvedBy(machine)), 'ada')).toMatchObject({ by: 'by itself' });
    expect(nextOf(incident(1, resolvedBy(ada)), 'ada')).toMatchObject({ by: 'by you' });
  });
});

describe('the outlook', () => {
  it('says who is paged when, in local time and UTC', () => {
    expect(outlookOf(incident(1), at(4))).toEqual({
      headline: 'Nobody has answered yet.',
      consequence: 'If nobody does, Grace is paged at 10:15 CET (09:15 UTC).',
    });
  });

  it('says why and until when it is quiet', () => {
    expect(outlookOf(incident(1, { ...quiet, nextStep: null, escalation: 'stopped' }), at(4))).toEqual({
      headline: 'Quiet until 10:30 CET (09:30 UTC).',
      consequence:
        'Nobody is paged: all its alerts are silenced by silence move (Carts are moved). When that ends and they still fire, people are paged again.',
    });
    expect(outlookOf(incident(1, { quiet: { ...quiet.quiet, until: null } }), at(4)).headline).toBe(
      'Quiet while all its alerts are silenced.',
    );
  });

  it('says that nobody is paged either when whoever holds it lets go', () => {
    expect(outlookOf(incident(1, { ...heldBy(ada), ...quiet }), at(10)).consequence).toContain(
      'All its alerts are silenced until 10:30, so nobody is paged then either.',
    );
  });

  it('does not promise a moment that has passed', () => {
    expect(outlookOf(incident(1), at(15)).consequence).toBe('Grace is being paged now.');
  });

  it('is loud about the end of the escalation', () => {
    const exhausted = incident(1, { escalation: 'exhausted', nextStep: null });
    expect(outlookOf(exhausted, at(60)).headline).toBe('Nobody answered, and nobody is left to page.');
    expect(outlookOf(incident(1, { policy: null, nextStep: null }), at(60)).headline).toBe('Nobody was paged.');
  });

  it('says who must acknowledge too', () => {
    const awaits = [{ id: 'grace', word: 'grace', name: 'Grace' }];
    const asked = { awaits, nextStep: { at: minutesLater(15), names: ['Linus'] } };
    expect(outlookOf(incident(1, { ...heldBy(ada), ...asked }), at(10)).consequence).toBe(
      'Grace must acknowledge too, and at 10:15 Linus will be paged.',
    );
    expect(isAwaited(incident(1, { awaits }), 'grace')).toBe(true);
    expect(isAwaited(incident(1, { awaits }), 'ada')).toBe(false);
  });

  it('says who holds it and that nobody else is paged', () => {
    expect(outlookOf(incident(1, heldBy(ada)), at(10))).toEqual({
      headline: 'You hold this since 10:04 CET (09:04 UTC).',
      consequence: 'Escalation stopped. Nobody else will be paged.',
    });
  });

  it('says how it ended', () => {
    expect(outlookOf(incident(1, resolvedBy(null)), at(40))).toEqual({
      headline: 'Resolved by itself at 10:30 CET (09:30 UTC).',
      consequence: 'Nobody will be paged. It took 30 min.',
    });
  });
});

describe('after an act', () => {
  const held = incident(7, heldBy(ada));

  it('says what it means for the others', () => {
    expect(afterAct('acknowledge', incident(7), held, true, at(4))).toBe('You hold INC-7. Grace will not be paged.');
  });

  it('says who was first', () => {
    const theirs = incident(7, heldBy(grace, 4));
    expect(
      afterAct('acknowledge', incident(7), theirs, false, { ...at(4), now: Date.parse(minutesLater(4)) + 2000 }),
    ).toBe('Grace acknowledged INC-7 first, 2 s before you.');
    expect(afterAct('acknowledge', incident(7), held, false, at(9))).toBe('You acknowledged INC-7 already, at 10:04.');
    const over = incident(7, { ...heldBy(grace), ...resolvedBy(grace) });
    expect(afterAct('acknowledge', incident(7), over, false, at(40))).toBe('INC-7 was resolved already, by Grace.');
    expect(afterAct('resolve', incident(7), over, false, at(31))).toBe('Grace resolved INC-7 first, 1 min before you.');
  });

  it('says what is safe and what comes when it failed', () => {
    const lost = 'The server cannot be reached.';
    expect(actFailed('acknowledge', incident(7), lost, true, at(4))).toBe(
      'INC-7 is not acknowledged yet. The server cannot be reached. Still trying. Grace will be paged at 10:15 unless it gets through.',
    );
    expect(actFailed('resolve', incident(7), lost, false, at(4))).toBe(
      'INC-7 is not resolved. The server cannot be reached. Nothing was changed.',
    );
  });
});

it('foretells what an act leads to', () => {
  const foretold = foretell('acknowledge', incident(7), ada, minutesLater(4));
  expect(foretold).toEqual(incident(7, heldBy(ada)));
  expect(canDo('acknowledge', foretold)).toBe(false);
  expect(canDo('resolve', foretold)).toBe(true);
  const over = foretell('resolve', foretold, ada, minutesLater(30));
  expect(canDo('reopen', over)).toBe(true);
  expect(foretell('reopen', over, ada, minutesLater(31)).state).toBe('triggered');
});

it('announces the worst of what is new', () => {
  const high = incident(1);
  const low = incident(2, { severity: 'low' });
  expect(pillOf([high, low, low], [])).toBe('3 new, 1 high');
  expect(pillOf([low], [high, high])).toBe('1 new, 2 moved');
  expect(pillOf([], [])).toBe('');
});
