import type { IncidentContext } from '../../api/types';

type Impact = NonNullable<IncidentContext['impact']>;

/**
 * What is lost so far. The server says how much it was when it answered; a screen goes on counting from there, by its own clock's
 * pace and not its time, which may be wrong.
 */
export function lostBy(impact: Pick<Impact, 'revenue' | 'until'>, passed: number): number | null {
  const { revenue, until } = impact;
  if (!revenue) return null;
  return until ? revenue.soFar : revenue.soFar + (revenue.perMinute * Math.max(0, passed)) / 60_000;
}
