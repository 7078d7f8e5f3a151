import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { queryClient, read } from '../../api/query-client';
import type {
  Dashboard,
  DashboardLink,
  DashboardWish,
  Page,
  Panels,
  PanelWord,
  ServicesFound,
  SharedBoard,
} from '../../api/types';
import { type Asked, PERIODS } from './use-measures';

const KEY = 'boards';
/** The period ends now, which moves on though nothing happens. */
const SLOWLY = 60_000;
/** A screen without a session has no stream; it asks. */
const WALL = 30_000;

const addressOf = (word: string) => `/api/dashboards/${encodeURIComponent(word)}`;

/** The boards of everybody. */
export function useBoards() {
  return useQuery({
    queryKey: [KEY, 'list'],
    queryFn: async ({ signal }) => {
      const boards: Dashboard[] = [];
      let after: string | null = null;
      do {
        const page: Page<Dashboard> = await client.get('/api/dashboards', { query: { limit: 200, after }, signal });
        boards.push(...page.items);
        after = page.next;
      } while (after);
      return boards.sort((a, b) => a.name.localeCompare(b.name));
    },
  });
}

export function useBoard(word: string) {
  return useQuery({
    queryKey: [KEY, 'one', word],
    queryFn: ({ signal }) => client.get<Dashboard>(addressOf(word), { signal }),
  });
}

/** What an address says in place of what the board does; nothing is as the board says. */
export interface Narrowing {
  days: number | null;
  team: string;
  service: string;
  severity: string;
}

export function narrowingIn(search: URLSearchParams): Narrowing {
  const days = Number(search.get('days'));
  return {
    days: PERIODS.some((period) => period.days === days) ? days : null,
    team: search.get('team') ?? '',
    service: search.get('service') ?? '',
    severity: search.get('severity') ?? '',
  };
}

export function useFigures(word: string, narrowing: Narrowing, zone: string) {
  return useQuery({
    queryKey: ['measures', 'panels', word, narrowing, zone],
    queryFn: ({ signal }) => read<Panels>(`${addressOf(word)}/figures`, { ...narrowing, zone }, signal),
    refetchInterval: SLOWLY,
    placeholderData: (before) => before,
  });
}

/** Panels of no board, about what is asked for. */
export function usePanels(show: string, { days, team, service, severity }: Asked, zone: string) {
  const query = { show, days, team, service, severity, zone };
  return useQuery({
    queryKey: ['measures', 'panels', query],
    queryFn: ({ signal }) => read<Panels>('/api/panels/figures', query, signal),
    refetchInterval: SLOWLY,
    placeholderData: (before) => before,
  });
}

export function usePanelWords() {
  return useQuery({
    queryKey: [KEY, 'words'],
    queryFn: async ({ signal }) => (await client.get<{ items: PanelWord[] }>('/api/panels', { signal })).items,
  });
}

/** What a board may be about. */
export function usePlaces() {
  return useQuery({
    queryKey: ['services', 'places'],
    queryFn: async ({ signal }) => {
      const services: ServicesFound['items'] = [];
      let after: string | null = null;
      do {
        const page: ServicesFound = await client.get('/api/services', { query: { limit: 1000, after }, signal });
        services.push(...page.items);
        after = page.next;
      } while (after);
      return services;
    },
  });
}

/** A board as those see it who have its secret address and nothing else. */
export function useSharedBoard(token: string, zone: string) {
  return useQuery({
    queryKey: ['shared-board', token, zone],
    queryFn: ({ signal }) =>
      client.get<SharedBoard>(`/api/shared-boards/${encodeURIComponent(token)}`, {
        query: { zone },
        signal,
        isSignIn: true,
      }),
    refetchInterval: WALL,
  });
}

const again = () => queryClient.invalidateQueries({ queryKey: [KEY] });

export async function saveBoard(word: string | null, wish: DashboardWish, key: string): Promise<Dashboard> {
  const saved = word
    ? await client.put<Dashboard>(addressOf(word), wish, { key })
    : await client.post<Dashboard>('/api/dashboards', wish, { key });
  await again();
  await queryClient.invalidateQueries({ queryKey: ['measures', 'panels', saved.word] });
  return saved;
}

export async function deleteBoard(word: string, key: string): Promise<void> {
  await client.delete(addressOf(word), { key });
  await queryClient.invalidateQueries({ queryKey: [KEY, 'list'] });
}

export function useLinks(word: string) {
  return useQuery({
    queryKey: [KEY, 'links', word],
    queryFn: ({ signal }) =>
      client.get<Page<DashboardLink>>(`${addressOf(word)}/links`, { query: { limit: 50 }, signal }),
  });
}

export async function makeLink(word: string, key: string): Promise<string> {
  const made = await client.post<DashboardLink>(`${addressOf(word)}/links`, {}, { key });
  await queryClient.invalidateQueries({ queryKey: [KEY, 'links', word] });
  return `${window.location.origin}${made.path}`;
}

export async function endLink(word: string, id: string, key: string): Promise<void> {
  await client.delete(`${addressOf(word)}/links/${id}`, { key });
  await queryClient.invalidateQueries({ queryKey: [KEY, 'links', word] });
}
