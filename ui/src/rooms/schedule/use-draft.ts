import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { client } from '../../api/client';
import { queryClient, read } from '../../api/query-client';
import type { ScheduleDefinition, ScheduleDraft } from '../../api/types';
import { type Draft, definitionOf } from './draft';
import type { Window } from './plan';

const IDLE_MS = 200;

/** A schedule as it was written; asked once, for an edit must not be overtaken by what is read. */
export function useDefinition(word: string | null) {
  return useQuery({
    queryKey: ['schedules', 'definition', word],
    queryFn: ({ signal }) => read<ScheduleDefinition>(`/api/schedules/${encodeURIComponent(word ?? '')}`, {}, signal),
    enabled: word !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** What the draft would be: the server works it out each time that its writer has paused. */
export function useDraftPreview(draft: Draft, { from, until }: Window, zone: string, isEnabled: boolean) {
  const idle = useIdle(draft);
  const wish = {
    word: idle.word.trim(),
    schedule: definitionOf(idle),
    from: new Date(from).toISOString(),
    until: new Date(until).toISOString(),
    zone,
  };
  const query = useQuery({
    queryKey: ['schedules', 'draft', wish],
    queryFn: ({ signal }) => client.post<ScheduleDraft>('/api/schedules/preview', wish, { signal }),
    enabled: isEnabled,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return { ...query, isCurrent: idle === draft && !query.isPlaceholderData, shown: useLast(query.data) };
}

function useIdle(draft: Draft): Draft {
  const [idle, setIdle] = useState(draft);
  useEffect(() => {
    const timer = setTimeout(() => setIdle(draft), IDLE_MS);
    return () => clearTimeout(timer);
  }, [draft]);
  return idle;
}

/** The newest there was: while a draft has mistakes, what was right before stays. */
function useLast<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}

export async function saveSchedule(draft: Draft, key: string): Promise<void> {
  await client.put(`/api/config/schedules/${encodeURIComponent(draft.word.trim())}`, definitionOf(draft), { key });
  await queryClient.invalidateQueries({ queryKey: ['schedules'] });
}
