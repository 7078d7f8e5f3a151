import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { queryClient, read } from '../../api/query-client';
import type { MyDevices } from '../../api/types';
import { deviceHere, isSubscribed, keepDevice, nameOf, subscribe, unsubscribe } from './device';

const KEY = ['me', 'devices'];

/** The browsers of the reader that take messages. */
export const useDevices = () =>
  useQuery({ queryKey: KEY, queryFn: ({ signal }) => read<MyDevices>('/api/me/devices', {}, signal) });

/** Which of them is this one; null while it takes no messages. */
export const useDeviceHere = () =>
  useQuery({
    queryKey: [...KEY, 'here'],
    queryFn: async () => ((await isSubscribed()) ? deviceHere() : null),
  });

export async function addDevice(publicKey: string, key: string): Promise<void> {
  const { endpoint, keys } = await subscribe(publicKey);
  const wish = { endpoint, keys, name: nameOf(navigator.userAgent) };
  const added = await client.post<MyDevices>('/api/me/devices', wish, { key });
  keepDevice(added.here);
  await seen();
}

export async function removeDevice(id: string, key: string): Promise<void> {
  await client.delete(`/api/me/devices/${encodeURIComponent(id)}`, { key });
  if (id === deviceHere()) {
    keepDevice(null);
    await unsubscribe();
  }
  await seen();
}

/** What is shown of ways and checks hangs on devices, too. */
const seen = () => queryClient.invalidateQueries({ queryKey: ['me'] });
