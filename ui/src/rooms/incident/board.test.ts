import { describe, expect, it } from 'vitest';
import type { Incident } from '../../api/types';
import {
  addPage,
  type Board,
  countIn,
  EMPTY,
  EVERYTHING,
  hasWords,
  hear,
  isWanted,
  type Narrowing,
  planRefresh,
  put,
  rowsOf,
  settle,
  waiting,
} from './board';
import { ada, grace, heldBy, incident, resolvedBy } from './examples';
import { pillOf } from './wording';

const ALL: Narrowing = EVERYTHING;
const numbers = (incidents: readonly Incident[]) => incidents.map(({ number }) => number);

function boardOf(...incidents: Incident[]): Board {
  return addPage(EMPTY, 'needs', { items: incidents, next: null });
}

describe('the inbox', () => {
  it('shows a loaded page newest first, in its sections', () => {
    let board = addPage(EMPTY, 'needs', { items: [incident(3), incident(1)], next: null });
    board = addPage(board, 'handled', { items: [incident(2, heldBy(grace))], next: null });
    const rows = rowsOf(board);
    expect(numbers(rows.needs)).toEqual([3, 1]);
    expect(numbers(rows.handled)).toEqual([2]);
  });

  it('keeps a new incident out of the rows until asked', () => {
    const before = boardOf(incident(1));
    const heard = hear(before, [incident(2, { severity: 'critical' })], ALL);
    expect(numbers(rowsOf(heard).needs)).toEqual([1]);
    expect(countIn(heard, 'needs')).toBe(2);
    const { fresh, moved } = waiting(heard);
    expect(pillOf(fresh, moved)).toBe('1 new, 1 critical');
    expect(numbers(rowsOf(settle(heard, ALL)).needs)).toEqual([2, 1]);
  });

  it('changes a row in place when somebody else acknowledges it, and moves it when asked', () => {
    const before = boardOf(incident(2), incident(1));
    const heard = hear(before, [incident(2, { ...heldBy(grace), index: 50 })], ALL);
    expect(numbers(rowsOf(heard).needs)).toEqual([2, 1]);
    expect(rowsOf(heard).needs[0]?.state).toBe('acknowledged');
    expect(countIn(heard, 'needs')).toBe(1);
    const { fresh, moved } = waiting(heard);
    expect(pillOf(fresh, moved)).toBe('1 moved');
    const settled = settle(heard, ALL);
    expect(numbers(rowsOf(settled).needs)).toEqual([1]);
    expect(numbers(rowsOf(settled).handled)).toEqual([2]);
  });

  it('moves a row at once for the reader’s own act', () => {
    const board = put(boardOf(incident(2), incident(1)), incident(2, heldBy(ada)));
    expect(numbers(rowsOf(board).handled)).toEqual([2]);
    expect(waiting(board).moved).toEqual([]);
  });

  it('never goes back to an older version', () => {
    const before = boardOf(incident(1, { ...heldBy(grace), index: 50 }));
    expect(hear(before, [incident(1, { index: 40 })], ALL)).toBe(before);
    const paged = addPage(before, 'needs', { items: [incident(1, { index: 40 })], next: null });
    expect(paged.known.get('id-1')?.state).toBe('acknowledged');
  });

  it('forgets a new one that ended before anybody looked only by moving it to the quiet ones', () => {
    let board = hear(boardOf(incident(1)), [incident(2, { index: 20 })], ALL);
    board = hear(board, [incident(2, { ...resolvedBy(null), index: 21 })], ALL);
    expect(waiting(board).fresh).toHaveLength(1);
    expect(numbers(rowsOf(settle(board, ALL)).quiet)).toEqual([2]);
  });

  it('announces only what the filter lets through', () => {
    const narrowing: Narrowing = { ...EVERYTHING, service: ['checkout'], severity: ['critical'] };
    const heard = hear(boardOf(incident(1)), [incident(2), incident(3, { severity: 'critical' })], narrowing);
    expect(numbers(waiting(heard).fresh)).toEqual([3]);
  });

  it('wants what the server would list', () => {
    const wants = (part: Partial<Narrowing>, one: Incident, me: string | null = null) =>
      isWanted(one, { ...EVERYTHING, ...part }, me);
    const held = incident(1, heldBy(ada));
    expect(wants({ isMine: true }, held, 'ada')).toBe(true);
    expect(wants({ isMine: true }, held, 'grace')).toBe(false);
    expect(wants({ isMine: true }, held)).toBe(false);
    const given = { ...held, assignee: { id: 'grace', word: 'grace', name: 'Grace' } };
    expect(wants({ isMine: true }, given, 'grace')).toBe(true);
    expect(wants({ isMine: true }, given, 'ada')).toBe(false);
    expect(wants({ team: ['payments'] }, held)).toBe(false);
    expect(wants({ team: ['payments'] }, { ...held, team: { id: '1', word: 'payments', name: 'Payments' } })).toBe(
      true,
    );
    expect(wants({ priority: ['P1'] }, held)).toBe(false);
    expect(wants({ isMajor: true }, held)).toBe(false);
    expect(wants({ service: ['search', 'checkout'] }, held)).toBe(true);
  });

  it('lists the worst first when asked, and hears of old ones too', () => {
    const page = { items: [incident(9, { severity: 'low' }), incident(8, { severity: 'critical' })], next: 'more' };
    const board = addPage(EMPTY, 'needs', page, 'worst');
    expect(numbers(rowsOf(board, 'worst').needs)).toEqual([8, 9]);
    expect(numbers(rowsOf(board).needs)).toEqual([9, 8]);
    expect(waiting(hear(board, [incident(2)], EVERYTHING)).fresh).toHaveLength(1);
  });

  it('lets a row go that no longer fits the filter, when asked', () => {
    const narrowing: Narrowing = { ...EVERYTHING, severity: ['high'] };
    let board = boardOf(incident(2), incident(1));
    board = hear(board, [incident(2, { ...heldBy(grace), severity: 'critical', index: 9 })], narrowing);
    expect(numbers(rowsOf(board).needs)).toEqual([2, 1]);
    expect(numbers(rowsOf(settle(board, narrowing)).handled)).toEqual([]);
  });

  it('leaves old resolved ones to "Load more"', () => {
    const page = { items: [incident(90, resolvedBy(null)), incident(80, resolvedBy(null))], next: 'cursor' };
    const board = addPage(EMPTY, 'quiet', page);
    expect(hear(board, [incident(7, { ...resolvedBy(null), index: 999 })], ALL)).toBe(board);
    expect(waiting(hear(board, [incident(91, resolvedBy(null))], ALL)).fresh).toHaveLength(1);
    const more = addPage(board, 'quiet', { items: [incident(70, resolvedBy(null))], next: null });
    expect(more.floor.quiet).toBe(0);
    expect(numbers(rowsOf(more).quiet)).toEqual([90, 80, 70]);
  });

  it('announces an old one that was reopened', () => {
    const board = addPage(boardOf(incident(90)), 'quiet', { items: [incident(80, resolvedBy(null))], next: 'cursor' });
    expect(numbers(waiting(hear(board, [incident(7, { index: 999 })], ALL)).fresh)).toEqual([7]);
  });

  it('stays quick with 10,000 rows', () => {
    const many = Array.from({ length: 10_000 }, (_, number) => incident(number + 1));
    const board = boardOf(...many);
    const begin = performance.now();
    const heard = hear(board, [incident(10_001), incident(5, { ...heldBy(grace), index: 99_999 })], ALL);
    rowsOf(heard);
    waiting(heard);
    expect(performance.now() - begin).toBeLessThan(200);
  });
});

describe('reading what changed', () => {
  it('asks for a few one by one', () => {
    expect(planRefresh(new Set(['a', 'b']), EMPTY)).toEqual({ readsPages: false, ids: ['a', 'b'] });
  });

  it('reads pages in a storm, and first the rows that are on the screen', () => {
    const board = boardOf(incident(1), incident(2));
    const pending = new Set([...Array.from({ length: 300 }, (_, n) => `other-${n}`), 'id-1', 'id-2']);
    const { readsPages, ids } = planRefresh(pending, board);
    expect(readsPages).toBe(true);
    expect(ids).toHaveLength(8);
    expect(ids.slice(0, 2).sort()).toEqual(['id-1', 'id-2']);
  });
});

describe('the filter box', () => {
  const row = incident(2047, { title: '7.2 % of payments fail', ...heldBy(grace) });

  it('finds words in any order, in title, service, number and holder', () => {
    expect(hasWords(row, ['fail', 'checkout'])).toBe(true);
    expect(hasWords(row, ['inc-2047'])).toBe(true);
    expect(hasWords(row, ['grace'])).toBe(true);
    expect(hasWords(row, ['grace', 'linus'])).toBe(false);
  });
});
