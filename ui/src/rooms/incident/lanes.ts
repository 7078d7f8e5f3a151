import type { LaneMark, Lanes } from '../../api/types';
import type { IconName } from '../../kit/icons';

export const LANE_ICONS: Record<string, IconName> = {
  alerts: 'bell',
  notifications: 'mail',
  people: 'user',
  changes: 'pulse',
};

/** By the server's words. */
export const LANE_WORDS: Record<string, string> = {
  alerts: 'Alerts',
  notifications: 'Messages',
  people: 'People',
  changes: 'Changes',
};

type Axis = Pick<Lanes, 'from' | 'until' | 'partMillis'>;

/** In how many cells the axis is divided, each wide enough for a finger. */
export const CELLS = 16;

/** The cell that a mark stands in; what happened before the axis begins stands in the first. */
export function cellOf(at: string, { from, until }: Axis): number {
  const start = Date.parse(from);
  const length = Math.max(1, Date.parse(until) - start);
  return Math.min(CELLS - 1, Math.max(0, Math.floor(((Date.parse(at) - start) / length) * CELLS)));
}

const RANKS = ['critical', 'high', 'medium', 'low'];
const worst = (a: string | null, b: string | null) => RANKS.find((rank) => rank === a || rank === b) ?? null;

/** One mark for each cell, so that none covers another. */
export function spaced(marks: readonly LaneMark[], axis: Axis): LaneMark[] {
  const cells = new Map<number, LaneMark>();
  for (const mark of marks) {
    const cell = cellOf(mark.at, axis);
    const there = cells.get(cell);
    cells.set(
      cell,
      there
        ? {
            ...there,
            until: there.until > mark.until ? there.until : mark.until,
            count: there.count + mark.count,
            severity: worst(there.severity, mark.severity),
          }
        : mark,
    );
  }
  return [...cells.values()];
}

export interface Spot {
  lane: number;
  mark: number;
}

type Marks = readonly (readonly LaneMark[])[];

/** The spot an arrow key leads to: along the lane, or to what was closest in time in the next lane that has anything. */
export function next(marks: Marks, spot: Spot, key: string): Spot | null {
  const lane = marks[spot.lane] ?? [];
  switch (key) {
    case 'ArrowLeft':
      return spot.mark > 0 ? { ...spot, mark: spot.mark - 1 } : null;
    case 'ArrowRight':
      return spot.mark < lane.length - 1 ? { ...spot, mark: spot.mark + 1 } : null;
    case 'Home':
      return lane.length > 0 ? { ...spot, mark: 0 } : null;
    case 'End':
      return lane.length > 0 ? { ...spot, mark: lane.length - 1 } : null;
    case 'ArrowUp':
      return across(marks, spot, -1);
    case 'ArrowDown':
      return across(marks, spot, 1);
    default:
      return null;
  }
}

function across(marks: Marks, spot: Spot, step: 1 | -1): Spot | null {
  const here = marks[spot.lane]?.[spot.mark];
  if (!here) return null;
  const at = Date.parse(here.at);
  for (let lane = spot.lane + step; lane >= 0 && lane < marks.length; lane += step) {
    const there = marks[lane] ?? [];
    if (there.length === 0) continue;
    const distances = there.map((mark) => Math.abs(Date.parse(mark.at) - at));
    return { lane, mark: distances.indexOf(Math.min(...distances)) };
  }
  return null;
}

/** The stretch around a mark, a little wider than what it stands for. */
export function around(mark: LaneMark, partMillis: number): { from: string; until: string } {
  const margin = Math.max(1000, Math.round(partMillis / 10));
  const moment = (at: string, by: number) => new Date(Date.parse(at) + by).toISOString();
  return { from: moment(mark.at, -margin), until: moment(mark.until, margin) };
}

/** All marks in order of time, each with its lane: for narrow screens and for listening. */
export function inOrder({ lanes }: Pick<Lanes, 'lanes'>): { lane: string; mark: LaneMark }[] {
  return lanes
    .flatMap(({ lane, marks }) => marks.map((mark) => ({ lane, mark })))
    .sort((a, b) => Date.parse(a.mark.at) - Date.parse(b.mark.at));
}
