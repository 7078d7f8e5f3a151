import type { SlaClock } from '../../api/types';
import { span } from '../../kit/time';

/** What stands of a clock beside the title; `isLate` asks for attention. */
export interface ClockWords {
  kind: SlaClock['kind'];
  text: string;
  isLate: boolean;
}

const WORDS = {
  answer: { due: 'answer', done: 'answered' },
  resolve: { due: 'resolve', done: 'resolved' },
};

const BECAUSE: Record<string, string> = { by_hand: 'by hand', snoozed: 'snoozed', silenced: 'silenced' };

const MINUTE = 60_000;

const minutes = (count: number) => span(Math.max(1, count) * MINUTE);

/** Null for what needs no attention: nothing was promised, or it was done in time. */
export function wordsOf(clock: SlaClock, now: number): ClockWords | null {
  const words = WORDS[clock.kind];
  if (clock.targetSeconds === null || clock.state === 'stopped') return null;
  if (clock.state === 'met') {
    return clock.late ? { kind: clock.kind, text: `${words.done} later than promised`, isLate: true } : null;
  }
  if (clock.breachedAt !== null) {
    const since = now - Date.parse(clock.breachedAt);
    return { kind: clock.kind, text: `${words.due} overdue by ${minutes(Math.floor(since / MINUTE))}`, isLate: true };
  }
  if (clock.state === 'paused') {
    const because = clock.pausedBecause.map((one) => BECAUSE[one] ?? one).join(', ');
    return { kind: clock.kind, text: `${words.due} clock stands still: ${because}`, isLate: false };
  }
  if (clock.dueAt === null) return null;
  const left = Date.parse(clock.dueAt) - now;
  return left > 0
    ? {
        kind: clock.kind,
        text: `${words.due} due in ${minutes(Math.ceil(left / MINUTE))}`,
        isLate: clock.foretold >= 80,
      }
    : { kind: clock.kind, text: `${words.due} due now`, isLate: true };
}
