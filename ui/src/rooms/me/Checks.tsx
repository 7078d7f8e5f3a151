import type { MyCheck, MyReach } from '../../api/types';
import { Icon } from '../../kit/icons';
import { Clock } from '../../kit/moments';

/** What must hold for the reader to be woken tonight, one by one. */
export function Checks({ reach }: { reach: MyReach }) {
  return (
    <section className="card" aria-labelledby="checks-heading">
      <div className="card-head">
        <h2 id="checks-heading">Checks</h2>
        <span className="meta">
          <Clock at={reach.at} />
        </span>
      </div>
      <ul className="checks">
        {reach.checks.map((check) => (
          <Check key={check.check} check={check} />
        ))}
      </ul>
    </section>
  );
}

function Check({ check: { passed, sentence, detail, at } }: { check: MyCheck }) {
  return (
    <li>
      <Icon name={passed ? 'check' : 'alert'} />
      <span>
        {passed ? sentence : <b>{sentence}</b>}
        {(detail || at) && (
          <span className="meta">
            {detail}
            {detail && at && ', '}
            {at && <Clock at={at} />}
          </span>
        )}
      </span>
    </li>
  );
}
