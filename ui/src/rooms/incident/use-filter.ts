import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { FilterWish, SavedView, Severity } from '../../api/types';
import { type Narrowing, type Priority, SECTIONS, type Section, STATES_OF } from './board';

const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];
const PRIORITIES: readonly Priority[] = ['P1', 'P2', 'P3', 'P4', 'P5'];

export interface Filter {
  /** Which section is shown; null for all of them. */
  section: Section | null;
  words: string;
  narrowing: Narrowing;
}

export type FilterName = 'state' | 'severity' | 'priority' | 'service' | 'team' | 'major' | 'mine' | 'order' | 'words';

const wordsOf = (text: string | null) => text?.split(',').filter(Boolean) ?? [];

/** What an address asks for; what it cannot mean is left out. */
export function narrowingOf(search: URLSearchParams): Narrowing {
  const severity = wordsOf(search.get('severity'));
  const priority = wordsOf(search.get('priority'));
  return {
    severity: SEVERITIES.filter((name) => severity.includes(name)),
    priority: PRIORITIES.filter((name) => priority.includes(name)),
    service: wordsOf(search.get('service')),
    team: wordsOf(search.get('team')),
    isMajor: search.get('major') === 'true',
    isMine: search.get('mine') === 'true',
    order: search.get('order') === 'worst' ? 'worst' : 'newest',
  };
}

/** How the server is asked for it. */
export function queryOf(narrowing: Narrowing) {
  const { severity, priority, service, team, isMajor, isMine } = narrowing;
  return {
    severity: severity.join(',') || null,
    priority: priority.join(',') || null,
    service: service.join(',') || null,
    team: team.join(',') || null,
    major: isMajor ? 'true' : null,
    mine: isMine ? 'true' : null,
  };
}

export function isNarrow({ severity, priority, service, team, isMajor, isMine }: Narrowing): boolean {
  return isMajor || isMine || [severity, priority, service, team].some((chosen) => chosen.length > 0);
}

/** The filter of the inbox, as it stands in the address. */
export function useFilter() {
  const [search, setSearch] = useSearchParams();
  const text = search.toString();
  const filter: Filter = useMemo(() => {
    const params = new URLSearchParams(text);
    return {
      section: SECTIONS.find((section) => STATES_OF[section] === params.get('state')) ?? null,
      words: params.get('words') ?? '',
      narrowing: narrowingOf(params),
    };
  }, [text]);
  const set = useCallback(
    (name: FilterName, value: string | null) => {
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          if (value) after.set(name, value);
          else after.delete(name);
          return after;
        },
        { replace: true },
      );
    },
    [setSearch],
  );
  return { filter, set };
}

function hrefWith(parts: Record<string, string | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value) search.set(name, value);
  const text = search.toString();
  return text ? `/?${text}` : '/';
}

/** The address of a view, with the rest of the filter kept. */
export function hrefOf(section: Section | null, { narrowing }: Filter): string {
  return hrefWith({
    state: section && STATES_OF[section],
    ...queryOf(narrowing),
    order: narrowing.order === 'worst' ? 'worst' : null,
  });
}

/** The address of a saved view: its own filter and no other. */
export function hrefOfView({ filter, order }: Pick<SavedView, 'filter' | 'order'>): string {
  const { state, severity, priority, service, team, major, mine, words } = filter;
  return hrefWith({
    state,
    severity,
    priority,
    service,
    team,
    major: major ? 'true' : null,
    mine: mine ? 'true' : null,
    order: order === 'worst' ? 'worst' : null,
    words,
  });
}

/** The filter as a view keeps it. */
export function wishOf({ section, words, narrowing }: Filter): FilterWish {
  const { major, mine, ...rest } = queryOf(narrowing);
  return {
    state: section && STATES_OF[section],
    ...rest,
    major: major ? true : null,
    mine: mine ? true : null,
    words: words || null,
  };
}

/** True when the view shows just what the address asks for. */
export function isViewOf(view: SavedView, filter: Filter): boolean {
  return hrefOfView(view) === hrefOfView({ filter: wishOf(filter), order: filter.narrowing.order });
}
