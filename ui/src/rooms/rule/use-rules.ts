import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { queryClient, read } from '../../api/query-client';
import type { Alert, MaintenanceWindow, Page, Preview, Rule } from '../../api/types';
import type { RuleKind } from './wording';

/** All rules in use, in the order in which they are asked. */
export function useRules() {
  return useQuery({
    queryKey: ['rules'],
    queryFn: async ({ signal }) => {
      const items: Rule[] = [];
      let after: string | null = null;
      do {
        const page: Page<Rule> = await read('/api/rules', { limit: 200, after }, signal);
        items.push(...page.items);
        after = page.next;
      } while (after);
      return { items };
    },
    refetchInterval: 15_000,
  });
}

/** What a draft would have matched; asked again only when the draft has changed. */
export function usePreview(kind: RuleKind, rule: Record<string, unknown> | null, days: number) {
  return useQuery({
    queryKey: ['rules', 'preview', kind, rule, days],
    queryFn: ({ signal }) => client.post<Preview>('/api/rules/preview', { kind, rule, days }, { signal }),
    enabled: rule !== null,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 60_000,
  });
}

/** Alerts that a rule holds back now, newest first. */
export function useHeld() {
  return useInfiniteQuery({
    queryKey: ['alerts', 'held'],
    queryFn: ({ pageParam, signal }) =>
      read<Page<Alert>>('/api/alerts', { held: 'true', limit: 100, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: 15_000,
  });
}

/** Maintenance of the next weeks. */
export function useWindows(from: string, until: string) {
  return useQuery({
    queryKey: ['rules', 'windows', from, until],
    queryFn: ({ signal }) => read<{ items: MaintenanceWindow[] }>('/api/maintenance', { from, until }, signal),
  });
}

export async function save(kind: RuleKind, word: string, rule: Record<string, unknown>, key: string): Promise<void> {
  await client.put(`/api/config/${kind}/${encodeURIComponent(word)}`, rule, { key });
  await queryClient.invalidateQueries({ queryKey: ['rules'] });
}

export async function silence(rule: Record<string, unknown>, key: string): Promise<{ word: string }> {
  const made = await client.post<{ word: string }>('/api/silences', rule, { key });
  await queryClient.invalidateQueries({ queryKey: ['rules'] });
  return made;
}

export async function remove(kind: RuleKind, word: string, key: string): Promise<void> {
  const path = kind === 'silences' ? '/api/silences' : `/api/config/${kind}`;
  await client.delete(`${path}/${encodeURIComponent(word)}`, { key });
  await queryClient.invalidateQueries({ queryKey: ['rules'] });
}
