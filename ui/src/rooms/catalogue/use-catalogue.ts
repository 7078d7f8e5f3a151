import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { read } from '../../api/query-client';
import type { ChangeEntry, Incident, Page, ServiceGraph, ServicePage, ServicesFound } from '../../api/types';

export interface Search {
  words: string;
  team: string | null;
  criticality: string | null;
}

/** The services by word, and how many each facet has. */
export function useServices({ words, team, criticality }: Search) {
  return useInfiniteQuery({
    queryKey: ['services', 'list', words, team, criticality],
    queryFn: ({ pageParam, signal }) =>
      read<ServicesFound>('/api/services', { search: words, team, criticality, limit: 100, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (shown) => shown,
  });
}

export function useService(word: string) {
  return useQuery({
    queryKey: ['services', 'one', word],
    queryFn: ({ signal }) => read<ServicePage>(`/api/services/${encodeURIComponent(word)}`, {}, signal),
  });
}

/** All services while they can be looked at, else those around one. */
export function useGraph(around: string | null) {
  return useQuery({
    queryKey: ['services', 'graph', around],
    queryFn: ({ signal }) => read<ServiceGraph>('/api/services/graph', { around, depth: 2 }, signal),
  });
}

export function useOpenIncidents(service: string) {
  return useQuery({
    queryKey: ['services', 'open', service],
    queryFn: ({ signal }) => read<Page<Incident>>('/api/incidents', { service, state: 'open', limit: 20 }, signal),
  });
}

export function useChanges(service: string) {
  return useInfiniteQuery({
    queryKey: ['services', 'changes', service],
    queryFn: ({ pageParam, signal }) =>
      read<Page<ChangeEntry>>('/api/changes', { service, limit: 10, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}
