import { useCallback, useSyncExternalStore } from 'react';
import { ApiProblem, client, newKey } from '../../api/client';
import { live } from '../../api/live';
import { queryClient } from '../../api/query-client';
import type { Actor, Incident, Outcome, Person } from '../../api/types';
import { useZone } from '../../kit/now';
import { say } from '../../kit/toasts';
import { useMe } from '../session/use-session';
import { isStill, putOnBoards, takeBackOnBoards } from './use-board';
import { type Act, actFailed, afterAct, canDo, foretell, nameOf, notNeeded } from './wording';

const WAITS_MS = [1000, 2000, 4000, 8000, 15_000];

/** Sends until it gets through, always with the same key, so that the server does it once. */
async function persist<T>(send: () => Promise<T>, onWait: (problem: ApiProblem) => void): Promise<T> {
  for (const wait of WAITS_MS) {
    try {
      return await send();
    } catch (problem) {
      if (!(problem instanceof ApiProblem && problem.isPassing)) throw problem;
      onWait(problem);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return send();
}

function show(incident: Incident): void {
  queryClient.setQueryData<Incident>(['incident', incident.id], incident);
  putOnBoards(incident);
}

const reasonOf = (problem: unknown) =>
  problem instanceof Error ? problem.message : 'Something went wrong in this page.';

const actorOf = (me: Person): Actor => ({ kind: 'person', id: me.id, name: me.name });

/** Shows the real state again, unless something newer than the foretold one is shown already. */
function unshow(foretold: Incident, real: Incident): void {
  queryClient.setQueryData<Incident>(['incident', real.id], (shown) =>
    shown && isStill(shown, foretold) ? real : shown,
  );
  takeBackOnBoards(foretold, real);
}

/** Incidents with an act on its way, and those of them that are not through after a while. */
const underWay = new Set<string>();
const unsent = new Set<string>();
const watchers = new Set<() => void>();

function markUnsent(id: string, isUnsent: boolean): void {
  if (isUnsent === unsent.has(id)) return;
  if (isUnsent) unsent.add(id);
  else unsent.delete(id);
  for (const watch of watchers) watch();
}

const subscribe = (watch: () => void) => {
  watchers.add(watch);
  return () => watchers.delete(watch);
};

/** True while an act on this incident is tried again and again. */
export const useIsUnsent = (id: string): boolean => useSyncExternalStore(subscribe, () => unsent.has(id));

/** So long a foretold state may stand without an answer; then it would be a lie. */
const DOUBT_MS = 3000;

/** Acknowledge, resolve, reopen: shown at once, sent until it gets through, taken back with a reason when refused. */
export function useActs() {
  const me = useMe();
  const zone = useZone();

  const act = useCallback(
    async (kind: Act, incident: Incident): Promise<boolean> => {
      if (underWay.has(incident.id)) return false;
      const reader = () => ({ me: me.id, zone, now: Date.now() });
      if (!canDo(kind, incident)) {
        say(notNeeded(kind, incident, me.id));
        return false;
      }
      underWay.add(incident.id);
      const key = newKey();
      await queryClient.cancelQueries({ queryKey: ['incident', incident.id] });
      const foretold = foretell(kind, incident, actorOf(me), new Date().toISOString());
      show(foretold);
      // Nobody may believe that an incident is held when the server has not said so.
      const takeBack = (reason: string) => {
        unshow(foretold, incident);
        markUnsent(incident.id, true);
        say(actFailed(kind, incident, reason, true, reader()), { isLasting: true });
      };
      const doubt = setTimeout(() => takeBack('The server has not answered yet.'), DOUBT_MS);
      try {
        const outcome = await persist(
          () => client.post<Outcome>(`/api/incidents/${incident.id}/${kind}`, undefined, { key }),
          (problem) => {
            clearTimeout(doubt);
            takeBack(problem.message);
          },
        );
        live.saw(outcome.index);
        show(outcome.incident);
        void queryClient.invalidateQueries({ queryKey: ['timeline', incident.id] });
        const text = afterAct(kind, incident, outcome.incident, outcome.changed, reader());
        const canUndo = kind === 'resolve' && outcome.changed;
        say(text, canUndo ? { action: { word: 'Undo', run: () => void act('reopen', outcome.incident) } } : {});
        return outcome.changed;
      } catch (problem) {
        unshow(foretold, incident);
        void queryClient.invalidateQueries({ queryKey: ['incident', incident.id] });
        say(actFailed(kind, incident, reasonOf(problem), false, reader()), {
          isLasting: true,
          action: { word: 'Try again', run: () => void act(kind, incident) },
        });
        return false;
      } finally {
        clearTimeout(doubt);
        underWay.delete(incident.id);
        markUnsent(incident.id, false);
      }
    },
    [me, zone],
  );

  return { act };
}

/** Adds a note; the text stays with the caller until this succeeds. */
export function useNote(incident: Incident) {
  return useCallback(
    async (text: string, attachments: readonly string[], key: string): Promise<void> => {
      const outcome = await persist(
        () => client.post<Outcome>(`/api/incidents/${incident.id}/notes`, { text, attachments }, { key }),
        (problem) => say(`The note on ${nameOf(incident)} is not sent. ${problem.message} Trying again.`),
      );
      live.saw(outcome.index);
      show(outcome.incident);
      await queryClient.invalidateQueries({ queryKey: ['timeline', incident.id] });
    },
    [incident],
  );
}
