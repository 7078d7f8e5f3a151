import { describe, expect, it } from 'vitest';
import type { PolicyRun, SimulatedLine } from '../../api/types';
import { chapters, minuteWords, nightLanes, nightLength, story } from './night';

const line = (after: string, more: Partial<SimulatedLine>): SimulatedLine => ({
  at: '2026-03-29T01:17:00Z',
  after,
  what: 'told',
  person: null,
  webhook: null,
  channel: 'email',
  step: 1,
  round: 1,
  outcome: 'accepted',
  said: null,
  because: 'Step 1 asks them.',
  ...more,
});
const asked = (after: string, step: number, more: Partial<SimulatedLine> = {}) =>
  line(after, { what: 'asked', step, channel: null, outcome: null, because: `Step ${step} asks.`, ...more });
const run = (lines: SimulatedLine[], exhaustedAfter: string | null = null): PolicyRun => ({
  service: 'shop',
  severity: 'critical',
  branch: null,
  at: '2026-03-29T01:17:00Z',
  reachedAfter: 'PT0S',
  exhaustedAfter,
  lines,
  people: [
    { id: '1', word: 'ada', name: 'Ada Lovelace' },
    { id: '2', word: 'grace', name: 'Grace Hopper' },
  ],
});

const NIGHT = run(
  [
    line('PT0S', { what: 'raised', step: null, because: 'It is filed.' }),
    asked('PT0S', 1),
    line('PT0S', { person: 'ada' }),
    asked('PT15M', 2),
    line('PT15M', { person: 'grace', step: 2 }),
    line('PT15M', { person: 'ada', step: 2 }),
    asked('PT30M', 3, { outcome: 'nobody', said: 'nobody is on call by schedule "office".' }),
    asked('PT30M', 1, { round: 2 }),
    line('PT30M', { person: 'ada', round: 2 }),
    line('PT1H', { what: 'exhausted', step: null, round: null, outcome: null, because: 'Everybody was asked.' }),
  ],
  'PT1H',
);

describe('the night of a draft', () => {
  it('draws the first round: each who is asked until the next step', () => {
    expect(nightLength(NIGHT)).toBe(30 * 60_000);
    expect(nightLanes(NIGHT)).toEqual([
      {
        name: 'ada',
        isPerson: true,
        blocks: [
          { from: 0, to: 900_000, step: 1, channels: ['email'], isAgain: false, isLost: false },
          { from: 900_000, to: 1_800_000, step: 2, channels: ['email'], isAgain: true, isLost: false },
        ],
      },
      {
        name: 'grace',
        isPerson: true,
        blocks: [{ from: 900_000, to: 1_800_000, step: 2, channels: ['email'], isAgain: false, isLost: false }],
      },
    ]);
  });

  it('tells it with real names, one entry for all that falls together', () => {
    expect(story(NIGHT).map(({ after, title, isLost }) => [after / 60_000, title, isLost])).toEqual([
      [0, 'E-mail to Ada Lovelace', false],
      [15, 'E-mail to Grace Hopper and Ada Lovelace', false],
      [30, 'Step 3 reaches nobody.', true],
      [30, 'E-mail to Ada Lovelace', false],
      [60, 'Everybody was asked.', true],
    ]);
  });

  it('folds the further rounds', () => {
    expect(chapters(story(NIGHT)).map(({ round, entries }) => [round, entries.length])).toEqual([
      [null, 3],
      [2, 1],
      [null, 1],
    ]);
  });

  it('leaves out which policy it is, and tells people and machines apart', () => {
    const because = 'Step 1 of policy "payments" (version 2) asks person "ada".';
    const told = [line('PT0S', { person: 'ada', because }), line('PT0S', { webhook: 'audit', channel: 'webhook' })];
    expect(story(run(told)).map(({ title, detail }) => [title, detail])).toEqual([
      ['E-mail to Ada Lovelace', 'Step 1 asks person "ada".'],
      ['Webhook to audit', 'Step 1 asks them.'],
    ]);
  });

  it('says when somebody is not reached, and why', () => {
    const [entry] = story(
      run([line('PT0S', { person: 'ada', outcome: 'waiting', said: 'No mail server is set up.' })]),
    );
    expect(entry?.title).toBe('E-mail does not reach Ada Lovelace.');
    expect(nightLanes(run([line('PT0S', { person: 'ada', outcome: 'given up' })]))[0]?.blocks[0]?.isLost).toBe(true);
    expect(entry?.detail).toBe('No mail server is set up. Step 1 asks them.');
  });

  it('says what holds it back instead', () => {
    const held = line('PT0S', {
      what: 'held',
      step: null,
      outcome: null,
      because: 'Held back by maintenance "nights".',
    });
    expect(story(run([held]))[0]?.title).toBe('Held back by maintenance "nights".');
    expect(nightLanes(run([held]))).toEqual([]);
  });

  it('counts minutes, and hours once they are many', () => {
    expect(minuteWords(0)).toBe('0:00');
    expect(minuteWords(80_000)).toBe('1:20');
    expect(minuteWords(90 * 60_000)).toBe('90:00');
    expect(minuteWords(130 * 60_000)).toBe('2:10:00');
    expect(minuteWords(26 * 3_600_000)).toBe('1 d 2 h');
  });
});
