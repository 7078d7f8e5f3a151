import type { Duty, Plan, PlanDay } from '../../api/types';
import { useNow } from '../../kit/now';
import { clock, longDay } from '../../kit/time';
import { useMe } from '../session/use-session';
import { oddLength, place, spanWords } from './plan';
import { weekday } from './view';

const NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

interface MonthGridProps {
  plan: Plan;
  days: PlanDay[];
  onShift: ((duty: Duty) => void) | undefined;
}

/** A month of days with the names of those on call. On a phone the agenda says it. */
export function MonthGrid({ plan, days, onShift }: MonthGridProps) {
  return (
    <div className="month wide-only">
      <div className="month-names meta" aria-hidden="true">
        {NAMES.map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      <ol className="month-days">
        {days.map((day, place) => (
          <Day
            key={day.date}
            day={day}
            plan={plan}
            column={place === 0 ? weekday(day.date) + 1 : null}
            onShift={onShift}
          />
        ))}
      </ol>
    </div>
  );
}

interface DayProps {
  day: PlanDay;
  plan: Plan;
  column: number | null;
  onShift: ((duty: Duty) => void) | undefined;
}

function Day({ day, plan, column, onShift }: DayProps) {
  const now = useNow();
  const { zone } = plan;
  const window = { from: Date.parse(day.from), until: Date.parse(day.until) };
  const duties = plan.items.filter((duty) => place(duty, window));
  const gaps = plan.gaps.filter((gap) => place(gap, window));
  const isToday = window.from <= now && now < window.until;
  const odd = oddLength(day);
  return (
    <li
      className="month-day"
      aria-current={isToday ? 'date' : undefined}
      style={column ? { gridColumnStart: column } : {}}
    >
      <p className="month-date">
        <span className="unseen">{longDay(window.from, zone)}</span>
        <b aria-hidden="true">{Number(day.date.slice(8))}</b>
        {odd && <span className="meta">{odd}</span>}
      </p>
      {duties.map((duty) => (
        <Name
          key={`${duty.person.id} ${duty.layer} ${duty.from}`}
          duty={duty}
          begins={duty.from && Date.parse(duty.from) > window.from ? clock(Date.parse(duty.from), zone) : null}
          words={spanWords(Date.parse(duty.from ?? plan.from), Date.parse(duty.until ?? plan.until), zone, now)}
          onShift={onShift}
        />
      ))}
      {gaps.map((gap) => (
        <span
          key={gap.from}
          className="gap-mark"
          title={`Nobody: ${spanWords(Date.parse(gap.from), Date.parse(gap.until), zone, now)}`}
        >
          <b>GAP</b>
          {Date.parse(gap.from) > window.from && clock(Date.parse(gap.from), zone)}
        </span>
      ))}
    </li>
  );
}

interface NameProps {
  duty: Duty;
  begins: string | null;
  words: string;
  onShift: ((duty: Duty) => void) | undefined;
}

function Name({ duty, begins, words, onShift }: NameProps) {
  const me = useMe();
  const looks = ['month-shift'];
  if (duty.override) looks.push('overridden');
  if (duty.person.id === me.id) looks.push('mine');
  const name = (
    <>
      {begins && <span className="meta">{begins} </span>}
      {duty.person.name}
      <span className="unseen">, {words}</span>
    </>
  );
  if (!onShift) {
    return (
      <span className={looks.join(' ')} title={words}>
        {name}
      </span>
    );
  }
  return (
    <button type="button" className={looks.join(' ')} title={words} onClick={() => onShift(duty)}>
      {name}
    </button>
  );
}
