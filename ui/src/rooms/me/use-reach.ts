import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { live } from '../../api/live';
import { queryClient, read } from '../../api/query-client';
import type { CodeSent, DoNotDisturbWish, MyReach, ReachWish, TestActed } from '../../api/types';

const KEY = ['me', 'reach'];

/** Checks age by the clock alone. */
const AGAIN = 60_000;

/** Whether Larum reaches the reader, and how. */
export function useReach() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => read<MyReach>('/api/me/reach', {}, signal),
    refetchInterval: AGAIN,
  });
}

export async function saveReach(wish: ReachWish, key: string): Promise<void> {
  queryClient.setQueryData(KEY, await client.put<MyReach>('/api/me/reach', wish, { key }));
  // The frame shows all times in the zone of its reader.
  await queryClient.invalidateQueries({ queryKey: ['session'] });
}

export type RestWish = Partial<DoNotDisturbWish>;

export const beginRest = (wish: RestWish, key: string): Promise<void> =>
  known(client.put('/api/do-not-disturb', wish, { key }));

export const endRest = (key: string): Promise<void> => known(client.delete('/api/do-not-disturb', { key }));

/** It is in force with the answer. */
async function known(acted: Promise<unknown>): Promise<void> {
  await acted;
  await queryClient.invalidateQueries({ queryKey: KEY });
}

export const sendTest = (channel: string, key: string): Promise<void> =>
  seen(client.post<TestActed>('/api/me/tests', { channel }, { key }));

export const confirmTest = (id: string, key: string): Promise<void> =>
  seen(client.post<TestActed>(`/api/me/tests/${encodeURIComponent(id)}/confirm`, {}, { key }));

/** `sms` or `call`: a code goes to the number of the reader. */
export async function sendCode(channel: string, key: string): Promise<CodeSent> {
  const sent = await client.post<CodeSent>('/api/me/numbers/verification', { channel }, { key });
  live.saw(sent.index);
  return sent;
}

export async function confirmCode(code: string, key: string): Promise<void> {
  const path = '/api/me/numbers/verification/confirm';
  queryClient.setQueryData(KEY, await client.post<MyReach>(path, { code }, { key }));
}

/** What is read next knows of it. */
async function seen(acted: Promise<TestActed>): Promise<void> {
  live.saw((await acted).index);
  await queryClient.invalidateQueries({ queryKey: KEY });
}
