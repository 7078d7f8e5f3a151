import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { client } from '../../api/client';
import { queryClient, read } from '../../api/query-client';
import type { Page, Policy, PolicyDraft, PolicyPreview, PolicyTarget } from '../../api/types';

async function all<T>(path: string, signal: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  let after: string | null = null;
  do {
    const page: Page<T> = await read(path, { limit: 200, after }, signal);
    items.push(...page.items);
    after = page.next;
  } while (after);
  return items;
}

export function usePolicies() {
  return useQuery({
    queryKey: ['policies', 'list'],
    queryFn: ({ signal }) => all<Policy>('/api/policies', signal),
  });
}

/** Whom and what a step may tell, by how it names them. */
export function useTargets() {
  return useQuery({
    queryKey: ['policies', 'targets'],
    queryFn: async ({ signal }) => {
      const items = await all<PolicyTarget>('/api/policies/targets', signal);
      return new Map(items.map((one) => [one.target, one]));
    },
  });
}

/** What a draft would do: the server works it out. */
export function usePreview(draft: PolicyDraft) {
  return useQuery({
    queryKey: ['policies', 'preview', draft],
    queryFn: ({ signal }) => client.post<PolicyPreview>('/api/policies/preview', draft, { signal }),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 60_000,
    gcTime: 60_000,
  });
}

const IDLE_MS = 200;

/** What was written, when the writer has paused. */
export function useIdle<T>(value: T): T {
  const [idle, setIdle] = useState(value);
  const text = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written is compared, not who wrote it
  useEffect(() => {
    const timer = setTimeout(() => setIdle(value), IDLE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return idle;
}

const path = (word: string) => `/api/config/policies/${encodeURIComponent(word)}`;

export async function save(word: string, policy: Record<string, unknown>, key: string): Promise<void> {
  await client.put(path(word), policy, { key });
  await queryClient.invalidateQueries({ queryKey: ['policies'] });
}

export async function remove(word: string, key: string): Promise<void> {
  await client.delete(path(word), { key });
  await queryClient.invalidateQueries({ queryKey: ['policies'] });
}
