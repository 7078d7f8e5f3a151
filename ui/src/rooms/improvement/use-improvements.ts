import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { live } from '../../api/live';
import { queryClient, read } from '../../api/query-client';
import type { DeleteThis, Improvement, ImprovementActed, ImprovementStep, Looked, Page, Round } from '../../api/types';

const KEY = 'improvements';
const PATH = '/api/improvements';

const pages = {
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }: { next: string | null }) => next,
};

/** `state`: words of the server, such as open. */
export function useImprovements(state: string, kind: string) {
  return useInfiniteQuery({
    queryKey: [KEY, 'list', state, kind],
    queryFn: ({ pageParam, signal }) =>
      read<Page<Improvement>>(PATH, { state, kind: kind || null, limit: 50, after: pageParam }, signal),
    ...pages,
  });
}

/** The items of a round: as many as anybody could work on. */
export function useRoundItems(round: number | undefined) {
  return useQuery({
    queryKey: [KEY, 'round-items', round],
    queryFn: ({ signal }) => read<Page<Improvement>>(PATH, { round, limit: 200 }, signal),
    enabled: round !== undefined,
  });
}

export function useRound(number: string) {
  return useQuery({
    queryKey: [KEY, 'round', number],
    queryFn: ({ signal }) => read<Round>(`${PATH}/rounds/${encodeURIComponent(number)}`, {}, signal),
  });
}

export function useImprovement(id: string) {
  return useQuery({
    queryKey: [KEY, 'one', id],
    queryFn: ({ signal }) => read<Improvement>(`${PATH}/${encodeURIComponent(id)}`, {}, signal),
  });
}

export function useSteps(id: string) {
  return useInfiniteQuery({
    queryKey: [KEY, 'steps', id],
    queryFn: ({ pageParam, signal }) =>
      read<Page<ImprovementStep>>(`${PATH}/${encodeURIComponent(id)}/steps`, { limit: 50, after: pageParam }, signal),
    ...pages,
  });
}

export function useDeleteThese() {
  return useInfiniteQuery({
    queryKey: [KEY, 'delete-these'],
    queryFn: ({ pageParam, signal }) =>
      read<Page<DeleteThis>>(`${PATH}/delete-these`, { limit: 50, after: pageParam }, signal),
    ...pages,
  });
}

function keep(acted: ImprovementActed): Improvement {
  live.saw(acted.index);
  queryClient.setQueryData<Improvement>([KEY, 'one', acted.improvement.id], acted.improvement);
  void queryClient.invalidateQueries({ queryKey: [KEY] });
  return acted.improvement;
}

/** One act on an item, such as `weigh` or `plan`; throws what the server says against it. */
export async function act(id: string, what: string, body: unknown, key: string): Promise<Improvement> {
  return keep(await client.post<ImprovementActed>(`${PATH}/${id}/${what}`, body, { key }));
}

export async function propose(wish: { title: string; why: string }, key: string): Promise<Improvement> {
  return keep(await client.post<ImprovementActed>(PATH, wish, { key }));
}

export async function lookNow(key: string): Promise<Looked> {
  const looked = await client.post<Looked>(`${PATH}/look`, undefined, { key });
  await queryClient.invalidateQueries({ queryKey: [KEY] });
  return looked;
}
