import type { ReactNode } from 'react';
import type { Duty, Plan } from '../../api/types';
import { Icon } from '../../kit/icons';
import { useNow } from '../../kit/now';
import { Agenda } from './Agenda';
import { MonthGrid } from './MonthGrid';
import { daysWords, type Window, windowOf } from './plan';
import type { Looking } from './use-view';
import { daysOf, LENGTHS, type Length, stepped } from './view';
import { WeekGrid } from './WeekGrid';
import { ZoneOptions } from './ZoneOptions';

interface PlanCardProps {
  plan: Plan;
  looking: Looking;
  /** What a press on a shift does; without it nothing can be pressed. */
  onShift?: (duty: Duty) => void;
  /** What hours that are drawn over the last row do. */
  onHours?: (hours: Window) => void;
  children?: ReactNode;
}

/** A schedule over a day, one or two weeks or a month, in the zone that its reader chose. */
export function PlanCard({ plan, looking, onShift, onHours, children }: PlanCardProps) {
  const { view } = looking;
  const days = daysOf(plan, view);
  return (
    <section className="card stack plan" aria-label="Plan">
      <Bar plan={plan} looking={looking} window={windowOf(days)} />
      {view.length === 'month' ? (
        <MonthGrid plan={plan} days={days} onShift={onShift} />
      ) : (
        <WeekGrid plan={plan} days={days} length={view.length} onShift={onShift} onHours={onHours} />
      )}
      <Agenda plan={plan} days={days} onShift={onShift} />
      {children}
    </section>
  );
}

function Bar({ plan, looking, window }: { plan: Plan; looking: Looking; window: Window }) {
  const now = useNow();
  const { view, look, today, zone, setZone } = looking;
  const word = view.length === 'weeks' ? 'two weeks' : view.length;
  return (
    <div className="bar plan-bar">
      <h2>{window.from === 0 ? 'Loading' : daysWords(window, zone, now)}</h2>
      <button
        type="button"
        className="button quiet only-icon"
        aria-label={`${capital(word)} before`}
        onClick={() => look(stepped(view, -1))}
      >
        <Icon name="left" />
      </button>
      <button type="button" className="button quiet" onClick={today}>
        Today
      </button>
      <button
        type="button"
        className="button quiet only-icon"
        aria-label={`${capital(word)} after`}
        onClick={() => look(stepped(view, 1))}
      >
        <Icon name="right" />
      </button>
      <nav className="tabs end" aria-label="Length">
        {Object.entries(LENGTHS).map(([length, words]) => (
          <button
            key={length}
            type="button"
            className="tab"
            aria-current={view.length === length ? 'true' : undefined}
            onClick={() => look({ ...view, length: length as Length })}
          >
            {words}
          </button>
        ))}
      </nav>
      <select
        className="input plan-zone"
        aria-label="Time zone"
        value={zone}
        onChange={(event) => setZone(event.target.value)}
      >
        <ZoneOptions chosen={zone} also={plan.timeZone} />
      </select>
    </div>
  );
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
