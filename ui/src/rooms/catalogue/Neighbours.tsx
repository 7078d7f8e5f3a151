import { Link } from 'wouter';
import type { Neighbours as Found } from '../../api/types';
import { HealthMark } from './HealthMark';
import { addressOf, healthWords } from './wording';

interface NeighboursProps {
  title: string;
  none: string;
  found: Found;
}

const SHOWN = 12;

/** The services around one, the worst first; those that are well and far stand behind a fold. */
export function Neighbours({ title, none, found }: NeighboursProps) {
  const first = found.items.slice(0, SHOWN);
  const rest = found.items.slice(SHOWN);
  return (
    <div className="stack tight">
      <h3>
        {title} {found.total > 0 && <span className="count">{found.total}</span>}
      </h3>
      {found.total === 0 ? (
        <p className="meta">{none}</p>
      ) : (
        <>
          <List items={first} />
          {rest.length > 0 && (
            <details>
              <summary>{found.total - SHOWN} more</summary>
              <List items={rest} />
              {found.total > found.items.length && (
                <p className="meta">{found.total - found.items.length} more that are not listed here.</p>
              )}
            </details>
          )}
        </>
      )}
    </div>
  );
}

function List({ items }: { items: Found['items'] }) {
  return (
    <ul className="plain neighbours">
      {items.map(({ service, direct, health }) => (
        <li key={service.id}>
          <HealthMark health={health} isQuiet />
          <span>
            <Link href={addressOf(service)}>{service.name}</Link>{' '}
            <span className="meta">
              {[health.worst && healthWords(health), !direct && 'through others'].filter(Boolean).join(', ')}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
