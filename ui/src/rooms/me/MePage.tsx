import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { MyReach } from '../../api/types';
import { useNow, useZone } from '../../kit/now';
import { Failure, useTitle, Waiting } from '../../kit/screens';
import { fullClock } from '../../kit/time';
import { Arrived } from './Arrived';
import { Checks } from './Checks';
import { DevicesCard } from './DevicesCard';
import { Look } from './Look';
import './me.css';
import { Ready } from './Ready';
import { RestCard } from './RestCard';
import { Shifts } from './Shifts';
import { useReach } from './use-reach';
import { WaysCard } from './WaysCard';
import { WishForm } from './WishForm';

/** Am I reachable? Then how, then when. */
export default function MePage() {
  useTitle('Can Larum reach me?');
  const { data: reach, error, isPending, refetch } = useReach();
  return (
    <div className="screen me">
      <header className="page-head">
        <div>
          <h1>Can Larum reach me?</h1>
          {reach && <Who reach={reach} />}
        </div>
      </header>
      {isPending && <Waiting rows={10} />}
      {error && !reach && (
        <Failure
          what="How Larum reaches you could not be loaded. Pages to you go on as usual."
          problem={error}
          onRetry={() => void refetch()}
        />
      )}
      {reach && <Sections reach={reach} />}
    </div>
  );
}

function Who({ reach: { name, teams, duty } }: { reach: MyReach }) {
  const zone = useZone();
  const now = useNow();
  const onCall = duty.now
    ? `On call${duty.now.until ? ` until ${fullClock(Date.parse(duty.now.until), zone, now)}` : ', with no end in sight'}.`
    : 'Not on call now.';
  return (
    <p>
      {[name, ...teams].join(', ')}. {onCall}
    </p>
  );
}

function Sections({ reach }: { reach: MyReach }) {
  const [search] = useSearchParams();
  const asked = search.get('test');
  const [confirmed, setConfirmed] = useState<string | null>(null);
  const [isChanged, setChanged] = useState(false);
  const isKnown = reach.ways.some(({ test }) => test?.id === asked && test.confirmedAt !== null);
  const isAsked = asked !== null && asked !== confirmed && !isKnown;
  return (
    <div className="stack">
      {isAsked && <Arrived test={asked} onConfirmed={() => setConfirmed(asked)} />}
      <Ready reach={reach} isBright={!isChanged} hasRemedy={!isAsked} />
      <div className="columns">
        <div className="stack">
          <WaysCard ways={reach.ways} />
          <DevicesCard />
          <RestCard rest={reach.rest} />
          <WishForm reach={reach} onChanged={setChanged} />
        </div>
        <div className="stack">
          <Checks reach={reach} />
          <Shifts duty={reach.duty} />
          <Look />
        </div>
      </div>
    </div>
  );
}
