import { useInfiniteQuery } from '@tanstack/react-query';
import { read } from '../../api/query-client';
import type { Alert, Page } from '../../api/types';

/** The alerts of one incident, newest first. */
export function useAlerts(incident: string) {
  return useInfiniteQuery({
    queryKey: ['alerts', incident],
    queryFn: ({ pageParam, signal }) =>
      read<Page<Alert>>('/api/alerts', { incident, limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}
