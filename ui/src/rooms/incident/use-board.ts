import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { ApiProblem } from '../../api/client';
import { live } from '../../api/live';
import { queryClient, read } from '../../api/query-client';
import type { Incident, Page, Session } from '../../api/types';
import { say } from '../../kit/toasts';
import {
  addPage,
  type Board,
  EMPTY,
  hear,
  type Narrowing,
  planRefresh,
  put,
  SECTIONS,
  type Section,
  STATES_OF,
  settle,
} from './board';
import { queryOf } from './use-filter';

const FIRST_PAGE: Record<Section, number> = { needs: 200, handled: 200, quiet: 50 };
const NEXT_PAGE = 500;
const ROUND_MS = 250;
const AFTER_FAILURE_MS = 5000;

type BoardKey = ['board', Narrowing];
const keyOf = (narrowing: Narrowing): BoardKey => ['board', narrowing];

function readPage(section: Section, narrowing: Narrowing, limit: number, after: string | null, signal?: AbortSignal) {
  const order = narrowing.order === 'worst' ? 'worst' : null;
  const query = { state: STATES_OF[section], ...queryOf(narrowing), order, limit, after };
  return read<Page<Incident>>('/api/incidents', query, signal);
}

async function readBoard(narrowing: Narrowing, signal?: AbortSignal): Promise<Board> {
  const pages = await Promise.all(
    SECTIONS.map((section) => readPage(section, narrowing, FIRST_PAGE[section], null, signal)),
  );
  const before = queryClient.getQueryData<Board>(keyOf(narrowing));
  // Read again: what is on the screen stays where it is, and the rest waits in the pill.
  if (before)
    return hear(
      before,
      pages.flatMap(({ items }) => items),
      narrowing,
      myself(),
    );
  return SECTIONS.reduce(
    (board, section, position) => addPage(board, section, pages[position] as Page<Incident>, narrowing.order),
    EMPTY,
  );
}

/** Starts reading the inbox while it is still being found out who is signed in. */
export function warmBoard(narrowing: Narrowing): void {
  void queryClient.prefetchQuery({
    queryKey: keyOf(narrowing),
    queryFn: ({ signal }) => readBoard(narrowing, signal),
    retry: false,
  });
}

/** The inbox under one filter, and what the reader may do with it. */
export function useBoard(narrowing: Narrowing) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: keyOf(narrowing),
    queryFn: ({ signal }) => readBoard(narrowing, signal),
  });
  const [loading, setLoading] = useState<Section | null>(null);
  const loadMore = useCallback(
    async (section: Section) => {
      const after = queryClient.getQueryData<Board>(keyOf(narrowing))?.next[section];
      if (!after) return;
      setLoading(section);
      try {
        const page = await readPage(section, narrowing, NEXT_PAGE, after);
        queryClient.setQueryData<Board>(
          keyOf(narrowing),
          (board) => board && addPage(board, section, page, narrowing.order),
        );
      } catch (problem) {
        say(
          `More incidents could not be loaded. ${problem instanceof Error ? problem.message : ''} The list is unchanged.`,
        );
      } finally {
        setLoading(null);
      }
    },
    [narrowing],
  );
  const settleAll = useCallback(() => {
    queryClient.setQueryData<Board>(keyOf(narrowing), (board) => board && settle(board, narrowing, myself()));
  }, [narrowing]);
  return useMemo(
    () => ({ board: data, error, isPending, retry: refetch, loading, loadMore, settle: settleAll }),
    [data, error, isPending, refetch, loading, loadMore, settleAll],
  );
}

/** The id of who is signed in, as far as that is known. */
function myself(): string | null {
  return queryClient.getQueryData<Session | null>(['session'])?.person.id ?? null;
}

function boards(): [BoardKey, Board][] {
  return queryClient
    .getQueriesData<Board>({ queryKey: ['board'] })
    .flatMap(([key, board]) => (board ? [[key as unknown as BoardKey, board] as [BoardKey, Board]] : []));
}

