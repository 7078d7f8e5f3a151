import { describe, expect, it } from 'vitest';
import type { Dashboard } from '../../api/types';
import { told } from './BoardEditor';
import { added, changed, draftOf, EMPTY, moved, removed, wishOf } from './draft';

const place = (word: string) => ({ id: word, word, name: word.toUpperCase() });

const board: Dashboard = {
  word: 'wall',
  name: 'Wall',
  range: '7d',
  panels: [
    { show: 'mtta', teams: [], services: [place('checkout'), place('search')], severities: ['critical', 'high'] },
    { show: 'debt', teams: [place('shop')], services: [], severities: [] },
  ],
  teams: [],
  services: [],
  severities: ['low'],
  owner: null,
  file: null,
  editable: true,
  shareable: true,
  changedAt: '2026-11-28T00:00:00Z',
};

describe('a board that is put together', () => {
  it('keeps all that it was about, also what the form shows as one choice', () => {
    expect(wishOf(draftOf(board))).toEqual({
      name: 'Wall',
      range: '7d',
      teams: [],
      services: [],
      severities: ['low'],
      panels: [
        { show: 'mtta', teams: [], services: ['checkout', 'search'], severities: ['critical', 'high'] },
        { show: 'debt', teams: ['shop'], services: [], severities: [] },
      ],
    });
  });

  it('is added to, moved and taken from by the panel and not by its place', () => {
    let draft = added(added(added(EMPTY, 'mtta'), 'mttr'), 'debt');
    const shows = () => draft.panels.map(({ show }) => show);
    const [first, second, third] = draft.panels.map(({ key }) => key) as [number, number, number];
    draft = moved(draft, third, -1);
    expect(shows()).toEqual(['mtta', 'debt', 'mttr']);
    draft = changed(draft, second, { service: 'checkout' });
    expect(draft.panels[2]?.service).toBe('checkout');
    draft = removed(draft, first);
    expect(shows()).toEqual(['debt', 'mttr']);
    draft = added(draft, 'mtta');
    expect(new Set(draft.panels.map(({ key }) => key)).size).toBe(3);
  });

  it('stays as it is at an end', () => {
    const draft = added(added(EMPTY, 'mtta'), 'mttr');
    expect(moved(draft, 0, -1)).toBe(draft);
    expect(moved(draft, 1, 1)).toBe(draft);
  });

  it('says which panel is wrong as it is counted on the page', () => {
    expect(told('dashboards.board-1.panels[1].show', 'This is missing.')).toBe('Panel 2: This is missing.');
    expect(told('dashboards.board-1.name', 'This is empty.')).toBe('This is empty.');
  });
});
