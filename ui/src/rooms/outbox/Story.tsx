import { Link } from 'wouter';
import { client } from '../../api/client';
import type { DeliveryLine, DeliveryStory } from '../../api/types';
import { Icon, type IconName } from '../../kit/icons';
import { Clock } from '../../kit/moments';
import { Failure, Waiting } from '../../kit/screens';
import { say } from '../../kit/toasts';
import { useSending } from '../../kit/use-sending';
import { useMe } from '../session/use-session';
import { useStory } from './use-outbox';
import { channelOf, sentence, took } from './wording';

/** In these it may still be sent by itself. */
const OPEN = new Set<string>(['waiting', 'pending', 'held', 'sending']);

const ICONS: Record<string, IconName> = {
  requested: 'send',
  sent: 'check',
  delivered: 'check-circle',
  confirmed: 'check-circle',
  failed: 'alert',
  undelivered: 'alert',
  given_up: 'alert',
  dropped: 'x',
};

/** Everything that became of one message, in its order, and the ways to the same person that were gone after it. */
export function Story({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useStory(id);
  if (isPending) return <Waiting rows={3} />;
  if (!data) {
    return (
      <Failure what="The story of this message could not be loaded." problem={error} onRetry={() => void refetch()} />
    );
  }
  return <Told story={data} />;
}

function Told({ story: { lines, next, message } }: { story: DeliveryStory }) {
  const person = useMe();
  return (
    <div className="delivery-story">
      <ol aria-label={`What became of the message to ${message.recipient.name}`}>
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a log stay where they are
          <Line key={place} line={line} />
        ))}
        {message.state === 'sending' && (
          <li>
            <Icon name="send" small />
            <div>An attempt is under way.</div>
          </li>
        )}
      </ol>
      {person.administrator && message.recipient.kind === 'webhook' && !OPEN.has(message.state) && (
        <Replay id={message.id} />
      )}
      {next.length > 0 && (
        <p>
          After it they were asked by{' '}
          {next.map((way, place) => (
            <span key={way.id}>
              {place > 0 && ', then by '}
              <Link href={`/outbox?message=${way.id}`}>{channelOf(way.channel)}</Link>{' '}
              <span className="meta">
                <Clock at={way.at} />
              </span>
            </span>
          ))}
          .
        </p>
      )}
    </div>
  );
}

/** Whoever is at the other end may have been away for longer than it is tried. */
function Replay({ id }: { id: string }) {
  const { send, problem, isBusy } = useSending();
  const replay = () =>
    send(async (key) => {
      await client.post(`/api/outbox/${encodeURIComponent(id)}/replay`, undefined, { key });
      say('It is sent once more, as a message of its own.');
    });
  return (
    <div className="stack tight">
      <button type="button" className="button" disabled={isBusy} onClick={() => void replay()}>
        Send again
      </button>
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}

function Line({ line: { at, what, sentence: words, detail, unknown, tookMillis } }: { line: DeliveryLine }) {
  return (
    <li data-unknown={unknown || undefined}>
      <Icon name={ICONS[what] ?? 'clock'} small />
      <div>
        {words}
        {detail && <span className="meta">{sentence(detail)}</span>}
      </div>
      <span className="meta when">
        <Clock at={at} />
        {tookMillis !== null && <>, took {took(tookMillis)}</>}
      </span>
    </li>
  );
}
