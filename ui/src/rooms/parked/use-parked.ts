import { type InfiniteData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { queryClient } from '../../api/query-client';
import type { Page, ParkedEvent, ParkedPayload, ParkedReaders, Retried } from '../../api/types';

/** A parked event, and what came of giving it to its reader again from here. */
export type Row = ParkedEvent & { outcome?: 'taken' | 'failing' };

const PLACE = '/api/operations/parked';
const READERS = ['parked', 'readers'];
const ROWS = ['parked', 'rows'];
const placeOf = (processor: string) => `${PLACE}/${encodeURIComponent(processor)}`;

/** How much is parked, by reader. Parking is no event, so the stream does not tell; it is asked for twice a minute. */
export function useParkedReaders(isWanted = true) {
  return useQuery({
    queryKey: READERS,
    queryFn: ({ signal }) => client.get<ParkedReaders>(`${PLACE}/readers`, { signal }),
    enabled: isWanted,
    refetchInterval: 30_000,
  });
}

/** What is parked, as of when the page was opened: a row stays where it is until the page is left. */
export function useParkedRows() {
  return useInfiniteQuery({
    queryKey: ROWS,
    queryFn: ({ pageParam, signal }) =>
      client.get<Page<Row>>(PLACE, { query: { limit: 100, after: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    gcTime: 0,
  });
}

export function useParkedPayload(processor: string, index: number, isWanted: boolean) {
  return useQuery({
    queryKey: ['parked', 'payload', processor, index],
    queryFn: ({ signal }) => client.get<ParkedPayload>(`${placeOf(processor)}/${index}/payload`, { signal }),
    enabled: isWanted,
  });
}

export async function retry(processor: string, index: number): Promise<void> {
  settle(processor, [await client.post<Retried>(`${placeOf(processor)}/${index}/retry`)]);
}

/** All of one reader, a few at a time; what came of them is told as soon as it is known. */
export async function retryAll(processor: string, tell: (retried: Retried[]) => void): Promise<void> {
  let after: string | null = null;
  do {
    const query = { after };
    const page: Page<Retried> = await client.post<Page<Retried>>(`${placeOf(processor)}/retry`, undefined, { query });
    settle(processor, page.items);
    tell(page.items);
    after = page.next;
  } while (after);
}

/** Rows and counts know at once. */
function settle(processor: string, retried: Retried[]): void {
  const found = new Map(retried.map((one) => [one.index, one]));
  const taken = retried.filter((one) => one.taken).length;
  queryClient.setQueryData<InfiniteData<Page<Row>>>(
    ROWS,
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          items: page.items.map((row) => (row.processor === processor ? after(row, found.get(row.index)) : row)),
        })),
      },
  );
  queryClient.setQueryData<ParkedReaders>(
    READERS,
    (data) =>
      data && {
        parked: data.parked - taken,
        readers: data.readers.map((reader) =>
          reader.processor === processor ? { ...reader, parked: reader.parked - taken } : reader,
        ),
      },
  );
  void queryClient.invalidateQueries({ queryKey: READERS });
}

function after(row: Row, retried: Retried | undefined): Row {
  if (!retried) return row;
  if (retried.taken) return { ...row, outcome: 'taken' };
  return { ...row, outcome: 'failing', tries: row.tries + 1, reason: retried.reason ?? row.reason };
}
