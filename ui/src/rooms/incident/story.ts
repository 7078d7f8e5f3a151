import type { Entry, Incident } from '../../api/types';
import { dayKey } from '../../kit/time';

/** One thing in the story: something that happened, a new day, or that nothing happened. */
export type Part =
  | { kind: 'entry'; entry: Entry }
  | { kind: 'day'; at: string }
  | { kind: 'silence'; from: string; to: string | null };

/** From here on, waiting is worth a line. */
const SILENCE_MS = 3 * 60_000;

const isAnswer = (entry: Entry) =>
  entry.kind === 'person' || entry.kind === 'note' || /Acknowledged$/.test(entry.event);

/** Turns the timeline into a story: days are named, and the time in which nobody acted is drawn. */
export function storyOf(entries: readonly Entry[], incident: Incident, zone: string, isWhole = true): Part[] {
  const parts: Part[] = [];
  let day = entries[0] ? dayKey(Date.parse(entries[0].at), zone) : '';
  // Of a part of the story nobody can tell who was silent.
  const firstAnswer = isWhole ? entries.findIndex(isAnswer) : -1;
  for (const [position, entry] of entries.entries()) {
    const today = dayKey(Date.parse(entry.at), zone);
    if (today !== day) {
      parts.push({ kind: 'day', at: entry.at });
      day = today;
    }
    if (position === firstAnswer && Date.parse(entry.at) - Date.parse(incident.openedAt) >= SILENCE_MS) {
      parts.push({ kind: 'silence', from: incident.openedAt, to: entry.at });
    }
    parts.push({ kind: 'entry', entry });
  }
  if (isWhole && firstAnswer < 0 && entries.length > 0 && incident.state === 'triggered') {
    parts.push({ kind: 'silence', from: incident.openedAt, to: null });
  }
  return parts;
}

export const ALWAYS_SHOWN = 300;

/** In a long story the middle is folded away: the beginning says why, the end says what now. */
export function fold<T>(parts: readonly T[]): { head: readonly T[]; hidden: number; tail: readonly T[] } {
  if (parts.length <= ALWAYS_SHOWN) return { head: parts, hidden: 0, tail: [] };
  const head = parts.slice(0, 40);
  const tail = parts.slice(-200);
  return { head, hidden: parts.length - head.length - tail.length, tail };
}

/** Who wrote a note, and its text. */
export function splitNote({ sentence, actor }: Entry): [string, string] {
  const start = `${actor?.name} noted: `;
  return actor && sentence.startsWith(start) ? [actor.name, sentence.slice(start.length)] : ['', sentence];
}
