import { useState } from 'react';
import type { Subscriber } from '../../api/types';
import { Dialog } from '../../kit/dialog';
import { Icon } from '../../kit/icons';
import { Clock } from '../../kit/moments';
import { Failure, Waiting } from '../../kit/screens';
import { useSending } from '../../kit/use-sending';
import { removeSubscriber, useSubscribers } from './use-status';

/** Who outside is told by mail. They asked for it themselves, and end it themselves; somebody may have to be removed all the same. */
export function Subscribers() {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useSubscribers();
  const [leaving, setLeaving] = useState<Subscriber | null>(null);
  if (isPending) return <Waiting />;
  if (error && !data) {
    return <Failure what="The subscribers could not be loaded." problem={error} onRetry={() => void refetch()} />;
  }
  const total = data?.pages[0]?.total ?? 0;
  const ended = data?.pages[0]?.ended ?? 0;
  const people = data?.pages.flatMap(({ items }) => items) ?? [];
  if (total + ended === 0) {
    return (
      <p className="meta">
        Nobody yet. Visitors ask for it at <a href="/status/subscribe">By mail</a> on the public page.
      </p>
    );
  }
  return (
    <>
      <p className="meta">
        {total === 1 ? 'One address is' : `${total.toLocaleString('en')} addresses are`} told of each public notice and
        update.
        {ended > 0 &&
          ` ${ended === 1 ? 'One more is' : `${ended.toLocaleString('en')} more are`} told nothing any more: their mail came back too often.`}
      </p>
      <table className="table cards subscribers">
        <thead>
          <tr>
            <th scope="col">Address</th>
            <th scope="col">Hears of</th>
            <th scope="col">Since</th>
            <th scope="col">
              <span className="unseen">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((one) => (
            <tr key={one.id}>
              <td>
                <b>{one.email}</b>
                {one.missed > 0 && (
                  <span className="meta">
                    {' '}
                    {one.missed === 1 ? 'One mail' : `${one.missed} mails`} did not arrive. {one.failure}
                  </span>
                )}
                {one.ended && (
                  <span className="meta">
                    {' '}
                    Told no more since <Clock at={one.ended} />; forgotten 30 days later.
                  </span>
                )}
              </td>
              <td data-label="hears of">
                {one.services.length === 0 ? 'everything' : one.services.map(({ name }) => name).join(', ')}
              </td>
              <td data-label="since">
                <Clock at={one.since} />
              </td>
              <td>
                <button
                  type="button"
                  className="button quiet"
                  aria-label={`Remove ${one.email}`}
                  onClick={() => setLeaving(one)}
                >
                  Remove…
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
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
      {leaving && <Removing subscriber={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

function Removing({ subscriber, onClose }: { subscriber: Subscriber; onClose: () => void }) {
  const { send, problem, isBusy } = useSending();
  const remove = async () => {
    if (await send(() => removeSubscriber(subscriber.id))) onClose();
  };
  return (
    <Dialog title={`Remove ${subscriber.email}?`} onClose={onClose}>
      <div className="stack tight">
        <p>No more mail goes there, and the address is forgotten. Whoever owns it may ask for mail again.</p>
        {problem && (
          <div className="banner" role="alert">
            <Icon name="alert" />
            <p>
              <b>It may not be removed.</b> {problem}
            </p>
          </div>
        )}
        <div className="actions">
          <button type="button" className="button primary" disabled={isBusy} onClick={() => void remove()}>
            {isBusy ? 'Removing' : 'Remove it'}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
