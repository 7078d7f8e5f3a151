import type { Incident, Page, Severity } from '../../api/types';

/** Where a row stands in the inbox. */
export type Section = 'needs' | 'handled' | 'quiet';

export const SECTIONS: readonly Section[] = ['needs', 'handled', 'quiet'];

export const STATES_OF: Record<Section, string> = {
  needs: 'triggered',
  handled: 'acknowledged,mitigated',
  quiet: 'resolved,merged',
};

export type Order = 'newest' | 'worst';
export type Priority = NonNullable<Incident['priority']>;

/** What the server narrows by, and the order in which it lists. */
export interface Narrowing {
  severity: Severity[];
  priority: Priority[];
  service: string[];
  team: string[];
  isMajor: boolean;
  isMine: boolean;
  order: Order;
}

export const EVERYTHING: Narrowing = {
  severity: [],
  priority: [],
  service: [],
  team: [],
  isMajor: false,
  isMine: false,
  order: 'newest',
};

/**
 * All incidents the inbox knows, and where each one stands. Knowing and standing are apart, so that what changes elsewhere shows in its
 * row at once but never moves a row under a finger: new and moved ones wait until the reader asks.
 */
export interface Board {
  known: ReadonlyMap<string, Incident>;
  place: ReadonlyMap<string, Section>;
  next: Readonly<Record<Section, string | null>>;
  /** The smallest number paged in so far; below it, rows come by "Load more" only. */
  floor: Readonly<Record<Section, number>>;
}

export const EMPTY: Board = {
  known: new Map(),
  place: new Map(),
  next: { needs: null, handled: null, quiet: null },
  floor: { needs: 0, handled: 0, quiet: 0 },
};

export function sectionOf(incident: Incident): Section {
  if (incident.state === 'triggered') return incident.snooze || incident.quiet ? 'handled' : 'needs';
  return incident.state === 'resolved' || incident.state === 'merged' ? 'quiet' : 'handled';
}

const isAmong = <T>(chosen: readonly T[], value: T | undefined) =>
  chosen.length === 0 || (value !== undefined && chosen.includes(value));

/** The same as the server says; {@code me}: whose are "mine", null while that is not known. */
export function isWanted(incident: Incident, narrowing: Narrowing, me: string | null): boolean {
  const { severity, priority, service, team, isMajor, isMine } = narrowing;
  const isRated = sectionOf(incident) !== 'quiet';
  return (
    isAmong(severity, incident.severity) &&
    isAmong(priority, isRated ? incident.rating?.counts : undefined) &&
    isAmong(service, incident.service.word) &&
    isAmong(team, incident.team?.word) &&
    (!isMajor || incident.major !== null) &&
    (!isMine || (me !== null && ownerOf(incident) === me))
  );
}

/** Whoever was given it, else whoever holds it. */
function ownerOf({ assignee, acknowledgedBy }: Incident): string | null {
  return assignee?.id ?? (acknowledgedBy?.kind === 'person' ? acknowledgedBy.id : null);
}

/** A page the reader asked for: its rows take their place at once. */
export function addPage(board: Board, section: Section, page: Page<Incident>, order: Order = 'newest'): Board {
  const known = new Map(board.known);
  const place = new Map(board.place);
  for (const incident of page.items) {
    const newest = newer(known.get(incident.id), incident);
    known.set(incident.id, newest);
    if (!place.has(incident.id)) place.set(incident.id, sectionOf(newest));
  }
  const smallest = page.items.reduce((low, { number }) => Math.min(low, number), Number.POSITIVE_INFINITY);
  // The worst first: an old one may stand among them at any time.
  const floor =
    page.next === null || order === 'worst'
      ? 0
      : Math.min(smallest, board.next[section] === null ? smallest : board.floor[section]);
  return {
    known,
    place,
    next: { ...board.next, [section]: page.next },
    floor: { ...board.floor, [section]: floor },
  };
}

