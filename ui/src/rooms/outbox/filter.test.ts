import { describe, expect, it } from 'vitest';
import { filterOf, isNarrow, localOf, momentOf, withChoice } from './filter';

const at = (text: string) => new URLSearchParams(text);

describe('the filter of the outbox', () => {
  it('is what stands in the address, and nothing else', () => {
    const filter = filterOf(at('state=failed&channel=sms&incident=&junk=1'));
    expect(filter.state).toBe('failed');
    expect(filter.channel).toBe('sms');
    expect(filter.incident).toBeNull();
    expect(isNarrow(filter)).toBe(true);
    expect(isNarrow(filterOf(at('message=7')))).toBe(false);
  });

  it('changes one choice, keeps the others and closes the message', () => {
    const next = withChoice(at('state=failed&message=7'), 'channel', 'sms');
    expect(next.toString()).toBe('state=failed&channel=sms');
    expect(withChoice(next, 'state', null).toString()).toBe('channel=sms');
  });

  it('reads and writes moments in the time of the device', () => {
    expect(momentOf('')).toBeNull();
    expect(momentOf('soon')).toBeNull();
    const moment = momentOf('2026-11-27T09:30');
    expect(moment).toMatch(/Z$/);
    expect(localOf(moment)).toBe('2026-11-27T09:30');
    expect(localOf('nonsense')).toBe('');
  });
});
