import { describe, expect, it, vi } from 'vitest';
import { abilityOf, bytesOf, nameOf, type Seen } from './device';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
const ANDROID =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/144.0.0.0 Mobile Safari/537.36';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const EDGE =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/144.0.0.0 Safari/537.36 Edg/144.0.0.0';

const seen: Seen = {
  userAgent: ANDROID,
  isSecure: true,
  isStandalone: false,
  hasPush: true,
  permission: 'default',
};

describe('this device', () => {
  it.each<[Partial<Seen>, string]>([
    [{}, 'able'],
    [{ isSecure: false }, 'insecure'],
    [{ hasPush: false }, 'unable'],
    [{ permission: 'denied' }, 'blocked'],
    [{ userAgent: IPHONE, hasPush: false }, 'install-first'],
    [{ userAgent: IPHONE, isStandalone: true }, 'able'],
  ])('is looked at before anything is promised: %j is %s', (more, ability) => {
    vi.stubGlobal('navigator', { maxTouchPoints: 5 });
    expect(abilityOf({ ...seen, ...more })).toBe(ability);
    vi.unstubAllGlobals();
  });

  it.each([
    [IPHONE, 'Safari on iPhone'],
    [ANDROID, 'Chrome on Android'],
    [FIREFOX, 'Firefox on Linux'],
    [EDGE, 'Edge on Windows'],
    ['curl/8', 'A browser'],
  ])('has a name that its person knows it by', (userAgent, name) => {
    expect(nameOf(userAgent)).toBe(name);
  });

  it('is given the key of the house as bytes', () => {
    expect([...bytesOf('BP-_')]).toEqual([4, 255, 191]);
  });
});
