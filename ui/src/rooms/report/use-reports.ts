import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { live } from '../../api/live';
import { queryClient, read } from '../../api/query-client';
import type { Page, ReportPlans, ReportRun } from '../../api/types';

const PLANS = ['reports'];
const RUNS = ['report-runs'];
const SLOWLY = 30_000;
const SOON = 1_000;

const isUnderWay = (run: ReportRun) => run.state === 'running';

/** What is made when. */
export function useReports() {
  return useQuery({
    queryKey: PLANS,
    queryFn: ({ signal }) => read<ReportPlans>('/api/reports', {}, signal),
    refetchInterval: SLOWLY,
  });
}

/** The archive; while one is being made it is looked at every second. */
export function useRuns() {
  return useInfiniteQuery({
    queryKey: RUNS,
    queryFn: ({ pageParam, signal }) =>
      read<Page<ReportRun>>('/api/reports/runs', { limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(isUnderWay)) ? SOON : SLOWLY),
  });
}

export async function runReport(name: string, isMailed: boolean, key: string): Promise<void> {
  const run = await client.post<ReportRun>(
    `/api/reports/${encodeURIComponent(name)}/run${isMailed ? '?mail=true' : ''}`,
    {},
    { key },
  );
  live.saw(run.index);
  await queryClient.invalidateQueries({ queryKey: RUNS });
  await queryClient.invalidateQueries({ queryKey: PLANS });
}
