import { useState } from 'react';
import { Link } from 'wouter';
import { ApiProblem } from '../../api/client';
import type { Duty, Plan, PlanLoad } from '../../api/types';
import { Icon } from '../../kit/icons';
import { Face } from '../../kit/marks';
import { useNow } from '../../kit/now';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import { fullClock } from '../../kit/time';
import { useMe } from '../session/use-session';
import { AgreedList } from './AgreedList';
import { PlanCard } from './PlanCard';
import { hours, spanWords, type Window, windowOf, within } from './plan';
import { ShiftDialog } from './ShiftDialog';
import './schedule.css';
import { TakeAway } from './TakeAway';
import { usePlan } from './use-schedules';
import { type Looking, useView } from './use-view';
import { askedFor, daysOf } from './view';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How far ahead is looked for gaps. */
const AHEAD = 90;
const MOST_GAPS = 5;

/** One schedule: who is asked, by which layer, and where nobody is. */
export default function SchedulePage({ word }: { word: string }) {
  const looking = useView();
  const since = Math.floor(looking.opened / 60_000) * 60_000;
  const { data, error, refetch } = usePlan(word, askedFor(looking.view), looking.zone);
  const { data: ahead } = usePlan(word, { from: since, until: since + AHEAD * DAY });
  useTitle(data ? data.schedule.name : 'Schedule');
  if (data) return <Loaded plan={data} ahead={ahead} looking={looking} />;
  const isNowhere = error instanceof ApiProblem && error.status === 404;
  return (
    <div className="screen">
      <h1 className="unseen">Schedule</h1>
      {!error && <Waiting rows={8} />}
      {isNowhere && (
        <Empty
          icon="calendar"
          title="No such schedule"
          action={
            <Link className="button" href="/on-call">
              To the schedules
            </Link>
          }
        >
          It may have been renamed or taken out of the configuration.
        </Empty>
      )}
      {error && !isNowhere && (
        <Failure what="The schedule could not be loaded." problem={error} onRetry={() => void refetch()} />
      )}
    </div>
  );
}

interface LoadedProps {
  plan: Plan;
  ahead: Plan | undefined;
  looking: Looking;
}

/** A press on a shift, hours that were drawn, or hours that are to be chosen in fields. */
interface Chosen {
  duty: Duty | null;
  window: Window;
}

function Loaded({ plan, ahead, looking }: LoadedProps) {
  const now = useNow();
  const { administrator } = useMe();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const window = windowOf(daysOf(plan, looking.view));
  const choose = () => {
    const from = Math.max(window.from, Math.ceil(now / HOUR) * HOUR);
    setChosen({ duty: null, window: { from, until: from + HOUR } });
  };
  return (
    <div className="screen stack schedule">
      <header className="stack tight">
        <p className="bar">
          <Link className="tap back" href="/on-call">
            <Icon name="left" small /> On-call
          </Link>
          <span className="mono number">{plan.schedule.word}</span>
        </p>
        <h1>{plan.schedule.name}</h1>
        {ahead && <Now plan={ahead} zone={looking.zone} />}
        <div className="actions">
          <Link className="button" href={`/on-call/${encodeURIComponent(plan.schedule.word)}/edit`}>
            {administrator ? 'Edit layers' : 'See layers'}
          </Link>
          <TakeAway schedule={plan.schedule} />
        </div>
      </header>
      {ahead && <Gaps plan={ahead} zone={looking.zone} />}
      <PlanCard
        plan={plan}
        looking={looking}
        onShift={(duty) => setChosen({ duty, window })}
        onHours={(hours) => setChosen({ duty: within(plan, hours), window: hours })}
      >
        <div className="bar">
          <p className="meta plan-hint">
            Press a shift to take it, to ask for cover, or to put somebody else on call.
            <span className="wide-only"> Or draw over the hours of the first row.</span>
          </p>
          <button type="button" className="button end" onClick={choose}>
            Choose hours
          </button>
        </div>
      </PlanCard>
      <AgreedList word={plan.schedule.word} zone={looking.zone} />
      {chosen && (
        <ShiftDialog
          schedule={plan.schedule}
          duty={chosen.duty}
          zone={plan.timeZone}
          shown={looking.zone}
          window={chosen.window}
          onClose={() => setChosen(null)}
        />
      )}
      {ahead && <LoadTable load={ahead.load} />}
    </div>
  );
}

function Now({ plan, zone }: { plan: Plan; zone: string }) {
  const now = useNow();
  const current = plan.items.filter(
    ({ from, until }) => (!from || Date.parse(from) <= now) && (!until || Date.parse(until) > now),
  );
  if (Date.parse(plan.from) > now || Date.parse(plan.until) <= now) return null;
  if (current.length === 0) return <p className="meta">Nobody is on call now.</p>;
  const names = current.map(({ person }) => person.name).join(' and ');
  const ends = current.flatMap(({ until }) => (until ? [Date.parse(until)] : []));
  const end = Math.min(...ends);
  const isInSight = ends.length > 0 && end < Date.parse(plan.until);
  return (
    <p className="meta">
      {names} {current.length > 1 ? 'are' : 'is'} on call
      {isInSight ? ` until ${fullClock(end, zone, now)}` : ` for all of the next ${AHEAD} days`}.
    </p>
  );
}

function Gaps({ plan, zone }: { plan: Plan; zone: string }) {
  const now = useNow();
  const [first, ...others] = plan.gaps;
  if (!first) {
    return (
      <p className="meta gap-free">
        <Icon name="check-circle" small /> Somebody is on call at every minute of the next {AHEAD} days.
      </p>
    );
  }
  const words = (gap: { from: string; until: string }) =>
    spanWords(Date.parse(gap.from), Date.parse(gap.until), zone, now);
  return (
    <div className="banner gaps" role="status">
      <Icon name="alert" />
      <p>
        <b>Nobody is on call on {words(first)}.</b> A step that asks this schedule then reaches nobody.
      </p>
      {others.length > 0 && (
        <details>
          <summary>
            {others.length} more {others.length === 1 ? 'gap' : 'gaps'} in the next {AHEAD} days
          </summary>
          <ul className="gap-list">
            {others.slice(0, MOST_GAPS).map((gap) => (
              <li key={gap.from}>{words(gap)}</li>
            ))}
            {others.length > MOST_GAPS && <li className="meta">and {others.length - MOST_GAPS} more</li>}
          </ul>
        </details>
      )}
    </div>
  );
}

function LoadTable({ load }: { load: PlanLoad[] }) {
  const me = useMe();
  const most = Math.max(1, ...load.map(({ all }) => all));
  if (load.length === 0) return null;
  return (
    <section className="card stack" aria-label="Load">
      <div className="card-head">
        <h2>Load, next {AHEAD} days</h2>
        <span className="meta">nights are 22:00 to 06:00 where each lives</span>
      </div>
      <table className="table load">
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col" className="num">
              Hours
            </th>
            <th scope="col" className="num">
              Nights
            </th>
            <th scope="col" className="num">
              Weekend h
            </th>
            <th scope="col" className="wide-only">
              Load
            </th>
          </tr>
        </thead>
        <tbody>
          {load.map((one) => (
            <tr key={one.person.id}>
              <td>
                <span className="person">
                  <Face name={one.person.name} isMe={one.person.id === me.id} /> {one.person.name}
                </span>
              </td>
              <td className="num">{hours(one.all)}</td>
              <td className="num">{one.nights}</td>
              <td className="num">{hours(one.weekend)}</td>
              <td className="wide-only">
                <span className="load-bar" aria-hidden="true">
                  <span style={{ inlineSize: `${(100 * one.all) / most}%` }} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
