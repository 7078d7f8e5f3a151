import { useState } from 'react';
import { Link } from 'wouter';
import type { Channel } from '../../api/types';
import { Problem } from '../../kit/field';
import { Icon } from '../../kit/icons';
import { Clock } from '../../kit/moments';
import { useNow } from '../../kit/now';
import { say } from '../../kit/toasts';
import { useSending } from '../../kit/use-sending';
import { channelIcon, stateOf, took } from '../outbox/wording';
import { checkChannel, enableChannel, isUnderWay, sendChannelTest } from './use-channels';
import { queueWords, rateWords, STATES } from './wording';

interface ChannelCardProps {
  channel: Channel;
  /** Whether its reader may try it. */
  mayTry: boolean;
}

/** One way of telling people or machines: how it is, what to do about it, and what that is known from. */
export function ChannelCard({ channel, mayTry }: ChannelCardProps) {
  const { id, kind, name, provider, state, sentence, remedy, canCheck, disabledAt } = channel;
  const { word, look, icon } = STATES[state];
  const heading = `channel-${id}`;
  const isOnItsWay = isUnderWay(channel, useNow());
  return (
    <li className="card channel" aria-labelledby={heading}>
      <div className="channel-head">
        <Icon name={channelIcon(kind)} />
        <h2 id={heading}>{name}</h2>
        {provider && <span className="meta">{provider}</span>}
        <span className="state" data-state={look}>
          <Icon name={icon} />
          {word}
        </span>
      </div>
      <p className="channel-said">
        {state === 'works' ? sentence : <b>{sentence}</b>} {remedy}
      </p>
      <Facts channel={channel} />
      {mayTry && (
        <div className="actions">
          <TestButton id={id} name={name} isOnItsWay={isOnItsWay} />
          {canCheck && <CheckButton id={id} name={name} isMachine={kind === 'webhook'} />}
          {disabledAt && <EnableButton id={id} name={name} />}
        </div>
      )}
    </li>
  );
}

function Facts({
  channel: { kind, lastTaken, lastError, hour, day, queue, test, check, canCheck },
}: {
  channel: Channel;
}) {
  return (
    <dl className="channel-facts">
      <div>
        <dt>Last hour</dt>
        <dd>{rateWords(hour)}</dd>
      </div>
      <div>
        <dt>Last day</dt>
        <dd>{rateWords(day)}</dd>
      </div>
      <div>
        <dt>Queue</dt>
        <dd>
          {queueWords(queue)}
          {queue.oldest && (
            <>
              , the oldest from <Clock at={queue.oldest} />
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>Last taken</dt>
        <dd>{lastTaken ? <Clock at={lastTaken} /> : 'never'}</dd>
      </div>
      <div>
        <dt>Last error</dt>
        <dd>
          {lastError ? (
            <>
              {lastError.reason}{' '}
              <Link href={`/outbox?channel=${kind}&message=${lastError.message}`}>
                <Clock at={lastError.at} />
              </Link>
            </>
          ) : (
            'none'
          )}
        </dd>
      </div>
      <div>
        <dt>Last test</dt>
        <dd>
          {test ? (
            <>
              <Link href={`/outbox?kind=test&message=${test.id}`}>
                {stateOf(test.state).word.toLowerCase()}
                {test.confirmedAt && ', and it arrived'}
              </Link>{' '}
              to {test.recipient} <Clock at={test.changedAt} />
              {test.reason && <span className="meta">{test.reason}</span>}
            </>
          ) : (
            'never'
          )}
        </dd>
      </div>
      <div>
        <dt>Daily check</dt>
        <dd>
          {check ? (
            <>
              {check.ok ? 'answered' : 'did not answer'} <Clock at={check.at} />, in {took(check.tookMillis)}
              <span className="meta">{check.said}</span>
            </>
          ) : canCheck ? (
            'not yet'
          ) : (
            'nothing can be asked without telling somebody'
          )}
        </dd>
      </div>
    </dl>
  );
}

function TestButton({ id, name, isOnItsWay }: { id: string; name: string; isOnItsWay: boolean }) {
  const { send, problem, isBusy } = useSending();
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={isBusy || isOnItsWay}
        onClick={() => void send((key) => sendChannelTest(id, key))}
      >
        {isOnItsWay ? 'Test is on its way' : 'Send test'}
        <span className="unseen"> by {name}</span>
      </button>
      {problem && <Problem>{problem}</Problem>}
    </>
  );
}

function CheckButton({ id, name, isMachine }: { id: string; name: string; isMachine: boolean }) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const check = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { ok, said } = await checkChannel(id);
      const who = isMachine ? 'it' : 'its provider';
      say(ok ? `${name}: ${who} answered. ${said}` : `${name}: ${who} did not answer. ${said}`);
    } catch (failure) {
      setProblem(failure instanceof Error ? failure.message : 'It could not be asked. Try again.');
    }
    setBusy(false);
  };
  return (
    <>
      <button type="button" className="button quiet" disabled={isBusy} onClick={() => void check()}>
        {isBusy ? 'Asking' : isMachine ? 'Ping' : 'Check now'}
        <span className="unseen">
          {isMachine ? ` ${name}; nobody is told` : ` whether the provider of ${name} answers; nobody is told`}
        </span>
      </button>
      {problem && <Problem>{problem}</Problem>}
    </>
  );
}

function EnableButton({ id, name }: { id: string; name: string }) {
  const { send, problem, isBusy } = useSending();
  return (
    <>
      <button
        type="button"
        className="button primary"
        disabled={isBusy}
        onClick={() =>
          void send(async () => {
            await enableChannel(id);
            say(`${name} is told again.`);
          })
        }
      >
        Enable again
        <span className="unseen">: {name} is told of incidents</span>
      </button>
      {problem && <Problem>{problem}</Problem>}
    </>
  );
}
