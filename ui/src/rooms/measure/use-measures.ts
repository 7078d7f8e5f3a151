import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { live } from '../../api/live';
import { queryClient, read } from '../../api/query-client';
import type { Business, CountedIncident, CountedPage, Goals, Measures, Page, RuleMeasure } from '../../api/types';

const KEY = 'measures';
/** The period ends now, which moves on though nothing happens. */
const SLOWLY = 60_000;
/** Figures cost more than rows: what happens within this time is read once. */
const GATHERED = 3_000;

/** What is asked for, as it stands in the address. */
export interface Asked {
  days: number;
  team: string;
  service: string;
  severity: string;
}

export const PERIODS = [
  { days: 7, word: 'Last 7 days' },
  { days: 30, word: 'Last 30 days' },
  { days: 90, word: 'Last 90 days' },
  { days: 365, word: 'Last 365 days' },
];

const DAY = 86_400_000;

/** The period ends now, so it is made anew at each reading. */
const query = ({ days, team, service, severity }: Asked) => ({
  from: new Date(Date.now() - days * DAY).toISOString(),
  team: team || null,
  service: service || null,
  severity: severity || null,
});

/** Panels are about more than incidents. */
const isOfPanels = (event: string) =>
  event.startsWith('improvement.') || event.startsWith('slo.') || event === 'directory.ChangeRecorded';

/** While a board is looked at, its figures follow what happens. */
export function useLiveMeasures() {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const renew = () => {
      timer = undefined;
      void queryClient.invalidateQueries({ queryKey: [KEY, 'all'] });
      void queryClient.invalidateQueries({ queryKey: [KEY, 'business'] });
      void queryClient.invalidateQueries({ queryKey: [KEY, 'goals'] });
      void queryClient.invalidateQueries({ queryKey: [KEY, 'panels'] });
    };
    const leave = live.onChange((batch) => {
      if (batch.incidents.size + batch.alerts.size > 0 || [...batch.events].some(isOfPanels))
        timer ??= setTimeout(renew, GATHERED);
    });
    return () => {
      leave();
      clearTimeout(timer);
    };
  }, []);
}

export function useMeasures(asked: Asked, zone: string) {
  return useQuery({
    queryKey: [KEY, 'all', asked, zone],
    queryFn: ({ signal }) => read<Measures>('/api/measures', { ...query(asked), zone }, signal),
    refetchInterval: SLOWLY,
    placeholderData: (before) => before,
  });
}

export function useGoals(asked: Asked) {
  return useQuery({
    queryKey: [KEY, 'goals', asked],
    queryFn: ({ signal }) => read<Goals>('/api/measures/goals', query(asked), signal),
  });
}

export function useBusiness(asked: Asked) {
  return useQuery({
    queryKey: [KEY, 'business', asked],
    queryFn: ({ signal }) => read<Business>('/api/measures/business', query(asked), signal),
    refetchInterval: SLOWLY,
    placeholderData: (before) => before,
  });
}

export function useRules(asked: Asked) {
  return usePages<RuleMeasure>('rules', asked, {});
}

export function useCounted(asked: Asked, more: Record<string, string | null>) {
  return usePages<CountedIncident>('incidents', asked, more);
}

export function useCountedPages(asked: Asked, more: Record<string, string | null>) {
  return usePages<CountedPage>('pages', asked, more);
}

function usePages<T>(what: string, asked: Asked, more: Record<string, string | null>) {
  return useInfiniteQuery({
    queryKey: [KEY, what, asked, more],
    queryFn: ({ pageParam, signal }) =>
      read<Page<T>>(`/api/measures/${what}`, { ...query(asked), ...more, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}

/** What an address asks for; nonsense is the usual. */
export function askedIn(search: URLSearchParams): Asked {
  const days = Number(search.get('days'));
  return {
    days: PERIODS.some((period) => period.days === days) ? days : 30,
    team: search.get('team') ?? '',
    service: search.get('service') ?? '',
    severity: search.get('severity') ?? '',
  };
}

/** The address of the list behind a figure. */
export function listOf(asked: Asked, list: 'incidents' | 'pages', more: Record<string, string>): string {
  const search = new URLSearchParams({ list, days: String(asked.days), ...more });
  for (const name of ['team', 'service', 'severity'] as const) if (asked[name]) search.set(name, asked[name]);
  return `/insights/list?${search}`;
}
