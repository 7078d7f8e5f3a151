import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { queryClient, read } from '../../api/query-client';
import type { Entry, Incident, Lanes, Page } from '../../api/types';
import type { Board } from './board';

/** An incident that the inbox already knows is shown at once. */
function known(id: string): Incident | undefined {
  for (const [, board] of queryClient.getQueriesData<Board>({ queryKey: ['board'] })) {
    const incident = board?.known.get(id);
    if (incident) return incident;
  }
  return undefined;
}

export function useIncident(id: string) {
  return useQuery<Incident>({
    queryKey: ['incident', id],
    queryFn: async ({ signal }) => {
      const incident = await read<Incident>(`/api/incidents/${encodeURIComponent(id)}`, {}, signal);
      // The answer to an act may have overtaken this one.
      const shown = queryClient.getQueryData<Incident>(['incident', id]);
      return shown && shown.index > incident.index ? shown : incident;
    },
    placeholderData: () => known(id),
  });
}

const PAGES = 10;

async function readTimeline(id: string, signal: AbortSignal): Promise<Entry[]> {
  const entries: Entry[] = [];
  let after: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const path = `/api/incidents/${encodeURIComponent(id)}/timeline`;
    const answer: Page<Entry> = await read<Page<Entry>>(path, { limit: 1000, after }, signal);
    entries.push(...answer.items);
    after = answer.next;
    if (!after) break;
  }
  return entries;
}

export function useTimeline(id: string, isWanted = true) {
  return useQuery({
    queryKey: ['timeline', id],
    queryFn: ({ signal }) => readTimeline(id, signal),
    enabled: isWanted,
  });
}

export interface Stretch {
  from: string;
  until: string;
}

/** A part of the timeline in lanes, or all of it; read again together with the timeline. */
export function useLanes(id: string, stretch: Stretch | null, parts: number) {
  return useQuery({
    queryKey: ['timeline', id, 'lanes', stretch, parts],
    queryFn: ({ signal }) =>
      read<Lanes>(
        `/api/incidents/${encodeURIComponent(id)}/lanes`,
        { from: stretch?.from, until: stretch?.until, parts },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
}
