import { describe, expect, it } from 'vitest';
import { bodyOf, isReady } from './act-forms';
import { ada, grace, heldBy, incident, MONDAY, minutesLater, resolvedBy } from './examples';
import { choicesFor } from './More';

const now = Date.parse(MONDAY);

describe('a form', () => {
  it('waits for what it asks for', () => {
    expect(isReady('severity', { severity: 'low' })).toBe(false);
    expect(isReady('severity', { severity: 'low', reason: ' ' })).toBe(false);
    expect(isReady('severity', { severity: 'low', reason: 'Only a test' })).toBe(true);
    expect(isReady('hand-over', { person: 'grace' })).toBe(true);
    expect(isReady('split', { chosen: [] })).toBe(false);
    expect(isReady('assign', {})).toBe(true);
  });

  it('becomes what the server reads', () => {
    expect(bodyOf('snooze', { pause: '60', reason: 'Backup' }, now)).toEqual({
      until: '2026-03-02T10:00:00.000Z',
      reason: 'Backup',
    });
    expect(bodyOf('priority', { priority: 'larum', reason: 'Over' }, now)).toEqual({ priority: null, reason: 'Over' });
    expect(bodyOf('assign', { person: '' }, now)).toEqual({ person: null });
    expect(bodyOf('split', { chosen: ['a'] }, now)).toEqual({ alerts: ['a'] });
    expect(bodyOf('impact', { moment: '', reason: 'x' }, now)).toEqual({ began: '', reason: 'x' });
  });
});

describe('the choices', () => {
  const acts = (...of: Parameters<typeof choicesFor>) => choicesFor(...of).map(({ act }) => act);

  it('fit the state', () => {
    expect(acts(incident(1), 'ada')).toContain('take');
    expect(acts(incident(1), 'ada')).not.toContain('hand-over');
    expect(acts(incident(1, heldBy(ada)), 'ada')).toContain('hand-over');
    expect(acts(incident(1, heldBy(grace)), 'ada')).not.toContain('hand-over');
    expect(acts(incident(1, { state: 'mitigated' }), 'ada')).toContain('reopen');
    expect(acts(incident(1, { snooze: { until: minutesLater(60), reason: 'x' } }), 'ada')).toContain('unsnooze');
  });

  it('leave an ended one alone but for what is known of it', () => {
    expect(acts(incident(1, resolvedBy(ada)), 'ada')).toEqual(['severity', 'priority', 'impact']);
  });

  it('split only what has more than one alert', () => {
    expect(acts(incident(1), 'ada')).not.toContain('split');
    expect(acts(incident(1, { alerts: { total: 2, open: 2, detections: 2 } }), 'ada')).toContain('split');
  });
});
