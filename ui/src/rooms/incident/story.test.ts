import { describe, expect, it } from 'vitest';
import { ada, entry, heldBy, incident } from './examples';
import { ALWAYS_SHOWN, fold, storyOf } from './story';

const kinds = (parts: { kind: string }[]) => parts.map(({ kind }) => kind);
const acknowledged = (index: number, minutes: number) =>
  entry(index, minutes, { kind: 'person', event: 'incident.IncidentAcknowledged', actor: ada });

describe('the story', () => {
  it('draws the time in which nobody acted', () => {
    const parts = storyOf([entry(1, 0), entry(2, 1), acknowledged(3, 4)], incident(1, heldBy(ada)), 'UTC');
    expect(kinds(parts)).toEqual(['entry', 'entry', 'silence', 'entry']);
  });

  it('says nothing about a quick answer', () => {
    const parts = storyOf([entry(1, 0), acknowledged(2, 2)], incident(1, heldBy(ada)), 'UTC');
    expect(kinds(parts)).toEqual(['entry', 'entry']);
  });

  it('stays open while nobody has answered', () => {
    expect(kinds(storyOf([entry(1, 0)], incident(1), 'UTC'))).toEqual(['entry', 'silence']);
  });

  it('names a new day in the zone of the reader', () => {
    // 15 h after 09:00 UTC is midnight in UTC and already the next day in Berlin an hour earlier.
    const entries = [acknowledged(1, 0), entry(2, 14 * 60 + 30)];
    expect(kinds(storyOf(entries, incident(1, heldBy(ada)), 'UTC'))).toEqual(['entry', 'entry']);
    expect(kinds(storyOf(entries, incident(1, heldBy(ada)), 'Europe/Berlin'))).toEqual(['entry', 'day', 'entry']);
  });

  it('folds the middle of a long one', () => {
    const long = Array.from({ length: 1000 }, (_, n) => n);
    const { head, hidden, tail } = fold(long);
    expect(head.length + hidden + tail.length).toBe(1000);
    expect(tail[tail.length - 1]).toBe(999);
    expect(fold(long.slice(0, ALWAYS_SHOWN)).hidden).toBe(0);
  });
});
