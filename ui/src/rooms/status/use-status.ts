import { useInfiniteQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { queryClient, read } from '../../api/query-client';
import type { Notice, NoticeActed, NoticeWish, Page, PostWish, ServiceOnPage, SubscriberList } from '../../api/types';

export type Shelf = 'open' | 'over' | 'withdrawn';

/** What was published, newest first. */
export function useNotices(state: Shelf) {
  return useInfiniteQuery({
    queryKey: ['status', 'notices', state],
    queryFn: ({ pageParam, signal }) =>
      read<Page<Notice>>('/api/status/notices', { state, limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** The services of the catalogue, or only those that the page shows. */
export function useComponents(isShownOnly: boolean) {
  return useInfiniteQuery({
    queryKey: ['status', 'components', isShownOnly],
    queryFn: ({ pageParam, signal }) =>
      read<Page<ServiceOnPage>>(
        '/api/status/components',
        { shown: isShownOnly ? 'true' : null, limit: isShownOnly ? 1000 : 100, after: pageParam },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** Who outside is told by mail, the newest first; for administrators. */
export function useSubscribers() {
  return useInfiniteQuery({
    queryKey: ['status', 'subscribers'],
    queryFn: ({ pageParam, signal }) =>
      read<SubscriberList>('/api/status/subscribers', { limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export async function removeSubscriber(id: string): Promise<void> {
  await client.delete(`/api/status/subscribers/${id}`);
  await renew();
}

const renew = () => queryClient.invalidateQueries({ queryKey: ['status'] });

export async function publish(notice: NoticeWish, key: string): Promise<void> {
  await client.post<NoticeActed>('/api/status/notices', notice, { key });
  await renew();
}

export async function update(id: string, post: PostWish, key: string): Promise<void> {
  await client.post<NoticeActed>(`/api/status/notices/${id}/updates`, post, { key });
  await renew();
}

export async function withdraw(id: string, key: string): Promise<void> {
  await client.post<NoticeActed>(`/api/status/notices/${id}/withdraw`, undefined, { key });
  await renew();
}

export interface Shown {
  name: string;
  group: string;
  place: number;
}

export async function show(service: string, shown: Shown, key: string): Promise<void> {
  await client.post(`/api/status/components/${service}`, shown, { key });
  await renew();
}

export async function hide(service: string): Promise<void> {
  await client.delete(`/api/status/components/${service}`);
  await renew();
}
