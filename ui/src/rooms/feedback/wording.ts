import type { Feedback, FeedbackWeek } from '../../api/types';

export type Verdict = NonNullable<Feedback['verdict']>;
export type Category = NonNullable<Feedback['category']>;

export const VERDICTS: Record<Verdict, string> = {
  useful: 'Useful',
  noise: 'Noise',
  wrong_person: 'Wrong person',
};

export const CATEGORIES: Record<Category, string> = {
  performance: 'Performance',
  usability: 'Usability',
  features: 'Features',
  reliability: 'Reliability',
  other: 'Other',
};

const MONTHS = ['January to March', 'April to June', 'July to September', 'October to December'];

/** `2026-Q4` as `October to December 2026`. */
export function quarterOf(word: string): string {
  const [year, number] = word.split('-Q');
  return `${MONTHS[Number(number) - 1] ?? number} ${year}`;
}

/** `3 stars`, `1 star` */
export const starsOf = (stars: number): string => `${stars} ${stars === 1 ? 'star' : 'stars'}`;

/** What a sentiment from −1 to 1 is in a word; near the middle it is neither. */
export function moodOf(sentiment: number): string {
  if (sentiment <= -0.2) return 'blame';
  return sentiment >= 0.2 ? 'praise' : 'neither';
}

/** How many of so many, as `12.4 %`; a dash of nothing. */
export const shareOf = (part: number, whole: number): string =>
  whole === 0 ? 'none yet' : `${Math.round((1000 * part) / whole) / 10} %`;

const share = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);

/** Where each value stands on a drawing of 100 by 100, whose top is `most`. */
function lineOf(values: number[], most: number): string {
  const step = values.length > 1 ? 100 / (values.length - 1) : 0;
  return values.map((value, n) => `${n === 0 ? 'M' : 'L'}${(n * step).toFixed(1)} ${heightOf(value, most)}`).join('');
}

const heightOf = (value: number, most: number) => (100 - (100 * Math.min(value, most)) / most).toFixed(1);

export interface RateDrawing {
  line: string;
  goal: string;
  most: number;
}

/** The share of pages that were rated, week by week, beside what it ought to be. */
export function rateDrawing(weeks: FeedbackWeek[], target: number): RateDrawing {
  const rates = weeks.map(({ rated, told }) => share(rated, told));
  const most = Math.max(2 * target, ...rates);
  return { line: lineOf(rates, most), goal: `M0 ${heightOf(target, most)}H100`, most };
}

export interface Bar {
  week: string;
  x: number;
  width: number;
  useful: { y: number; height: number };
  other: { y: number; height: number };
}

/** What was said of the pages, week by week: useful below, everything else on top of it. */
export function barsOf(weeks: FeedbackWeek[]): Bar[] {
  const most = Math.max(1, ...weeks.map(({ rated }) => rated));
  const slot = 100 / Math.max(weeks.length, 4);
  return weeks.map(({ week, useful, noise, wrongPerson }, n) => {
    const below = (100 * useful) / most;
    const above = (100 * (noise + wrongPerson)) / most;
    return {
      week,
      x: n * slot + slot * 0.15,
      width: slot * 0.7,
      useful: { y: 100 - below, height: below },
      other: { y: 100 - below - above, height: above },
    };
  });
}

/** `23 Nov` of a date. */
export const dayOf = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
