import { useInfiniteQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { queryClient, read } from '../../api/query-client';
import type { Invited, Page, Person } from '../../api/types';

/** Everybody Larum knows; for administrators. */
export function usePeople() {
  return useInfiniteQuery({
    queryKey: ['people'],
    queryFn: ({ pageParam, signal }) => read<Page<Person>>('/api/people', { limit: 200, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export async function invite(email: string, name: string, key: string): Promise<Invited> {
  const invited = await client.post<Invited>('/api/people/invitations', { email, name }, { key });
  await queryClient.invalidateQueries({ queryKey: ['people'] });
  return invited;
}
