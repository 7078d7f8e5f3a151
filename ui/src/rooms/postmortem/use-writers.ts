import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { client } from '../../api/client';
import { queryClient } from '../../api/query-client';
import type { Writers } from '../../api/types';

const BEAT = 15_000;

/** Who else writes on a review now; says so of the reader while they do. A hint only: nobody waits for it, and no error is shown. */
export function useWriters(review: string, isWriting: boolean) {
  const { data } = useQuery({
    queryKey: ['writers', review],
    queryFn: ({ signal }) => client.get<Writers>(`/api/postmortems/${review}/writers`, { signal }),
    refetchInterval: isWriting ? false : BEAT,
    retry: false,
  });
  useEffect(() => {
    if (!isWriting) return;
    const place = `/api/postmortems/${review}/writers/me`;
    const say = () =>
      void client.put<Writers>(place, undefined).then(
        (others) => queryClient.setQueryData(['writers', review], others),
        () => undefined,
      );
    say();
    const beat = setInterval(say, BEAT);
    return () => {
      clearInterval(beat);
      void client.delete(place).catch(() => undefined);
    };
  }, [review, isWriting]);
  return data?.items ?? [];
}