/** News from elsewhere: known rows change in place, new ones wait. */
export function hear(
  board: Board,
  incidents: readonly Incident[],
  narrowing: Narrowing,
  me: string | null = null,
): Board {
  let known: Map<string, Incident> | null = null;
  for (const incident of incidents) {
    const before = board.known.get(incident.id);
    if (before && newer(before, incident) === before) continue;
    if (!before && !(isWanted(incident, narrowing, me) && incident.number >= board.floor[sectionOf(incident)]))
      continue;
    known ??= new Map(board.known);
    known.set(incident.id, incident);
  }
  return known ? { ...board, known } : board;
}

/** An answer to the reader's own act, or its foretelling: the row changes and takes its new place. */
export function put(board: Board, incident: Incident): Board {
  if (!board.known.has(incident.id)) return board;
  return {
    ...board,
    known: new Map(board.known).set(incident.id, incident),
    place: new Map(board.place).set(incident.id, sectionOf(incident)),
  };
}

/** Puts every row where it belongs now. */
export function settle(board: Board, narrowing: Narrowing, me: string | null = null): Board {
  const { fresh, moved } = waiting(board);
  if (fresh.length === 0 && moved.length === 0) return board;
  const known = new Map(board.known);
  const place = new Map(board.place);
  for (const incident of [...fresh, ...moved]) {
    if (isWanted(incident, narrowing, me)) {
      place.set(incident.id, sectionOf(incident));
    } else {
      known.delete(incident.id);
      place.delete(incident.id);
    }
  }
  return { ...board, known, place };
}

export interface Waiting {
  fresh: Incident[];
  moved: Incident[];
}

/** What the pill announces. */
export function waiting(board: Board): Waiting {
  const fresh: Incident[] = [];
  const moved: Incident[] = [];
  for (const incident of board.known.values()) {
    const at = board.place.get(incident.id);
    if (at === undefined) fresh.push(incident);
    else if (at !== sectionOf(incident)) moved.push(incident);
  }
  return { fresh, moved };
}

const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

const ORDERS: Record<Order, (a: Incident, b: Incident) => number> = {
  newest: (a, b) => b.number - a.number,
  worst: (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.number - a.number,
};

/** The rows of each section, in their order. */
export function rowsOf(board: Board, order: Order = 'newest'): Record<Section, Incident[]> {
  const rows: Record<Section, Incident[]> = { needs: [], handled: [], quiet: [] };
  for (const [id, section] of board.place) {
    const incident = board.known.get(id);
    if (incident) rows[section].push(incident);
  }
  for (const section of SECTIONS) rows[section].sort(ORDERS[order]);
  return rows;
}

/** How many are really in this state, wherever their rows stand. */
export function countIn(board: Board, section: Section): number {
  let count = 0;
  for (const incident of board.known.values()) if (sectionOf(incident) === section) count += 1;
  return count;
}

const MANY = 8;

export interface Refresh {
  /** Read the newest pages instead of many single incidents. */
  readsPages: boolean;
  ids: string[];
}

/** How to learn about changed incidents without asking once for each in a storm. */
export function planRefresh(pending: ReadonlySet<string>, board: Board): Refresh {
  if (pending.size <= MANY) return { readsPages: false, ids: [...pending] };
  const shownFirst = [...pending].sort((a, b) => Number(board.place.has(b)) - Number(board.place.has(a)));
  return { readsPages: true, ids: shownFirst.slice(0, MANY) };
}

function newer(before: Incident | undefined, after: Incident): Incident {
  return before && before.index >= after.index ? before : after;
}

const haystacks = new WeakMap<Incident, string>();

/** True when every word typed is somewhere in the row. */
export function hasWords(incident: Incident, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  let haystack = haystacks.get(incident);
  if (haystack === undefined) {
    haystack = [
      `inc-${incident.number}`,
      incident.title,
      incident.severity,
      incident.service.name,
      incident.service.word,
      incident.team?.name,
      incident.acknowledgedBy?.name,
      incident.assignee?.name,
      incident.rating?.counts,
      incident.root?.name,
      incident.resolvedBy?.name,
      incident.nextStep?.names.join(' '),
    ]
      .join(' ')
      .toLowerCase();
    haystacks.set(incident, haystack);
  }
  return words.every((word) => haystack.includes(word));
}
