import { describe, expect, it } from 'vitest';
import { AUDIENCE, affectedAt, isEnd, NOTICE_WORDS, STATES } from './wording';

describe('the words of the status page', () => {
  it('has a word for every state of every kind', () => {
    for (const state of [...STATES.incident, ...STATES.maintenance]) expect(NOTICE_WORDS[state]).toBeTruthy();
  });

  it('says who reads a notice, and does not confuse the two', () => {
    expect(AUDIENCE.public).toContain('without signing in');
    expect(AUDIENCE.private).toContain('signed in');
  });

  it('ends each kind in one way', () => {
    expect(STATES.incident.filter(isEnd)).toEqual(['resolved']);
    expect(STATES.maintenance.filter(isEnd)).toEqual(['completed']);
  });

  it('says that everything works when it is over', () => {
    const affected = new Map([['checkout', 'major_outage' as const]]);
    expect(affectedAt('monitoring', affected)).toEqual([{ service: 'checkout', state: 'major_outage' }]);
    expect(affectedAt('resolved', affected)).toEqual([{ service: 'checkout', state: 'operational' }]);
  });
});
