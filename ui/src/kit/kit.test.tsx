// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useShortcuts } from './keys';
import { Face, initials, isWebAddress, SeverityMark, WebLink } from './marks';
import { change } from './settings';
import { visibleRange } from './virtual-rows';

afterEach(cleanup);

describe('a severity', () => {
  it('is shape, number and word', () => {
    render(<SeverityMark rank="critical" standing="firing" isQuiet />);
    expect(screen.getByText('Critical')).toBeTruthy();
    expect(screen.getByText('1').closest('svg')?.getAttribute('aria-hidden')).toBe('true');
  });
});

describe('a link from outside', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'JaVaScRiPt:alert(1)',
    '//evil',
    'ftp://x',
    '',
  ])('is text for %s', (href) => {
    expect(isWebAddress(href)).toBe(false);
    render(<WebLink href={href}>name</WebLink>);
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('is a link to the web otherwise', () => {
    render(<WebLink href="https://runbooks.example.org/x">name</WebLink>);
    expect(screen.getByRole('link').getAttribute('rel')).toContain('noopener');
  });
});

it('makes initials of any name', () => {
  expect(initials('Ada Lovelace')).toBe('AL');
  expect(initials('Linus')).toBe('LI');
  expect(initials('Ädel von Ötker')).toBe('ÄÖ');
  expect(initials('')).toBe('?');
  render(<Face name="Grace Hopper" />);
  expect(screen.getByText('GH').getAttribute('aria-hidden')).toBe('true');
});

describe('a long list', () => {
  it('draws only what is near the window', () => {
    const { from, to } = visibleRange(10_000, 44, -44 * 5000, 900);
    expect(from).toBeGreaterThan(4970);
    expect(to).toBeLessThan(5050);
    expect(to - from).toBeLessThan(80);
  });

  it('is at its ends without falling off', () => {
    expect(visibleRange(10_000, 44, 300, 900).from).toBe(0);
    expect(visibleRange(10_000, 44, -44 * 10_000, 900)).toMatchObject({ to: 10_000 });
    expect(visibleRange(10_000, 44, -44 * 20_000, 900)).toEqual({ from: 10_000, to: 10_000 });
  });
});

function Screen({ onKey }: { onKey: () => void }) {
  useShortcuts({ a: onKey });
  return (
    <>
      <input aria-label="field" />
      <input aria-label="box" type="checkbox" />
    </>
  );
}

describe('single keys', () => {
  it('act, but not while typing, with a modifier, or switched off', () => {
    const onKey = vi.fn();
    render(<Screen onKey={onKey} />);
    fireEvent.keyDown(document.body, { key: 'a' });
    fireEvent.keyDown(screen.getByLabelText('box'), { key: 'a' });
    expect(onKey).toHaveBeenCalledTimes(2);
    fireEvent.keyDown(screen.getByLabelText('field'), { key: 'a' });
    fireEvent.keyDown(document.body, { key: 'a', ctrlKey: true });
    fireEvent.keyDown(document.body, { key: 'a', repeat: true });
    expect(onKey).toHaveBeenCalledTimes(2);
    cleanup();
    change({ hasShortcuts: false });
    render(<Screen onKey={onKey} />);
    fireEvent.keyDown(document.body, { key: 'a' });
    expect(onKey).toHaveBeenCalledTimes(2);
    change({ hasShortcuts: true });
  });
});
