import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { read } from '../../api/query-client';
import type { Page, Slo, SloWhole } from '../../api/types';

/** Budgets move on though nothing happens: the window ends now. */
const SLOWLY = 60_000;

export function useSlos() {
  return useInfiniteQuery({
    queryKey: ['slos', 'all'],
    queryFn: ({ pageParam, signal }) => read<Page<Slo>>('/api/slos', { after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: SLOWLY,
  });
}

export function useSlo(word: string) {
  return useQuery({
    queryKey: ['slos', 'one', word],
    queryFn: ({ signal }) => read<SloWhole>(`/api/slos/${encodeURIComponent(word)}`, {}, signal),
    refetchInterval: SLOWLY,
  });
}
