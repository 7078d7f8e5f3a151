import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { queryClient, read } from '../../api/query-client';
import type { Facets, Page, SavedView, ViewWish } from '../../api/types';
import { STATES_OF } from './board';
import { type Filter, queryOf } from './use-filter';

const KEY = ['views'];

/** How many incidents each choice would show, while somebody chooses. */
export function useFacets({ section, narrowing }: Filter) {
  const query = { state: section && STATES_OF[section], ...queryOf(narrowing) };
  return useQuery({
    queryKey: ['facets', query],
    queryFn: ({ signal }) => read<Facets>('/api/incidents/facets', query, signal),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    refetchInterval: 15_000,
  });
}

/** Every view that the reader keeps or that is shared with them: a hundred would be many. */
export function useSavedViews() {
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => {
      const views: SavedView[] = [];
      let after: string | null = null;
      do {
        const page: Page<SavedView> = await client.get('/api/views', { query: { limit: 200, after }, signal });
        views.push(...page.items);
        after = page.next;
      } while (after);
      return views.sort((a, b) => a.name.localeCompare(b.name));
    },
    staleTime: 60_000,
  });
}

const again = () => queryClient.invalidateQueries({ queryKey: KEY });

export async function keepView(wish: ViewWish, view: SavedView | null, key: string): Promise<void> {
  if (view) await client.put(`/api/views/${view.id}`, wish, { key });
  else await client.post('/api/views', wish, { key });
  await again();
}

export async function beginWith(view: SavedView, isFirst: boolean, key: string): Promise<void> {
  const path = `/api/views/${view.id}/first`;
  if (isFirst) await client.post(path, {}, { key });
  else await client.delete(path, { key });
  await again();
}

export async function deleteView(view: SavedView, key: string): Promise<void> {
  await client.delete(`/api/views/${view.id}`, { key });
  await again();
}
