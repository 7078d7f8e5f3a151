import type { SimulatedLine, SimulationView } from '../../api/types';

const MINUTE = 60_000;
const LENGTH = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/;

/** Milliseconds of a length such as PT1H5M. */
export function millis(length: string): number {
  const [, hours = '0', minutes = '0', seconds = '0'] = LENGTH.exec(length) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * 1000;
}

/** All that falls on one moment of a lane. */
export interface Spot {
  after: number;
  lines: SimulatedLine[];
  look: 'taken' | 'failed' | 'waiting';
}

export interface Lane {
  name: string;
  isPerson: boolean;
  spots: Spot[];
}

/** One lane for each person, in the order in which they are told, and then one for each webhook. */
export function lanes(lines: SimulatedLine[]): Lane[] {
  const found = new Map<string, Lane>();
  for (const line of lines) {
    const name = line.person ?? line.webhook;
    if (!name) continue;
    const isPerson = line.person !== null;
    const key = `${isPerson} ${name}`;
    const lane = found.get(key) ?? { name, isPerson, spots: [] };
    found.set(key, lane);
    const after = millis(line.after);
    const last = lane.spots.at(-1);
    if (last?.after === after) {
      last.lines.push(line);
      last.look = look(last.lines);
    } else {
      lane.spots.push({ after, lines: [line], look: look([line]) });
    }
  }
  return [...found.values()].sort((a, b) => Number(b.isPerson) - Number(a.isPerson));
}

function look(lines: SimulatedLine[]): Spot['look'] {
  if (lines.some(({ outcome, what }) => outcome === 'accepted' || what === 'answered')) return 'taken';
  return lines.some(({ outcome }) => outcome === 'waiting') ? 'waiting' : 'failed';
}

export interface Mark {
  word: string;
  after: number;
}

/** What the question is about: reached, answered, asked in vain. */
export function marks(view: SimulationView): Mark[] {
  const all: [string, string | null][] = [
    ['reached', view.reachedAfter],
    ['answered', view.answeredAfter],
    ['exhausted', view.exhaustedAfter],
  ];
  return all.flatMap(([word, length]) => (length === null ? [] : [{ word, after: millis(length) }]));
}

/** A little longer than the last thing that happens, and at least five minutes. */
export function axisLength(lines: SimulatedLine[]): number {
  const last = Math.max(0, ...lines.map(({ after }) => millis(after)));
  return Math.max(5 * MINUTE, last * 1.04);
}

/** At most seven round figures. */
export function ticks(length: number): number[] {
  const steps = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480].map((minutes) => minutes * MINUTE);
  const step = steps.find((one) => length / one <= 7) ?? 24 * 60 * MINUTE;
  return Array.from({ length: Math.floor(length / step) + 1 }, (_, n) => n * step);
}

/** The instant at which a clock in the zone shows `2026-03-29T01:30`; when none does, because it jumps, the one an hour later. */
export function instantOf(wall: string, zone: string): string | null {
  const naive = Date.parse(`${wall}Z`);
  if (Number.isNaN(naive)) return null;
  let at = naive - offset(naive, zone);
  at = naive - offset(at, zone);
  return new Date(at).toISOString();
}

/** `2026-03-29T01:30`, as a clock in the zone shows it. */
export function wallOf(at: number, zone: string): string {
  return new Date(at + offset(at, zone)).toISOString().slice(0, 16);
}

function offset(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return shown - Math.floor(at / 1000) * 1000;
}
