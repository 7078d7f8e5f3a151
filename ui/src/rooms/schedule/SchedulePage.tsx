import { useState } from 'react';
import { Link } from 'wouter';
import { ApiProblem } from '../../api/client';
import type { Duty, Plan, PlanLoad } from '../../api/types';
import { Icon } from '../../kit/icons';
import { Face } from '../../kit/marks';
import { useNow } from '../../kit/now';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import { fullClock, shortDay } from '../../kit/time';
import { useMe } from '../session/use-session';
import { Agenda } from './Agenda';
import { AgreedList } from './AgreedList';
import { hours, spanWords, week, windowOf } from './plan';
import { ShiftDialog } from './ShiftDialog';
import './schedule.css';
import { TakeAway } from './TakeAway';
import { usePlan } from './use-schedules';
import { WeekGrid } from './WeekGrid';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How far ahead is looked for gaps. */
const AHEAD = 90;
const MOST_GAPS = 5;

/** One schedule: who is asked, by which layer, and where nobody is. */
export default function SchedulePage({ word }: { word: string }) {
  const [opened] = useState(() => Math.floor(Date.now() / 60_000) * 60_000);
  const [weeks, setWeeks] = useState(0);
  const moment = opened + weeks * 7 * DAY;
  // A day more on both sides: where the days of its zone begin, the server knows.
  const { data, error, refetch } = usePlan(word, moment - DAY - HOUR, moment + 8 * DAY);
  const { data: ahead } = usePlan(word, opened, opened + AHEAD * DAY);
  useTitle(data ? data.schedule.name : 'Schedule');
  if (data) return <Loaded plan={data} ahead={ahead} moment={moment} weeks={weeks} onWeeks={setWeeks} />;
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
  moment: number;
  weeks: number;
  onWeeks: (weeks: number) => void;
}

function Loaded({ plan, ahead, moment, weeks, onWeeks }: LoadedProps) {
  const now = useNow();
  const [chosen, setChosen] = useState<Duty | null>(null);
  const days = week(plan, moment);
  const window = windowOf(days);
  const title = `${shortDay(window.from, plan.timeZone, now)} to ${shortDay(window.until - HOUR, plan.timeZone, now)}`;
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
        <Now plan={plan} />
        <TakeAway schedule={plan.schedule} />
      </header>
      {ahead && <Gaps plan={ahead} />}
      <section className="card stack" aria-label="Week">
        <div className="bar">
          <h2>{title}</h2>
          <button type="button" className="button quiet" aria-label="Week before" onClick={() => onWeeks(weeks - 1)}>
            <Icon name="left" />
          </button>
          <button type="button" className="button quiet" onClick={() => onWeeks(0)}>
            Today
          </button>
          <button type="button" className="button quiet" aria-label="Week after" onClick={() => onWeeks(weeks + 1)}>
            <Icon name="right" />
          </button>
          <span className="end meta">{plan.timeZone}</span>
        </div>
        <WeekGrid plan={plan} days={days} onShift={setChosen} />
        <Agenda plan={plan} days={days} onShift={setChosen} />
        <p className="meta">Press a shift to take it, to ask for cover, or to put somebody else on call.</p>
      </section>
      <AgreedList word={plan.schedule.word} zone={plan.timeZone} />
      {chosen && <ShiftDialog duty={chosen} zone={plan.timeZone} window={window} onClose={() => setChosen(null)} />}
      {ahead && <LoadTable load={ahead.load} />}
    </div>
  );
}

function Now({ plan }: { plan: Plan }) {
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
      {isInSight ? ` until ${fullClock(end, plan.timeZone, now)}` : ' for all of this week'}.
    </p>
  );
}

function Gaps({ plan }: { plan: Plan }) {
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
    spanWords(Date.parse(gap.from), Date.parse(gap.until), plan.timeZone, now);
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
