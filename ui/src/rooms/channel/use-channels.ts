import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { live } from '../../api/live';
import { queryClient, read } from '../../api/query-client';
import type { Channel, ChannelCheck, Channels, TestActed } from '../../api/types';

const KEY = ['channels'];
const SLOWLY = 15_000;
const SOON = 1_000;
const RECENT = 120_000;

const placeOf = (id: string) => `/api/channels/${encodeURIComponent(id)}`;

/** How the channels do. Figures age by the clock alone; while a test is on its way they are looked at every second. */
export function useChannels() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => read<Channels>('/api/channels', {}, signal),
    refetchInterval: ({ state }) => (state.data?.channels.some((one) => isUnderWay(one, Date.now())) ? SOON : SLOWLY),
  });
}

/** Whether a test was sent just now and has not ended. */
export function isUnderWay({ test }: Pick<Channel, 'test'>, now: number): boolean {
  return (
    test !== null &&
    ['pending', 'sending', 'waiting'].includes(test.state) &&
    now - Date.parse(test.requestedAt) < RECENT
  );
}

export async function sendChannelTest(id: string, key: string): Promise<void> {
  const acted = await client.post<TestActed>(`${placeOf(id)}/test`, {}, { key });
  live.saw(acted.index);
  await queryClient.invalidateQueries({ queryKey: KEY });
}

/** A webhook that was given up is told again. */
export async function enableChannel(id: string): Promise<void> {
  await client.post(`${placeOf(id)}/enable`);
  await queryClient.invalidateQueries({ queryKey: KEY });
}

/** Answers when the provider has. */
export async function checkChannel(id: string): Promise<ChannelCheck> {
  const check = await client.post<ChannelCheck>(`${placeOf(id)}/check`);
  await queryClient.invalidateQueries({ queryKey: KEY });
  return check;
}
