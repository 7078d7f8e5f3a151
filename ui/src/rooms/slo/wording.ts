import type { Slo } from '../../api/types';
import { count, lasting } from '../measure/wording';

const short = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** `99.95 %`, never rounded up to all. */
export function percent(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  const digits = value > 99.9 && value < 100 ? 1000 : 100;
  return `${Math.floor(value * digits + 1e-6) / digits} %`;
}

/** `8 %` of the budget, rounded down: nothing is left that is not there. */
export const leftOf = (share: number | null | undefined) =>
  share === null || share === undefined ? '–' : `${Math.floor(100 * share + 1e-6)} %`.replace('-', '−');

/** `14.4×` */
export const rated = (rate: number | null | undefined) =>
  rate === null || rate === undefined ? 'too little seen' : `${short.format(rate)}×`;

const KINDS: Record<Slo['kind'], string> = {
  availability: 'available',
  latency: 'fast enough',
  errors: 'without error',
};

/** `99.9 % of 30 days available` */
export function promised({ objective, windowSeconds, kind, withinMillis }: Slo): string {
  const fast = withinMillis === null || withinMillis === undefined ? '' : ` (${fastness(withinMillis)})`;
  return `${objective} % of ${lasting(windowSeconds)} ${KINDS[kind]}${fast}`;
}

const fastness = (millis: number) => (millis < 1000 ? `${millis} ms` : lasting(millis / 1000));

/** Of a budget in its unit: time, or a number of events. */
export const amount = (value: number, unit: Slo['unit']) => (unit === 'seconds' ? lasting(value) : count(value));

export const POLICIES: Record<Slo['policy'], string> = {
  conservative: 'Halt deployments',
  moderate: 'Review changes',
  aggressive: 'Watch',
};
