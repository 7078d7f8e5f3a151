import { client, newKey } from '../../api/client';
import { live } from '../../api/live';
import { queryClient } from '../../api/query-client';
import type { Incident, Outcome } from '../../api/types';
import { say } from '../../kit/toasts';
import { putOnBoards } from './use-board';
import { type LifeAct, lifeSaid } from './wording';

/** Sends one act of an incident's life and shows what came of it. Throws what the server says against it. */
export async function doTo(incident: Incident, what: LifeAct, body: unknown, key = newKey()): Promise<Incident> {
  const outcome = await client.post<Outcome>(`/api/incidents/${incident.id}/${what}`, body, { key });
  live.saw(outcome.index);
  for (const each of ['incident', 'timeline', 'alerts']) {
    void queryClient.invalidateQueries({ queryKey: [each] });
  }
  queryClient.setQueryData<Incident>(['incident', outcome.incident.id], outcome.incident);
  putOnBoards(outcome.incident);
  say(lifeSaid(what, outcome.incident, outcome.changed));
  return outcome.incident;
}
