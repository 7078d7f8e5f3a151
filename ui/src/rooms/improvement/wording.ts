import type { Criterion, Improvement } from '../../api/types';
import type { IconName } from '../../kit/icons';

export const STATE: Record<Improvement['state'], { word: string; icon: IconName }> = {
  proposed: { word: 'To be weighed', icon: 'inbox' },
  weighed: { word: 'Weighed', icon: 'filter' },
  planned: { word: 'Planned', icon: 'calendar' },
  research: { word: 'Research', icon: 'book' },
  build: { word: 'Build', icon: 'steps' },
  validate: { word: 'Validate', icon: 'pulse' },
  done: { word: 'Done', icon: 'check-circle' },
  failed: { word: 'Failed', icon: 'alert' },
  dropped: { word: 'Dropped', icon: 'x' },
};

export const KIND: Record<Improvement['kind'], string> = {
  noisy_rule: 'Noisy rule',
  late_answers: 'Late answers',
  missing_runbook: 'No runbook',
  repeat_incident: 'Comes back',
  promise_gap: 'Promise not kept',
  feedback_theme: 'Feedback',
  review_action: 'Overdue action',
  by_hand: 'By hand',
};

export const MEASURE: Record<Criterion['measure'], { word: string; unit: string }> = {
  answer_minutes: { word: 'Median time to an answer', unit: 'minutes' },
  repair_minutes: { word: 'Median time to repair', unit: 'minutes' },
  late_answers_percent: { word: 'Late answers, of those promised', unit: '%' },
  late_repairs_percent: { word: 'Late repairs, of those promised', unit: '%' },
  incidents_a_week: { word: 'Incidents', unit: 'a week' },
  wakes_a_week: { word: 'Pages that interrupt somebody', unit: 'a week' },
  nights_a_week: { word: 'Pages at night', unit: 'a week' },
  idle_percent: { word: 'Incidents that led to nothing', unit: '%' },
  stars: { word: 'What people give incidents', unit: 'of 5 stars' },
};

export const DIRECTION: Record<Criterion['direction'], string> = {
  at_most: 'at most',
  at_least: 'at least',
};

export const MARKS = ['impact', 'feasibility', 'effort', 'risk'] as const;
export type Mark = (typeof MARKS)[number];

export const MARK: Record<Mark, { word: string; hint: string }> = {
  impact: { word: 'Impact', hint: 'How much better it gets.' },
  feasibility: { word: 'Feasibility', hint: 'How sure it is that it can be done.' },
  effort: { word: 'Effort', hint: 'The points that it takes of a round.' },
  risk: { word: 'Risk', hint: 'How much may break.' },
};

export const isClosed = ({ state }: Pick<Improvement, 'state'>) =>
  state === 'done' || state === 'failed' || state === 'dropped';

/** `8.33`, `10`: as the arithmetic ends. */
export const scored = (score: number) => String(Math.round(score * 100) / 100);

/** `0.5 a week` */
export const measured = (value: number, measure: Criterion['measure']) =>
  `${Math.round(value * 100) / 100} ${MEASURE[measure].unit}`;

/** `once`, `3 times` */
export const times = (count: number) => (count === 1 ? 'once' : `${count} times`);

/** `12 of 20 points`, and what is too much. */
export function filled(points: number, capacity: number): string {
  const over = points - capacity;
  const words = `${points} of ${capacity} points`;
  return over > 0 ? `${words}: ${over} too many` : words;
}

/** `Mon 23 Nov`; a day has no zone. */
export function dayOf(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
    .format(Date.parse(`${day}T00:00:00Z`))
    .replace(',', '');
}

/** The phase that comes next; null when none does. */
export function nextPhase({ state }: Pick<Improvement, 'state'>): { phase: string; word: string } | null {
  if (state === 'planned') return { phase: 'research', word: 'Begin research' };
  if (state === 'research') return { phase: 'build', word: 'Begin building' };
  if (state === 'build') return { phase: 'validate', word: 'The change is live' };
  return null;
}

const PROVES = 7 * 86_400_000;

/** Before a week is over there is too little to measure. */
export const mayBeJudged = ({ state, changedAt }: Pick<Improvement, 'state' | 'changedAt'>, now: number) =>
  state === 'validate' && changedAt !== null && Date.parse(changedAt) + PROVES <= now;
