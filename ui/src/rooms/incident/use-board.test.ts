// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { live } from '../../api/live';
import { queryClient } from '../../api/query-client';
import type { Incident } from '../../api/types';
import { addPage, type Board, EMPTY, EVERYTHING, waiting } from './board';
import { grace, heldBy, incident } from './examples';
import { keepBoards } from './use-board';

const NARROWING = EVERYTHING;
const server = new Map<string, Incident>();
const asked: string[] = [];
let isAway = false;

function answer(path: string): Response {
  asked.push(path);
  if (isAway) return new Response('{}', { status: 503 });
  const { pathname, searchParams } = new URL(path, 'http://larum');
  const states = searchParams.get('state')?.split(',');
  const body = states
    ? { items: [...server.values()].filter(({ state }) => states.includes(state)), next: null }
    : server.get(pathname.replace('/api/incidents/', ''));
  return new Response(JSON.stringify(body ?? {}), { status: body ? 200 : 404 });
}

/** Stands for the stream. */
function change(...ids: string[]): void {
  const hearers = (live as unknown as { hearers: Set<(batch: unknown) => void> }).hearers;
  for (const hear of hearers) hear({ index: 99, incidents: new Set(ids), alerts: new Set(), events: new Set() });
}

const board = () => queryClient.getQueryData<Board>(['board', NARROWING]) as Board;

describe('keeping the inbox true', () => {
  let stop: () => void;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', async (path: string) => answer(path));
    isAway = false;
    asked.length = 0;
    server.clear();
    queryClient.clear();
    queryClient.setQueryData(['board', NARROWING], addPage(EMPTY, 'needs', { items: [incident(1)], next: null }));
    stop = keepBoards();
  });

  afterEach(() => {
    stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('reads the one that changed, in place', async () => {
    server.set('id-1', incident(1, { ...heldBy(grace), index: 9 }));
    change('id-1');
    await vi.advanceTimersByTimeAsync(10);
    expect(asked).toEqual(['/api/incidents/id-1']);
    expect(board().known.get('id-1')?.state).toBe('acknowledged');
    expect(waiting(board()).moved).toHaveLength(1);
  });

  it('reads pages in a storm, and what they do not hold in small rounds', async () => {
    for (let number = 2; number <= 200; number += 1) server.set(`id-${number}`, incident(number));
    change(...server.keys());
    await vi.advanceTimersByTimeAsync(10);
    expect(waiting(board()).fresh).toHaveLength(199);
    expect(asked.length).toBe(3);
  });

  it('tries again when the server was away', async () => {
    server.set('id-1', incident(1, { ...heldBy(grace), index: 9 }));
    isAway = true;
    change('id-1');
    await vi.advanceTimersByTimeAsync(10);
    expect(board().known.get('id-1')?.state).toBe('triggered');
    isAway = false;
    await vi.advanceTimersByTimeAsync(5100);
    expect(board().known.get('id-1')?.state).toBe('acknowledged');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked).toHaveLength(2);
  });

  it('forgets one that is gone', async () => {
    change('id-77');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked).toHaveLength(1);
  });
});
