import { read } from '../../api/query-client';
import type { ClockOfIncident, SlaClock } from '../../api/types';

/** Rows come into view together: their clocks are asked for together. */
const GATHER_MS = 30;

/** As many as the server answers at once. */
const MOST = 100;

interface Asked {
  id: string;
  resolve: (clock: SlaClock | null) => void;
  reject: (problem: unknown) => void;
}

let gathered: Asked[] = [];

/** The clock of an incident that comes next; null when nothing is left to be done in time. */
export function nextClock(id: string): Promise<SlaClock | null> {
  return new Promise((resolve, reject) => {
    gathered.push({ id, resolve, reject });
    if (gathered.length === 1) setTimeout(askForAll, GATHER_MS);
  });
}

function askForAll(): void {
  const all = gathered;
  gathered = [];
  for (let from = 0; from < all.length; from += MOST) void ask(all.slice(from, from + MOST));
}

async function ask(some: Asked[]): Promise<void> {
  try {
    const incidents = some.map(({ id }) => id).join(',');
    const answers = await read<ClockOfIncident[]>('/api/clocks', { incidents });
    const clocks = new Map(answers.map(({ incident, clock }) => [incident, clock]));
    for (const { id, resolve } of some) resolve(clocks.get(id) ?? null);
  } catch (problem) {
    for (const { reject } of some) reject(problem);
  }
}
