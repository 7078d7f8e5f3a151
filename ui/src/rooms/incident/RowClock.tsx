import { useQuery } from '@tanstack/react-query';
import type { Incident } from '../../api/types';
import { useNow } from '../../kit/now';
import { wordsOf } from './clock-wording';
import { nextClock } from './next-clocks';

const EACH_MS = 60_000;

/** In a row of a list: until when it is to be answered, or resolved. Renewed with the incident. */
export function RowClock({ incident }: { incident: Incident }) {
  const now = useNow();
  const { data } = useQuery({
    queryKey: ['clocks', incident.id, incident.index],
    queryFn: () => nextClock(incident.id),
    enabled: incident.resolvedAt === null,
    // What was promised passes without a change of the incident.
    refetchInterval: EACH_MS,
  });
  const words = data && wordsOf(data, now);
  return words && <span className="clock">{words.isLate ? <b>{words.text}</b> : words.text}</span>;
}
