import { useQuery } from '@tanstack/react-query';
import { read } from '../../api/query-client';
import type { Incident, SlaClocks } from '../../api/types';
import { Icon } from '../../kit/icons';
import { useNow } from '../../kit/now';
import { wordsOf } from './clock-wording';

/** Until when it is to be answered and resolved, as far as that needs attention. Renewed with the incident. */
export function Clocks({ incident }: { incident: Incident }) {
  const now = useNow();
  const { data } = useQuery({
    queryKey: ['incident', incident.id, 'clocks'],
    queryFn: ({ signal }) => read<SlaClocks>(`/api/incidents/${encodeURIComponent(incident.id)}/clocks`, {}, signal),
  });
  return (data?.clocks ?? []).map((clock) => {
    const words = wordsOf(clock, now);
    return (
      words && (
        <span key={words.kind} className={words.isLate ? 'promise late' : 'promise'}>
          <Icon name="clock" small /> {words.isLate ? <b>{words.text}</b> : words.text}
        </span>
      )
    );
  });
}
