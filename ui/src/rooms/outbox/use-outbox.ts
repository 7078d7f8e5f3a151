import { useInfiniteQuery } from '@tanstack/react-query';
import { read } from '../../api/query-client';
import type { Delivery, DeliveryState, Page } from '../../api/types';

/** What was sent, or was meant to be, newest first. */
export function useOutbox(state: DeliveryState | null) {
  return useInfiniteQuery({
    queryKey: ['outbox', state],
    queryFn: ({ pageParam, signal }) =>
      read<Page<Delivery>>('/api/outbox', { state, limit: 100, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}
