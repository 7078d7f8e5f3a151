import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { Severity } from '../../api/types';
import { type Narrowing, SECTIONS, type Section, STATES_OF } from './board';

const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

export interface Filter {
  /** Which section is shown; null for all of them. */
  section: Section | null;
  words: string;
  narrowing: Narrowing;
}

export function narrowingOf(service: string | null, severity: string | null): Narrowing {
  return { service, severity: SEVERITIES.filter((name) => severity?.split(',').includes(name)) };
}

/** The filter of the inbox, as it stands in the address. */
export function useFilter() {
  const [search, setSearch] = useSearchParams();
  const state = search.get('state');
  const service = search.get('service');
  const severity = search.get('severity');
  const words = search.get('words') ?? '';
  const filter: Filter = useMemo(
    () => ({
      section: SECTIONS.find((section) => STATES_OF[section] === state) ?? null,
      words,
      narrowing: narrowingOf(service, severity),
    }),
    [state, words, service, severity],
  );
  const set = useCallback(
    (name: 'state' | 'service' | 'severity' | 'words', value: string | null) => {
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

/** The address of a view, with the rest of the filter kept. */
export function hrefOf(section: Section | null, { narrowing }: Filter): string {
  const search = new URLSearchParams();
  if (section) search.set('state', STATES_OF[section]);
  if (narrowing.service) search.set('service', narrowing.service);
  if (narrowing.severity.length > 0) search.set('severity', narrowing.severity.join(','));
  const text = search.toString();
  return text ? `/?${text}` : '/';
}
