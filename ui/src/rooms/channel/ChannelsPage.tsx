import { useState } from 'react';
import { Link } from 'wouter';
import { Icon } from '../../kit/icons';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import { useMe } from '../session/use-session';
import { ChannelCard } from './ChannelCard';
import './channel.css';
import { useChannels } from './use-channels';
import { inPlace } from './wording';

/** Whether messages get out: the worst channel first, with what to do about it. */
export default function ChannelsPage() {
  useTitle('Channels');
  const me = useMe();
  const { data, error, isPending, refetch } = useChannels();
  const [order, setOrder] = useState<string[]>([]);
  if (data && order.length === 0 && data.channels.length > 0) setOrder(data.channels.map(({ id }) => id));
  const isWell = data?.channels.every(({ state }) => state === 'works');
  return (
    <div className="screen channels">
      <div className="page-head">
        <div>
          <h1>Channels</h1>
          <p>
            Whether messages get out of this house. What was sent stands in the <Link href="/outbox">outbox</Link>.
          </p>
        </div>
      </div>
      {isPending && <Waiting />}
      {error && !data && (
        <Failure
          what="How the channels do could not be loaded. Messages go on."
          problem={error}
          onRetry={() => void refetch()}
        />
      )}
      {data && (
        <p className="channels-said" role="status">
          <Icon name={isWell && data.channels.length > 0 ? 'check-circle' : 'alert'} />
          <b>{data.sentence}</b>
        </p>
      )}
      {data?.channels.length === 0 && (
        <Empty icon="send" title="No channel is set up">
          Describe one under channels in the configuration; then it stands here, with a test.
        </Empty>
      )}
      {data && data.channels.length > 0 && (
        <ul className="stack channel-list">
          {inPlace(data.channels, order).map((channel) => (
            <ChannelCard key={channel.id} channel={channel} mayTry={me.administrator} />
          ))}
        </ul>
      )}
      {data && data.absent.length > 0 && <p className="meta">Not set up in this house: {data.absent.join(', ')}.</p>}
    </div>
  );
}
