import { useQuery } from '@tanstack/react-query';
import { read } from '../../api/query-client';
import type { MyDuty } from '../../api/types';

/** Who is on call changes by the clock alone. */
const AGAIN = 60_000;

/** When the reader is on call, over all schedules. */
export function useDuty() {
  return useQuery({
    queryKey: ['me', 'duty'],
    queryFn: ({ signal }) => read<MyDuty>('/api/me/duty', {}, signal),
    refetchInterval: AGAIN,
  });
}
