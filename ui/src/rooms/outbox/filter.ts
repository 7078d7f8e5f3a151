/** What narrows the log, as it stands in the address: whoever gets the address sees the same. */
export const NAMES = ['state', 'channel', 'kind', 'recipient', 'incident', 'from', 'to'] as const;

export type FilterName = (typeof NAMES)[number];
export type Filter = Record<FilterName, string | null>;

export function filterOf(search: URLSearchParams): Filter {
  return Object.fromEntries(NAMES.map((name) => [name, search.get(name) || null])) as Filter;
}

/** The same address with another choice; whatever message was open is closed, for it may not be in the list any more. */
export function withChoice(search: URLSearchParams, name: FilterName, value: string | null): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value) next.set(name, value);
  else next.delete(name);
  next.delete('message');
  return next;
}

export const isNarrow = (filter: Filter) => NAMES.some((name) => filter[name] !== null);

/** `2026-11-27T09:00` of this device as a moment; null while it is not whole. */
export function momentOf(local: string): string | null {
  const at = new Date(local);
  return local && !Number.isNaN(at.getTime()) ? at.toISOString() : null;
}

/** A moment as `2026-11-27T09:00` of this device. */
export function localOf(moment: string | null): string {
  const at = moment ? new Date(moment) : null;
  if (!at || Number.isNaN(at.getTime())) return '';
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
