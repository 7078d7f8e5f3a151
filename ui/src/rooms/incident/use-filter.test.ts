import { describe, expect, it } from 'vitest';
import type { SavedView } from '../../api/types';
import { EVERYTHING } from './board';
import { type Filter, hrefOf, hrefOfView, isViewOf, narrowingOf, wishOf } from './use-filter';

const ADDRESS = 'severity=critical,high&priority=P1&service=checkout&team=payments&major=true&mine=true&order=worst';

const filter: Filter = { section: 'needs', words: 'disk', narrowing: narrowingOf(new URLSearchParams(ADDRESS)) };

const view: SavedView = {
  id: '1',
  name: 'Ours',
  filter: wishOf(filter),
  order: 'worst',
  owner: { id: 'ada', word: 'ada', name: 'Ada' },
  team: null,
  editable: true,
  first: false,
  changedAt: '2026-03-02T09:00:00Z',
};

describe('the filter of the inbox', () => {
  it('is what the address says, and the address what it is', () => {
    expect(hrefOf('needs', filter)).toBe(`/?state=triggered&${new URLSearchParams(ADDRESS).toString()}`);
    expect(narrowingOf(new URLSearchParams(''))).toEqual(EVERYTHING);
  });

  it('leaves out what it cannot mean', () => {
    const odd = narrowingOf(new URLSearchParams('severity=odd,low&priority=P9&order=odd&major=yes&service=,'));
    expect(odd).toEqual({ ...EVERYTHING, severity: ['low'] });
  });

  it('is kept by a view and found again', () => {
    expect(view.filter).toEqual({
      state: 'triggered',
      severity: 'critical,high',
      priority: 'P1',
      service: 'checkout',
      team: 'payments',
      major: true,
      mine: true,
      words: 'disk',
    });
    expect(hrefOfView(view)).toContain('words=disk');
    expect(isViewOf(view, filter)).toBe(true);
    expect(isViewOf(view, { ...filter, words: '' })).toBe(false);
    expect(isViewOf({ ...view, order: 'newest' }, filter)).toBe(false);
  });
});
