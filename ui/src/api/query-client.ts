import { QueryClient } from '@tanstack/react-query';
import { ApiProblem, client } from './client';
import { type Batch, live } from './live';

const isPassing = (problem: unknown) => problem instanceof ApiProblem && problem.isPassing;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      // The stream says when something is old; nothing is read again just because somebody looked.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      // What could not be read is tried again by itself; nobody has to reload at night.
      refetchInterval: ({ state }) => (state.status === 'error' && isPassing(state.error) ? 10_000 : false),
      retry: (count, problem) => count < 3 && isPassing(problem),
    },
    mutations: { networkMode: 'always' },
  },
});

/** Reads something that must know everything this tab has heard of. */
export function read<T>(path: string, query: Record<string, string | number | null | undefined>, signal?: AbortSignal) {
  return client.get<T>(path, { query: { ...query, atLeast: live.head || null }, signal });
}

/** Reads again what is looked at; a first reading that is still on its way may have missed the change and is followed by a second. */
function renew(queryKey: readonly unknown[]): void {
  for (const query of queryClient.getQueryCache().findAll({ queryKey })) {
    const again = () => queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true });
    const isFirst = query.state.data === undefined && query.state.fetchStatus === 'fetching';
    if (isFirst) void query.promise?.then(again, () => {});
    else void again();
  }
}

/** What a batch of changes makes old, except the inbox, which merges rows itself. */
export function invalidate(batch: Batch): void {
  for (const id of batch.incidents) {
    renew(['incident', id]);
    renew(['timeline', id]);
    renew(['alerts', id]);
  }
  renew(['outbox']);
  renew(['services']);
  if ([...batch.events].some((event) => event.startsWith('directory.'))) {
    renew(['people']);
    renew(['me']);
    renew(['context']);
    renew(['policies']);
    renew(['boards']);
  }
  if ([...batch.events].some((event) => event.startsWith('schedule.'))) {
    renew(['schedules']);
    renew(['duty']);
    renew(['me', 'duty']);
    renew(['policies']);
  }
  if ([...batch.events].some((event) => event.startsWith('notification.'))) {
    renew(['me', 'reach']);
  }
  if ([...batch.events].some((event) => event.startsWith('feedback.'))) {
    renew(['feedback']);
  }
  if ([...batch.events].some((event) => event.startsWith('postmortem.'))) {
    renew(['reviews']);
  }
  if ([...batch.events].some((event) => event.startsWith('improvement.'))) {
    renew(['improvements']);
  }
  if ([...batch.events].some((event) => event.startsWith('status.'))) {
    renew(['status']);
  }
}

/** After a gap nothing is known to be fresh. */
export function invalidateAll(): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'invitation',
  });
}
