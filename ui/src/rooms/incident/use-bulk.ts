import { client, newKey } from '../../api/client';
import { queryClient } from '../../api/query-client';
import type { BulkOperation } from '../../api/types';
import { say } from '../../kit/toasts';

export type BulkAct = 'acknowledge' | 'resolve' | 'snooze' | 'assign';

const LOOK_MS = 250;
const DONE: Record<BulkAct, string> = {
  acknowledge: 'acknowledged',
  resolve: 'resolved',
  snooze: 'snoozed',
  assign: 'assigned',
};

const pause = () => new Promise((resolve) => setTimeout(resolve, LOOK_MS));

/** Looks until it has ended; says how far it has come when that takes a while. */
async function ended(begun: BulkOperation, verb: string): Promise<BulkOperation> {
  let shown = begun;
  for (let looks = 0; shown.state === 'running' || shown.state === 'undoing'; looks += 1) {
    await pause();
    shown = await client.get<BulkOperation>(`/api/incidents/bulk/${begun.operation}`);
    if (looks > 2 && shown.done < shown.total) say(`${shown.done} of ${shown.total} ${verb} so far.`);
  }
  return shown;
}

/** `3 of 4 acknowledged. 1 had been answered by others.` */
export function bulkSaid(act: BulkAct, { total, changed, state }: BulkOperation): string {
  const rest = total - changed;
  const others = rest > 0 ? ` ${rest} needed nothing or could not be.` : '';
  const stop = state === 'stopped' ? ' It stopped on the way; what is done is done. Do the rest again.' : '';
  return `${changed} of ${total} ${DONE[act]}.${others}${stop}`;
}

const refresh = () => void queryClient.invalidateQueries({ queryKey: ['board'] });

/** One act on many incidents at once, done by the server; it can be undone while the message stands. */
export async function doToAll(act: BulkAct, ids: readonly string[], more: object = {}): Promise<void> {
  const body = { action: act, ids, ...more };
  const begun = await client.post<BulkOperation>('/api/incidents/bulk', body, { key: newKey() });
  const done = await ended(begun, DONE[act]);
  refresh();
  const undo = { action: { word: 'Undo', run: () => void undoAll(done) } };
  say(bulkSaid(act, done), done.undoUntil && done.changed > 0 ? undo : {});
}

async function undoAll({ operation, changed }: BulkOperation): Promise<void> {
  try {
    const begun = await client.post<BulkOperation>(`/api/incidents/bulk/${operation}/undo`);
    await ended(begun, 'put back');
    say(`Undone: ${changed} are as they were. Those that nobody holds page people again.`);
  } catch (problem) {
    say(`It is not undone. ${problem instanceof Error ? problem.message : ''}`, { isLasting: true });
  }
  refresh();
}

/** What is said when it is not known how far the server has come. */
export function bulkFailed(problem: unknown): void {
  say(`It did not get through. ${problem instanceof Error ? problem.message : ''} Look before you do it again.`, {
    isLasting: true,
  });
}
