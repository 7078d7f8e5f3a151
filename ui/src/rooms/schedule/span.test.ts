import { describe, expect, it } from 'vitest';
import { isWhole, sent, spanOf } from './span';

const FROM = Date.parse('2026-10-25T00:30:00Z');
const UNTIL = Date.parse('2026-10-25T01:30:00Z');

describe('a time that is edited', () => {
  it('begins as the wall time of the zone', () => {
    expect(spanOf(FROM, UNTIL, 'Europe/Berlin')).toEqual({ from: '2026-10-25T02:30', until: '2026-10-25T02:30' });
    expect(spanOf(FROM, UNTIL, 'UTC')).toEqual({ from: '2026-10-25T00:30', until: '2026-10-25T01:30' });
  });

  it('is sent as the moment itself where nobody changed it, so that 02:30 is the right one of two', () => {
    const span = spanOf(FROM, UNTIL, 'Europe/Berlin');
    expect(sent(span, FROM, UNTIL, 'Europe/Berlin')).toEqual({
      from: '2026-10-25T00:30:00.000Z',
      until: '2026-10-25T01:30:00.000Z',
    });
  });

  it('is sent as it was written where somebody changed it', () => {
    const span = { from: '2026-10-25T02:30', until: '2026-10-25T06:00' };
    expect(sent(span, FROM, UNTIL, 'Europe/Berlin')).toEqual({
      from: '2026-10-25T00:30:00.000Z',
      until: '2026-10-25T06:00',
    });
    expect(isWhole(span)).toBe(true);
    expect(isWhole({ ...span, until: '' })).toBe(false);
  });
});
