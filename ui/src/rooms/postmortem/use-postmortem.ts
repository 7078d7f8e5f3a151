import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ApiProblem, client } from '../../api/client';
import { live } from '../../api/live';
import { queryClient, read } from '../../api/query-client';
import type {
  ActionWish,
  Known,
  Page,
  Person,
  PublishWish,
  Review,
  ReviewActed,
  ReviewAction,
  ReviewLine,
  ReviewVersion,
} from '../../api/types';

const keyOf = (incident: string) => ['incident', incident, 'postmortem'];

/** The review of an incident; null when there is none. Renewed with the incident. */
export function useReview(incident: string) {
  return useQuery<Review | null>({
    queryKey: keyOf(incident),
    queryFn: async ({ signal }) => {
      try {
        const review = await read<Review>(`/api/incidents/${encodeURIComponent(incident)}/postmortem`, {}, signal);
        // The answer to an act may have overtaken this one.
        const shown = queryClient.getQueryData<Review | null>(keyOf(incident));
        return shown && shown.index > review.index ? shown : review;
      } catch (problem) {
        if (problem instanceof ApiProblem && problem.status === 404) return null;
        throw problem;
      }
    },
  });
}

function keep(acted: ReviewActed): Review {
  live.saw(acted.index);
  queryClient.setQueryData<Review | null>(keyOf(acted.postmortem.about.incident), acted.postmortem);
  void queryClient.invalidateQueries({ queryKey: ['reviews'] });
  return acted.postmortem;
}

export async function askFor(incident: string, key: string): Promise<Review> {
  const path = `/api/incidents/${encodeURIComponent(incident)}/postmortem`;
  return keep(await client.post<ReviewActed>(path, undefined, { key }));
}

/** One act on a review, such as `review` or `reopen`; throws what the server says against it. */
export async function act(review: string, what: string, body: unknown, key: string): Promise<Review> {
  return keep(await client.post<ReviewActed>(`/api/postmortems/${review}/${what}`, body, { key }));
}

export interface Written {
  version: number;
  title: string;
  text: string;
}

export async function write(review: string, written: Written, key: string): Promise<Review> {
  return keep(await client.put<ReviewActed>(`/api/postmortems/${review}`, written, { key }));
}

export const publish = (review: string, wish: PublishWish, key: string) => act(review, 'publish', wish, key);

export async function keepAction(review: string, action: string | null, wish: ActionWish, key: string) {
  if (action === null) return act(review, 'actions', wish, key);
  return keep(await client.put<ReviewActed>(`/api/postmortems/${review}/actions/${action}`, wish, { key }));
}

export function useVersions(review: Review) {
  return useInfiniteQuery({
    queryKey: ['reviews', 'versions', review.about.id, review.about.version],
    queryFn: ({ pageParam, signal }) =>
      read<Page<ReviewVersion>>(
        `/api/postmortems/${review.about.id}/versions`,
        { limit: 20, after: pageParam },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export type Shelf = 'open' | 'published';

export function useReviews(state: Shelf, isOverdue: boolean) {
  return useInfiniteQuery({
    queryKey: ['reviews', 'list', state, isOverdue],
    queryFn: ({ pageParam, signal }) =>
      read<Page<ReviewLine>>(
        '/api/postmortems',
        { state, overdue: isOverdue ? 'true' : null, limit: 50, after: pageParam },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export function useActions(owner: string | null, isOverdue: boolean) {
  return useInfiniteQuery({
    queryKey: ['reviews', 'actions', owner, isOverdue],
    queryFn: ({ pageParam, signal }) =>
      read<Page<ReviewAction>>(
        '/api/actions',
        { state: 'open', owner, overdue: isOverdue ? 'true' : null, limit: 50, after: pageParam },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export function useKnowledge(words: string) {
  return useInfiniteQuery({
    queryKey: ['reviews', 'knowledge', words],
    queryFn: ({ pageParam, signal }) =>
      read<Page<Known>>('/api/knowledge', { q: words, limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** Who can have an action. */
export function useOwners() {
  return useQuery({
    queryKey: ['people', 'all'],
    queryFn: ({ signal }) => read<Page<Person>>('/api/people', { limit: 1000 }, signal),
  });
}
