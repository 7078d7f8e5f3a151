import { describe, expect, it } from 'vitest';
import type { Major, MajorPreview } from '../../api/types';
import { ada, minutesLater } from './examples';
import { consequencesOf, endOf, hostOf, listOf, minutesWord, whyOf } from './major-wording';

const preview: MajorPreview = {
  executives: [{ id: 'ada', word: 'ada', name: 'Ada' }],
  webhooks: 1,
  warRoom: 'https://meet.example.com/inc-7',
  updateEverySeconds: 1800,
  noticeDraft: true,
  ruleSeverity: 'critical',
  ruleServices: 3,
};

const major = (part: Partial<Major> = {}): Major => ({
  incident: 'id-7',
  state: 'declared',
  declaredAt: minutesLater(4),
  declaredBy: ada,
  why: { reason: 'Nobody can pay', severity: null, services: 0 },
  roles: [],
  warRoom: null,
  updateEverySeconds: 1800,
  updateDueAt: minutesLater(34),
  updates: 0,
  lastUpdate: null,
  over: null,
  tasks: [],
  index: 7,
  ...part,
});

describe('declaring a major incident', () => {
  it('says before what it leads to', () => {
    expect(consequencesOf(preview)).toEqual([
      'Ada is told by mail.',
      'The war room opens at meet.example.com.',
      'An update for stakeholders is due every 30 minutes, with a reminder.',
      'A notice for the status page is offered. Nothing is published by itself.',
    ]);
  });

  it('says what is not named in the configuration', () => {
    const said = consequencesOf({ ...preview, executives: [], warRoom: null, noticeDraft: false });
    expect(said[0]).toContain('Nobody is told by mail');
    expect(said[1]).toContain('yours to open');
    expect(said[3]).toBe('Nothing is published.');
  });

  it('does not list a whole board', () => {
    expect(listOf(['A', 'B', 'C', 'D', 'E', 'F', 'G'])).toBe('A, B, C, D, E and 2 others');
    expect(listOf(['A', 'B'])).toBe('A and B');
    expect(listOf([])).toBe('');
  });
});

describe('a major incident', () => {
  it('says why it is one', () => {
    expect(whyOf(major())).toBe('Nobody can pay (Ada)');
    expect(whyOf(major({ why: { reason: null, severity: 'critical', services: 4 } }))).toBe(
      'It is critical and hits 4 services (by the rule of the house)',
    );
  });

  it('says how it ended', () => {
    expect(endOf(major())).toBeNull();
    expect(endOf(major({ state: 'ended' }))).toBe('It ended with the incident');
    expect(endOf(major({ state: 'merged' }))).toContain('goes on in the incident');
    const over = { at: minutesLater(60), by: ada, reason: 'One shop only', into: null };
    expect(endOf(major({ state: 'stood_down', over }))).toBe('Stood down by Ada: One shop only');
  });

  it('counts minutes as people say them', () => {
    expect([1, 5, 60, 90, 120].map(minutesWord)).toEqual(['1 minute', '5 minutes', '1 hour', '90 minutes', '2 hours']);
  });

  it('names where an address leads to', () => {
    expect(hostOf('https://meet.example.com:8443/x')).toBe('meet.example.com:8443');
    expect(hostOf('not an address')).toBe('not an address');
  });
});
