import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { read } from '../../api/query-client';
import type { Delivery, DeliveryRecipients, DeliveryStory, Page } from '../../api/types';
import type { Filter } from './filter';

/** What was sent, or was meant to be, newest first. */
export function useOutbox(filter: Filter) {
  return useInfiniteQuery({
    queryKey: ['outbox', filter],
    queryFn: ({ pageParam, signal }) =>
      read<Page<Delivery>>('/api/outbox', { ...filter, limit: 100, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** One message and all that became of it. */
export function useStory(id: string) {
  return useQuery({
    queryKey: ['outbox', 'story', id],
    queryFn: ({ signal }) => read<DeliveryStory>(`/api/outbox/${encodeURIComponent(id)}`, {}, signal),
  });
}

export function useRecipients() {
  return useQuery({
    queryKey: ['people', 'recipients'],
    queryFn: ({ signal }) => client.get<DeliveryRecipients>('/api/outbox/recipients', { signal }),
  });
}
