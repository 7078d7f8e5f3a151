import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { Delivery } from '../../api/types';
import { Icon } from '../../kit/icons';
import { Clock } from '../../kit/moments';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import { FilterCard } from './FilterCard';
import { type FilterName, filterOf, isNarrow, NAMES, withChoice } from './filter';
import './outbox.css';
import { Story } from './Story';
import { useOutbox } from './use-outbox';
import { channelOf, kindOf, stateOf } from './wording';

/** What was sent to whom, what did not get through, and the story of each. */
export default function OutboxPage() {
  useTitle('Outbox');
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const chosen = NAMES.filter((name) => filter[name] !== null).length;
  const [isOpen, setOpen] = useState(chosen > 0);
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useOutbox(filter);
  const deliveries = data?.pages.flatMap(({ items }) => items) ?? [];
  const message = search.get('message');
  const set = (name: FilterName, value: string | null) =>
    setSearch((before) => withChoice(before, name, value), { replace: true });
  const flip = (id: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (id === message) next.delete('message');
        else next.set('message', id);
        return next;
      },
      { replace: true },
    );
  const isElsewhere = message !== null && !isPending && !deliveries.some(({ id }) => id === message);
  return (
    <div className="screen">
      <div className="page-head">
        <div>
          <h1>Outbox</h1>
          <p>
            Every page and update, to whom it went and what became of it.{' '}
            <Link href="/channels">How the channels do</Link>
          </p>
        </div>
        <button
          type="button"
          className={chosen > 0 ? 'button' : 'button quiet'}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="filter" /> Filter
          {chosen > 0 && <span className="count">{chosen}</span>}
        </button>
      </div>
      {isOpen && <FilterCard filter={filter} onSet={set} />}
      {error && !data && (
        <Failure what="The outbox could not be loaded." problem={error} onRetry={() => void refetch()} />
      )}
      {isPending && <Waiting />}
      {isElsewhere && (
        <section className="card" aria-labelledby="message-heading">
          <div className="card-head">
            <h2 id="message-heading">One message</h2>
            <button type="button" className="button quiet" onClick={() => flip(message)}>
              Close
            </button>
          </div>
          <Story id={message} />
        </section>
      )}
      {data && deliveries.length === 0 && (
        <Empty
          icon="send"
          title={isNarrow(filter) ? 'No message is like that' : 'Nothing sent yet'}
          action={
            isNarrow(filter) ? (
              <Link className="button" href="/outbox" replace>
                Show all
              </Link>
            ) : undefined
          }
        >
          {isNarrow(filter) ? undefined : 'When Larum pages somebody, the message and its fate stand here.'}
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
              <th scope="col">
                <span className="unseen">Story</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map((delivery) => (
              <DeliveryRow
                key={delivery.id}
                delivery={delivery}
                isOpen={delivery.id === message}
                onFlip={() => flip(delivery.id)}
              />
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

interface DeliveryRowProps {
  delivery: Delivery;
  isOpen: boolean;
  onFlip: () => void;
}

function DeliveryRow({ delivery, isOpen, onFlip }: DeliveryRowProps) {
  const { word, look, icon } = stateOf(delivery.state);
  return (
    <>
      <tr data-open={isOpen || undefined}>
        <td>
          <b>{delivery.recipient.name}</b>{' '}
          <span className="meta">
            {kindOf(delivery.kind)} by {channelOf(delivery.channel)}
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
            {word}
          </span>
          {delivery.reason && <span className="meta reason">{delivery.reason}</span>}
        </td>
        <td className="num" data-label="tries">
          {delivery.attempts}
        </td>
        <td className="num" data-label="asked for">
          <Clock at={delivery.requestedAt} />
        </td>
        <td className="flip">
          <button type="button" className="button quiet" aria-expanded={isOpen} onClick={onFlip}>
            <Icon name="chevron-down" />
            <span className="unseen">Story of the message to {delivery.recipient.name}</span>
          </button>
        </td>
      </tr>
      {isOpen && (
        <tr className="told">
          <td colSpan={6}>
            <Story id={delivery.id} />
          </td>
        </tr>
      )}
    </>
  );
}
