import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { read } from '../../api/query-client';
import type { Page, Plan, ScheduleLine, Unready } from '../../api/types';
import type { Window } from './plan';

/** Who has it now changes by the clock alone: asked again while somebody looks. */
const AGAIN = 30_000;

export function useSchedules() {
  return useInfiniteQuery({
    queryKey: ['schedules', 'list'],
    queryFn: ({ pageParam, signal }) =>
      read<Page<ScheduleLine>>('/api/schedules', { limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: AGAIN,
  });
}

/** A schedule from one moment to another; what is shown stays while the next week is fetched. */
export function usePlan(word: string, { from, until }: Window, zone?: string) {
  return useQuery({
    queryKey: ['schedules', 'plan', word, from, until, zone],
    queryFn: ({ signal }) =>
      read<Plan>(
        `/api/schedules/${encodeURIComponent(word)}/shifts`,
        { from: new Date(from).toISOString(), until: new Date(until).toISOString(), zone },
        signal,
      ),
    placeholderData: (shown) => shown,
    refetchInterval: AGAIN,
  });
}

/** Whom no way reaches: the first of them, by word. */
export function useUnready() {
  return useQuery({
    queryKey: ['schedules', 'unready'],
    queryFn: ({ signal }) => read<Page<Unready>>('/api/readiness', { limit: 50 }, signal),
    refetchInterval: AGAIN,
  });
}
