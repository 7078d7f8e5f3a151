import type { MyDelivery, MyWay } from '../../api/types';
import { Problem } from '../../kit/field';
import { Icon, type IconName } from '../../kit/icons';
import { Clock } from '../../kit/moments';
import { useNow } from '../../kit/now';
import { say } from '../../kit/toasts';
import { useSending } from '../../kit/use-sending';
import { NumberCheck } from './NumberCheck';
import { confirmTest, sendTest } from './use-reach';
import { isRecent } from './wish';

const ICONS: Partial<Record<MyWay['channel'], IconName>> = {
  email: 'mail',
  sms: 'sms',
  call: 'phone',
  push: 'device',
  slack: 'sms',
};
const WORDS: Record<MyWay['state'], string> = {
  works: 'Works',
  failed: 'Failed',
  waiting: 'Waits',
  unknown: 'Not tested',
  missing: 'Missing',
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The ways that could be gone, each with how it did lately; those that the house has not stand in one line. */
export function WaysCard({ ways }: { ways: MyWay[] }) {
  const shown = ways.filter(({ setUp }) => setUp);
  const absent = ways.filter(({ setUp }) => !setUp).map(({ name }) => name);
  return (
    <section className="card" aria-labelledby="ways-heading">
      <div className="card-head">
        <h2 id="ways-heading">My ways to be reached</h2>
        <span className="meta">a test counts only when you say it arrived</span>
      </div>
      <ul className="ways">
        {shown.map((way) => (
          <Way key={way.channel} way={way} />
        ))}
      </ul>
      <NumberCheck ways={shown} />
      {absent.length > 0 && (
        <p className="meta">
          Not set up in this house: {absent.join(', ')}. An administrator describes them under channels in the
          configuration.
        </p>
      )}
    </section>
  );
}

function Way({ way }: { way: MyWay }) {
  const { send, problem, isBusy } = useSending();
  const now = useNow();
  const { channel, name, address, state, test } = way;
  const fulfilled = state === 'works';
  return (
    <li className="way">
      <Icon name={ICONS[channel] ?? 'send'} />
      <div>
        <b>{capital(name)}</b>
        {address && <span className="address">{address}</span>}
        <span className="meta">
          <Lately way={way} />
        </span>
        {problem && <Problem>{problem}</Problem>}
      </div>
      <span className="state" data-state={fulfilled ? 'resolved' : 'open'}>
        <Icon name={fulfilled ? 'check-circle' : state === 'unknown' ? 'clock' : 'alert'} />
        {WORDS[state]}
      </span>
      {state !== 'missing' && (
        <button
          type="button"
          className="button"
          disabled={isBusy}
          onClick={() => void send((key) => sendTest(channel, key))}
        >
          Send test<span className="unseen"> by {name}</span>
        </button>
      )}
      {test && isRecent(test, now) && <Progress test={test} />}
    </li>
  );
}

/** What was last known of this way, in the words of whoever carried it. */
function Lately({ way: { missing, told, confirmedAt } }: { way: MyWay }) {
  if (missing) return <>{missing}</>;
  if (!told) return <>nothing was sent this way yet</>;
  if (told.state !== 'sent' && told.state !== 'delivered') {
    return (
      <>
        {told.reason} <Clock at={told.at} />
      </>
    );
  }
  return (
    <>
      {told.state === 'delivered' ? 'delivered' : 'accepted'} <Clock at={told.at} />
      {confirmedAt && (
        <>
          , reached you <Clock at={confirmedAt} />
        </>
      )}
    </>
  );
}

/** How far a test has come: queued, accepted, in the hand. */
function Progress({ test }: { test: MyDelivery }) {
  const { send, problem, isBusy } = useSending();
  const isAccepted = test.state === 'sent' || test.state === 'delivered';
  const isConfirmed = test.confirmedAt !== null;
  const isOver = test.state === 'failed' || test.state === 'undelivered' || test.state === 'dropped';
  const confirm = async () => {
    if (await send((key) => confirmTest(test.id, key))) say('Noted: the test reached you.');
  };
  return (
    <div className="progress">
      <ol aria-label="How far the test has come">
        <Stage word="queued" isDone />
        <Stage word={isOver ? 'not delivered' : isAccepted ? 'accepted' : 'on its way'} isDone={isAccepted} />
        <Stage word={isConfirmed ? 'it reached you' : 'did it reach you?'} isDone={isConfirmed} />
      </ol>
      {!isConfirmed && (
        <button type="button" className="button" disabled={isBusy} onClick={() => void confirm()}>
          It reached me
        </button>
      )}
      {problem && <Problem>{problem}</Problem>}
    </div>
  );
}

function Stage({ word, isDone = false }: { word: string; isDone?: boolean }) {
  return (
    <li data-done={isDone}>
      <Icon name={isDone ? 'check' : 'clock'} small />
      {word}
    </li>
  );
}
