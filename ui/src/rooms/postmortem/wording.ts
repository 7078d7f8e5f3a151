import type { ReviewAction, ReviewLine } from '../../api/types';
import type { IconName } from '../../kit/icons';

const STATE: Record<ReviewLine['state'], { word: string; icon: IconName }> = {
  asked: { word: 'Being drafted', icon: 'clock' },
  draft: { word: 'Draft', icon: 'note' },
  review: { word: 'In review', icon: 'users' },
  published: { word: 'Published', icon: 'check-circle' },
};

export const CAUSE: Record<ReviewLine['cause'], string> = {
  major: 'a major incident',
  critical: 'it was critical',
  sla_breach: 'later than promised',
  by_hand: 'asked for by hand',
};

export const ACTION_STATE: Record<ReviewAction['state'], string> = {
  proposed: 'Proposed',
  started: 'Started',
  done: 'Done',
  dropped: 'Dropped',
};

/** `Tue 31 March`; a day has no zone. */
export function dayWords(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  const year = day.slice(0, 4) === new Date().toISOString().slice(0, 4) ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC', ...year })
    .format(at)
    .replace(',', '');
}

/** `Draft, due Tue 31 March`, with what draws it. */
export function standing({ state, due, late }: Pick<ReviewLine, 'state' | 'due' | 'late'>): {
  word: string;
  icon: IconName;
} {
  const { word, icon } = STATE[state];
  if (state === 'published' || !due) return { word, icon };
  return { word: `${word}, ${late ? 'was due' : 'due'} ${dayWords(due)}`, icon: late ? 'alert' : icon };
}

/** What is left to do of a review, in words; null when nothing is. */
export function leftToDo({
  openActions,
  overdueActions,
}: Pick<ReviewLine, 'openActions' | 'overdueActions'>): string | null {
  if (openActions === 0) return null;
  const open = `${openActions} action${openActions === 1 ? '' : 's'} open`;
  return overdueActions === 0 ? open : `${open}, ${overdueActions} overdue`;
}
