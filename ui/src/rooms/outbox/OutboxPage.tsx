import { Link, useSearchParams } from 'wouter';
import type { Delivery, DeliveryState } from '../../api/types';
import { Icon, type IconName } from '../../kit/icons';
import { Clock } from '../../kit/moments';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import { useOutbox } from './use-outbox';

const STATES: DeliveryState[] = ['waiting', 'pending', 'sent', 'delivered', 'undelivered', 'failed', 'dropped'];
const WORDS: Record<DeliveryState, string> = {
  waiting: 'Waiting',
  pending: 'Pending',
  sent: 'Sent',
  delivered: 'Delivered',
  undelivered: 'Not delivered',
  failed: 'Failed',
  dropped: 'Dropped',
};
const KINDS: Record<Delivery['kind'], string> = {
  page: 'page',
  unanswered: 'nobody answered',
  update: 'update',
  holder: 'word to its holder',
  notice: 'notice',
};
const LOOKS: Record<DeliveryState, { look: string; icon: IconName }> = {
  waiting: { look: 'snoozed', icon: 'clock' },
  pending: { look: 'acknowledged', icon: 'send' },
  sent: { look: 'resolved', icon: 'check' },
  delivered: { look: 'resolved', icon: 'check-circle' },
  undelivered: { look: 'firing', icon: 'alert' },
  failed: { look: 'firing', icon: 'alert' },
  dropped: { look: 'resolved', icon: 'x' },
};

/** What was sent to whom, and what did not get through. */
export default function OutboxPage() {
  useTitle('Outbox');
  const [search] = useSearchParams();
  const state = STATES.find((name) => name === search.get('state')) ?? null;
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useOutbox(state);
  const deliveries = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="screen">
      <div className="page-head">
        <div>
          <h1>Outbox</h1>
          <p>Every page and update, to whom it went and what became of it.</p>
        </div>
      </div>
      <nav className="tabs" aria-label="State">
        {[null, ...STATES].map((name) => (
          <Link
            key={name ?? 'all'}
            className="tab"
            href={name ? `/outbox?state=${name}` : '/outbox'}
            replace
            aria-current={state === name ? 'true' : undefined}
          >
            {name ? WORDS[name] : 'All'}
          </Link>
        ))}
      </nav>
      {error && !data && (
        <Failure what="The outbox could not be loaded." problem={error} onRetry={() => void refetch()} />
      )}
      {isPending && <Waiting />}
      {data && deliveries.length === 0 && (
        <Empty icon="send" title={state ? `Nothing ${WORDS[state].toLowerCase()}` : 'Nothing sent yet'}>
          {state ? undefined : 'When Larum pages somebody, the message and its fate stand here.'}
        </Empty>
      )}
      {deliveries.length > 0 && (
        <table className="table cards outbox">
          <thead>
            <tr>
              <th scope="col">To</th>
              <th scope="col">About</th>
              <th scope="col">State</th>
              <th scope="col" className="num">
                Tries
              </th>
              <th scope="col" className="num">
                Asked for
              </th>
              <th scope="col" className="num">
                Changed
              </th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map((delivery) => (
              <DeliveryRow delivery={delivery} key={delivery.id} />
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
    </div>
  );
}

function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const { look, icon } = LOOKS[delivery.state];
  return (
    <tr>
      <td>
        <b>{delivery.recipient.name}</b>{' '}
        <span className="meta">
          {KINDS[delivery.kind]} by {delivery.channel === 'email' ? 'e-mail' : 'webhook'}
        </span>
      </td>
      <td className="about">
        {delivery.incident ? (
          <>
            <Link href={`/i/${delivery.incident.id}`}>INC-{delivery.incident.number}</Link> {delivery.incident.title}
          </>
        ) : (
          delivery.notice
        )}
      </td>
      <td>
        <span className="state" data-state={look}>
          <Icon name={icon} />
          {WORDS[delivery.state]}
        </span>
        {delivery.reason && <span className="meta reason">{delivery.reason}</span>}
      </td>
      <td className="num" data-label="tries">
        {delivery.attempts}
      </td>
      <td className="num" data-label="asked for">
        <Clock at={delivery.requestedAt} />
      </td>
      <td className="num" data-label="changed">
        <Clock at={delivery.changedAt} />
      </td>
    </tr>
  );
}
