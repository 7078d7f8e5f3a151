// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { safeReturn } from './use-session';

it('goes back after signing in, but only within this app', () => {
  expect(safeReturn('next=%2Fi%2F42%3Ftab%3D1')).toBe('/i/42?tab=1');
  expect(safeReturn('')).toBe('/');
  for (const outside of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/login?next=/',
  ]) {
    expect(safeReturn(`next=${encodeURIComponent(outside)}`)).toBe('/');
  }
});
