import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { queryClient, read } from '../../api/query-client';
import type {
  Absence,
  AbsencesImported,
  AbsenceWish,
  Cover,
  CoverWish,
  DutyOverride,
  OverrideWish,
  Page,
  Person,
  Plan,
  TakeWish,
} from '../../api/types';

/** What was agreed on and is not over yet. */
export function useOverrides(word: string) {
  return useInfiniteQuery({
    queryKey: ['schedules', 'overrides', word],
    queryFn: ({ pageParam, signal }) =>
      read<Page<DutyOverride>>(`${path(word)}/overrides`, { limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** Open requests: those that the reader may answer, and their own. */
export function useRequests(whose: 'for-me' | 'by-me') {
  return useInfiniteQuery({
    queryKey: ['duty', 'requests', whose],
    queryFn: ({ pageParam, signal }) =>
      read<Page<Cover>>('/api/cover-requests', { whose, limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** Who is away, now and to come. */
export function useAbsences() {
  return useInfiniteQuery({
    queryKey: ['duty', 'absences'],
    queryFn: ({ pageParam, signal }) => read<Page<Absence>>('/api/absences', { limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** Everybody who could be asked, by word. */
export function useEverybody() {
  return useQuery({
    queryKey: ['people', 'everybody'],
    queryFn: ({ signal }) => read<Page<Person>>('/api/people', { limit: 1000 }, signal),
  });
}

/** Who would be on call: the server works it out. Nothing is asked while a time is missing. */
export function usePreview(word: string, wish: OverrideWish | null) {
  return useQuery({
    queryKey: ['schedules', 'preview', word, wish],
    queryFn: ({ signal }) => client.post<Plan>(`${path(word)}/preview`, wish, { signal }),
    enabled: wish !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

const path = (word: string) => `/api/schedules/${encodeURIComponent(word)}`;

/** Who is on call after a write is asked of the server again, never worked out here. */
async function renew(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['schedules'] }),
    queryClient.invalidateQueries({ queryKey: ['duty'] }),
  ]);
}

export async function agree(word: string, wish: OverrideWish, key: string): Promise<void> {
  await client.post(`${path(word)}/overrides`, wish, { key });
  await renew();
}

export async function withdrawOverride(word: string, id: string): Promise<void> {
  await client.delete(`${path(word)}/overrides/${id}`);
  await renew();
}

export async function askForCover(wish: CoverWish, key: string): Promise<void> {
  await client.post('/api/cover-requests', wish, { key });
  await renew();
}

export async function takeCover(id: string, part: TakeWish, key: string): Promise<void> {
  try {
    await client.post(`/api/cover-requests/${id}/take`, part, { key });
  } finally {
    // Whoever comes second sees who was first.
    await renew();
  }
}

export async function withdrawRequest(id: string): Promise<void> {
  await client.delete(`/api/cover-requests/${id}`);
  await renew();
}

export async function declareAway(wish: AbsenceWish, key: string): Promise<void> {
  await client.post('/api/absences', wish, { key });
  await renew();
}

/** A calendar file as it is. */
export async function importAbsences(file: string, key: string): Promise<AbsencesImported> {
  const found = await client.post<AbsencesImported>('/api/absences/import', file, { key, type: 'text/calendar' });
  await renew();
  return found;
}

export async function withdrawAbsence(id: string): Promise<void> {
  await client.delete(`/api/absences/${id}`);
  await renew();
}
