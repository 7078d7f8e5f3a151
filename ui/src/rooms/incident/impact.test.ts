import { expect, it } from 'vitest';
import { lostBy } from './impact';

const revenue = { perMinute: 380, soFar: 11_400, of: { id: 'checkout', word: 'checkout', name: 'Checkout' } };

it('goes on counting from what the server said', () => {
  expect(lostBy({ revenue, until: null }, 0)).toBe(11_400);
  expect(lostBy({ revenue, until: null }, 90_000)).toBe(11_970);
});

it('never counts back, whatever the clock of the screen does', () => {
  expect(lostBy({ revenue, until: null }, -5_000)).toBe(11_400);
});

it('stands still once it is over, and says nothing of what is not known', () => {
  expect(lostBy({ revenue, until: '2026-11-23T09:30:00Z' }, 90_000)).toBe(11_400);
  expect(lostBy({ revenue: null, until: null }, 90_000)).toBeNull();
});
