import { Link } from 'wouter';
import type { Incident } from '../../api/types';
import { Clock } from '../../kit/moments';
import { useContextOf } from '../incident/use-context';

/** What was like it, and what was learned then. */
export function Before({ incident }: { incident: Incident }) {
  const { data } = useContextOf(incident);
  const known = data?.known ?? [];
  const alike = (data?.similar ?? []).filter(({ id }) => !known.some((one) => one.incident === id));
  if (known.length === 0 && alike.length === 0) return null;
  return (
    <section className="card" aria-labelledby="before-heading">
      <div className="card-head">
        <h2 id="before-heading">Happened before</h2>
      </div>
      <ul className="plain stack tight">
        {known.map((one) => (
          <li key={one.postmortem}>
            <Link href={`/i/${one.incident}/postmortem`}>
              INC-{one.number} {one.title}
            </Link>{' '}
            <span className="breaks">{one.solution}</span>
          </li>
        ))}
        {alike.slice(0, 3).map((one) => (
          <li key={one.id}>
            <Link href={`/i/${one.id}`}>
              INC-{one.number} {one.title}
            </Link>{' '}
            <span className="meta">
              <Clock at={one.openedAt} />. {one.because.join(' ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