/** News for every inbox in memory. */
export function tellBoards(incidents: readonly Incident[]): void {
  for (const [key] of boards()) {
    queryClient.setQueryData<Board>(key, (board) => board && hear(board, incidents, key[1], myself()));
  }
}

/** The reader's own act: its row may move at once. */
export function putOnBoards(incident: Incident): void {
  for (const [key] of boards()) queryClient.setQueryData<Board>(key, (board) => board && put(board, incident));
}

/** True while a foretold state is shown and nothing newer. */
export const isStill = (shown: Incident, foretold: Incident): boolean =>
  shown.index === foretold.index && shown.state === foretold.state;

/** A foretold act that did not come: the row goes back, unless news came in between. */
export function takeBackOnBoards(foretold: Incident, real: Incident): void {
  for (const [key] of boards()) {
    queryClient.setQueryData<Board>(key, (board) => {
      const shown = board?.known.get(real.id);
      return board && shown && isStill(shown, foretold) ? put(board, real) : board;
    });
  }
}

/** Keeps the inboxes true while changes come in, at most one round of reading at a time. */
export function keepBoards(): () => void {
  const pending = new Set<string>();
  let isReading = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const round = async () => {
    timer = undefined;
    const shown = boardShown();
    if (!shown) {
      // No inbox is open, or its first reading is on its way and may have missed these.
      if (queryClient.isFetching({ queryKey: ['board'] }) === 0) pending.clear();
      schedule();
      return;
    }
    isReading = true;
    // Taken out first: what changes again while it is read comes back in.
    const taken = new Set(pending);
    pending.clear();
    let wait = ROUND_MS;
    try {
      await readChanged(taken, shown);
    } catch {
      wait = AFTER_FAILURE_MS;
    } finally {
      for (const id of taken) pending.add(id);
      isReading = false;
      schedule(wait);
    }
  };
  const schedule = (wait = ROUND_MS) => {
    if (pending.size > 0 && !isReading) timer ??= setTimeout(round, wait);
  };
  const forget = live.onChange(({ incidents }) => {
    for (const id of incidents) pending.add(id);
    if (pending.size > 0 && !isReading && !timer) void round();
  });
  return () => {
    forget();
    clearTimeout(timer);
  };
}

/** The inbox that is looked at, else the one that was. */
function boardShown(): [BoardKey, Board] | undefined {
  const active = queryClient.getQueryCache().find({ queryKey: ['board'], exact: false, type: 'active' });
  const all = boards();
  return all.find(([key]) => key === active?.queryKey) ?? all[all.length - 1];
}

/** Reads as much of what changed as one round may, tells the inboxes, and takes it off the list. */
async function readChanged(changed: Set<string>, [[, narrowing], board]: [BoardKey, Board]): Promise<void> {
  const { readsPages, ids } = planRefresh(changed, board);
  if (readsPages) {
    const newest = await readBoardPages(narrowing);
    tellBoards(newest);
    for (const { id } of newest) changed.delete(id);
  }
  const singles = ids.filter((id) => changed.has(id));
  const incidents = await Promise.all(singles.map(readOne));
  tellBoards(incidents.filter((incident) => incident !== null));
  for (const id of singles) changed.delete(id);
}

async function readBoardPages(narrowing: Narrowing): Promise<Incident[]> {
  const pages = await Promise.all(SECTIONS.map((section) => readPage(section, narrowing, FIRST_PAGE[section], null)));
  return pages.flatMap(({ items }) => items);
}

async function readOne(id: string): Promise<Incident | null> {
  try {
    const incident = await read<Incident>(`/api/incidents/${id}`, {});
    queryClient.setQueryData<Incident>(['incident', id], (before) =>
      before && before.index < incident.index ? incident : before,
    );
    return incident;
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 404) return null;
    throw problem;
  }
}
