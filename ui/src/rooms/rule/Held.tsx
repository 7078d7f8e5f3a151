import { Link } from 'wouter';
import type { Alert } from '../../api/types';
import { SeverityMark } from '../../kit/marks';
import { Age, Clock } from '../../kit/moments';
import { Empty, Failure, Waiting } from '../../kit/screens';
import { useHeld } from './use-rules';

/** The alerts that wake nobody now, each with its reason. */
export function Held() {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useHeld();
  if (isPending) return <Waiting />;
  if (error && !data) {
    return <Failure what="What is held back could not be loaded." problem={error} onRetry={() => void refetch()} />;
  }
  const alerts = data?.pages.flatMap(({ items }) => items) ?? [];
  if (alerts.length === 0) {
    return (
      <Empty icon="check-circle" title="Nothing is held back">
        Every open alert has been told. What a rule holds back stands here with its reason.
      </Empty>
    );
  }
  return (
    <section className="card" aria-labelledby="held-heading">
      <div className="card-head">
        <h2 id="held-heading">Held back now</h2>
        <span className="meta">newest first</span>
      </div>
      <ul className="held">
        {alerts.map((alert) => (
          <HeldAlert key={alert.id} alert={alert} />
        ))}
      </ul>
      {hasNextPage && (
        <button
          type="button"
          className="button quiet more"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {isFetchingNextPage ? 'Loading' : 'Load more'}
        </button>
      )}
    </section>
  );
}

function HeldAlert({ alert }: { alert: Alert }) {
  const held = alert.held;
  return (
    <li>
      <SeverityMark rank={alert.severity} size="small" isQuiet />
      <div>
        <b>{alert.summary}</b>
        <p className="meta">
          {alert.service.name}, {alert.count.toLocaleString()} seen, since <Age from={alert.firstSeen} />
        </p>
        {held && (
          <p>
            <span className="chip">{held.kind.replace('_', ' ')}</span> {held.reason}{' '}
            <span className="meta">
              Rule {held.rule}, version {held.version}
              {held.until && (
                <>
                  , until <Clock at={held.until} />
                </>
              )}
              . <Link href={`/why/alert/${alert.id}`}>Why?</Link>
            </span>
          </p>
        )}
      </div>
    </li>
  );
}
