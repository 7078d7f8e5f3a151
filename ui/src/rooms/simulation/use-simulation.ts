import { useMutation, useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { read } from '../../api/query-client';
import type { Page, Person, ServicesFound, SimulationView } from '../../api/types';

export interface SimulationWish {
  detection: { service: string; key: string; severity: string; summary: string };
  at: string;
  assume: { answers: Record<string, string>; down: string[] };
}

/** Changes nothing: asked as often as somebody likes. */
export function useSimulation() {
  return useMutation({
    mutationFn: (wish: SimulationWish) => client.post<SimulationView>('/api/simulations', wish),
  });
}

/** Services whose word or name has these letters; a few, to choose from. */
export function useServiceWords(search: string) {
  return useQuery({
    queryKey: ['services', 'words', search],
    queryFn: ({ signal }) => read<ServicesFound>('/api/services', { search, limit: 20 }, signal),
    placeholderData: (shown) => shown,
  });
}

export function useEverybody() {
  return useQuery({
    queryKey: ['people', 'all'],
    queryFn: ({ signal }) => read<Page<Person>>('/api/people', { limit: 1000 }, signal),
  });
}
