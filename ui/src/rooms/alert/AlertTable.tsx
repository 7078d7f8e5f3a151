import { useState } from 'react';
import type { Alert } from '../../api/types';
import { SeverityMark, type Standing, StateBadge, WebLink } from '../../kit/marks';
import { Clock } from '../../kit/moments';
import { Failure } from '../../kit/screens';
import { useAlerts } from './use-alerts';

const STANDING: Record<Alert['state'], Standing> = {
  triggered: 'firing',
  acknowledged: 'acknowledged',
  resolved: 'resolved',
  expired: 'resolved',
};

/** The alerts behind an incident. */
export function AlertTable({ incident, total, open }: { incident: string; total: number; open: number }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAlerts(incident);
  const alerts = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="card" aria-labelledby="alerts-heading">
      <div className="card-head">
        <h2 id="alerts-heading">{total === 1 ? '1 alert' : `${total} alerts`}</h2>
        <span className="meta">{open === 0 ? 'none open' : `${open} still open`}</span>
      </div>
      {error && !data && (
        <Failure what="The alerts could not be loaded." problem={error} onRetry={() => void refetch()} />
      )}
      {alerts.length > 0 && (
        <table className="table cards alerts">
          <thead>
            <tr>
              <th scope="col">Alert</th>
              <th scope="col" className="num">
                First
              </th>
              <th scope="col" className="num">
                Last
              </th>
              <th scope="col" className="num">
                Count
              </th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {alerts.map((alert) => (
              <AlertRow alert={alert} key={alert.id} />
            ))}
          </tbody>
        </table>
      )}
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

function AlertRow({ alert }: { alert: Alert }) {
  const [isOpen, setOpen] = useState(false);
  const standing = STANDING[alert.state];
  return (
    <tr>
      <td>
        <span className="alert-name">
          <SeverityMark rank={alert.severity} standing={standing} size="small" isQuiet />
          <span>
            <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {alert.summary}
            </button>{' '}
            <span className="meta">{[alert.service.name, alert.component].filter(Boolean).join(', ')}</span>
            {isOpen && <AlertDetail alert={alert} />}
          </span>
        </span>
      </td>
      <td className="num" data-label="first">
        <Clock at={alert.firstSeen} />
      </td>
      <td className="num" data-label="last">
        <Clock at={alert.lastSeen} />
      </td>
      <td className="num">×{alert.count}</td>
      <td>
        <StateBadge standing={standing} {...(alert.state === 'expired' ? { word: 'Expired' } : {})} />
      </td>
    </tr>
  );
}

function AlertDetail({ alert }: { alert: Alert }) {
  return (
    <span className="alert-detail">
      <span className="meta">
        began <Clock at={alert.occurredAt} />, from {alert.integration.word}, key{' '}
        <span className="mono">{alert.key}</span>
      </span>
      {Object.entries(alert.labels).map(([name, value]) => (
        <span className="mono" key={name}>
          {name}={value}
        </span>
      ))}
      {alert.links.map(({ href, text }) => (
        <WebLink href={href} key={href}>
          {text || href}
        </WebLink>
      ))}
    </span>
  );
}
