import { useQuery } from '@tanstack/react-query';
import { client, newKey } from '../../api/client';
import { live } from '../../api/live';
import { queryClient, read } from '../../api/query-client';
import type { Incident, Major, MajorActed, MajorPreview } from '../../api/types';

const path = (incident: string) => `/api/incidents/${encodeURIComponent(incident)}`;

/** What makes the incident a major one; asked only when it is or was. Renewed with the incident. */
export function useMajor(incident: Incident) {
  return useQuery({
    queryKey: ['incident', incident.id, 'major'],
    queryFn: ({ signal }) => read<Major>(`${path(incident.id)}/major`, {}, signal),
  });
}

/** What declaring it would do. */
export function useMajorPreview(incident: Incident) {
  return useQuery({
    queryKey: ['incident', incident.id, 'major-preview'],
    queryFn: ({ signal }) => read<MajorPreview>(`${path(incident.id)}/major/preview`, {}, signal),
  });
}

/** One act in a major incident; throws what the server says against it. */
export async function doMajor(incident: Incident, what: string, body?: unknown, key = newKey()): Promise<Major> {
  const acted = await client.post<MajorActed>(`${path(incident.id)}/${what}`, body, { key });
  live.saw(acted.index);
  queryClient.setQueryData<Major>(['incident', incident.id, 'major'], acted.major);
  for (const each of ['incident', 'timeline', 'board']) {
    void queryClient.invalidateQueries({ queryKey: [each] });
  }
  return acted.major;
}

/** What a failure is told as, whatever it was. */
export function reasonOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : 'That did not work. Nothing was changed.';
}
