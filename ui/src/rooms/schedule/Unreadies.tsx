import type { Unready } from '../../api/types';
import { Icon } from '../../kit/icons';
import { useUnready } from './use-schedules';

/** Found in the daytime: who could not be woken, and what to do about it. Nothing while everybody can. */
export function Unreadies() {
  const { data, error } = useUnready();
  if (error) {
    return <p className="meta">Whether everybody can be reached could not be looked up. {error.message}</p>;
  }
  if (!data || data.items.length === 0) return null;
  const count = data.next === null ? String(data.items.length) : `More than ${data.items.length}`;
  return (
    <details className="banner unready">
      <summary>
        <Icon name="alert" />
        <span>
          <b>
            {count} {data.items.length === 1 && data.next === null ? 'person' : 'people'} cannot be woken.
          </b>{' '}
          Policies ask them, and no way reaches them.
        </span>
      </summary>
      <ul>
        {data.items.map((one) => (
          <Line key={one.word} one={one} />
        ))}
      </ul>
    </details>
  );
}

function Line({ one }: { one: Unready }) {
  return (
    <li>
      <b>{one.person.name}</b>: {one.because}
      <br />
      <span className="meta">Asked by {one.paths.join('; ')}</span>
    </li>
  );
}
