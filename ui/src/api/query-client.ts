import { QueryClient } from '@tanstack/react-query';
import { ApiProblem, client } from './client';
import { type Batch, live } from './live';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      // The stream says when something is old; nothing is read again just because somebody looked.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (count, problem) => count < 3 && (!(problem instanceof ApiProblem) || problem.isPassing),
    },
    mutations: { networkMode: 'always' },
  },
});

/** Reads something that must know everything this tab has heard of. */
export function read<T>(path: string, query: Record<string, string | number | null | undefined>, signal?: AbortSignal) {
  return client.get<T>(path, { query: { ...query, atLeast: live.head || null }, signal });
}

/** What a batch of changes makes old, except the inbox, which merges rows itself. */
export function invalidate(batch: Batch): void {
  for (const id of batch.incidents) {
    void queryClient.invalidateQueries({ queryKey: ['incident', id] });
    void queryClient.invalidateQueries({ queryKey: ['timeline', id] });
    void queryClient.invalidateQueries({ queryKey: ['alerts', id] });
  }
  void queryClient.invalidateQueries({ queryKey: ['outbox'] });
  if ([...batch.events].some((event) => event.startsWith('directory.'))) {
    void queryClient.invalidateQueries({ queryKey: ['people'] });
  }
}

/** After a gap nothing is known to be fresh. */
export function invalidateAll(): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'invitation',
  });
}
