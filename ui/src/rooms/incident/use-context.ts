import { useQuery } from '@tanstack/react-query';
import { read } from '../../api/query-client';
import type { Incident, IncidentContext } from '../../api/types';

const AGAIN = 60_000;

/** What stands around an incident. Asked for beside everything else, and again each minute while it goes on. */
export function useContextOf(incident: Pick<Incident, 'id' | 'resolvedAt'>) {
  return useQuery({
    queryKey: ['context', incident.id],
    queryFn: ({ signal }) =>
      read<IncidentContext>(`/api/incidents/${encodeURIComponent(incident.id)}/context`, {}, signal),
    refetchInterval: incident.resolvedAt ? false : AGAIN,
  });
}
