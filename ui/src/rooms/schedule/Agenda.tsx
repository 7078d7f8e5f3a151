import type { Duty, Plan, PlanDay } from '../../api/types';
import { Face } from '../../kit/marks';
import { clock, longDay } from '../../kit/time';
import { useMe } from '../session/use-session';
import { oddLength, place } from './plan';

interface Line {
  key: string;
  from: string;
  until: string;
  duty: Duty | null;
}

interface AgendaProps {
  plan: Plan;
  days: PlanDay[];
  onShift: ((duty: Duty) => void) | undefined;
}

/** The days as a list, day by day: for a phone. */
export function Agenda({ plan, days, onShift }: AgendaProps) {
  return (
    <div className="agenda narrow-only">
      {days.map((day) => (
        <section key={day.date} aria-label={day.date}>
          <h3>
            {longDay(Date.parse(day.from), plan.zone)}
            {oddLength(day) && <span className="meta">, {oddLength(day)}</span>}
          </h3>
          <ul>
            {linesOf(plan, day).map((line) => (
              <AgendaLine key={line.key} line={line} day={day} zone={plan.zone} onShift={onShift} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function linesOf(plan: Plan, day: PlanDay): Line[] {
  const window = { from: Date.parse(day.from), until: Date.parse(day.until) };
  const duties = plan.items
    .filter((duty) => place(duty, window))
    .map((duty) => ({
      key: `${duty.person.id} ${duty.layer} ${duty.from}`,
      from: duty.from ?? day.from,
      until: duty.until ?? day.until,
      duty,
    }));
  const gaps = plan.gaps
    .filter((gap) => place(gap, window))
    .map((gap) => ({ key: `gap ${gap.from}`, from: gap.from, until: gap.until, duty: null }));
  return [...duties, ...gaps].sort((one, other) => Date.parse(one.from) - Date.parse(other.from));
}

interface AgendaLineProps {
  line: Line;
  day: PlanDay;
  zone: string;
  onShift: ((duty: Duty) => void) | undefined;
}

function AgendaLine({ line, day, zone, onShift }: AgendaLineProps) {
  const me = useMe();
  const duty = line.duty;
  const from = Math.max(Date.parse(line.from), Date.parse(day.from));
  const until = Math.min(Date.parse(line.until), Date.parse(day.until));
  const end = until === Date.parse(day.until) ? '24:00' : clock(until, zone);
  const name = duty && (
    <>
      <Face name={duty.person.name} isMe={duty.person.id === me.id} /> {duty.person.name}
      <span className="meta">{duty.override ? 'override' : duty.layer}</span>
    </>
  );
  return (
    <li>
      <span className="mono">
        {clock(from, zone)}–{end}
      </span>
      {duty && onShift && (
        <button type="button" className="person agenda-shift" onClick={() => onShift(duty)}>
          {name}
        </button>
      )}
      {duty && !onShift && <span className="person">{name}</span>}
      {!duty && (
        <span className="gap-mark">
          <b>GAP</b> nobody is asked
        </span>
      )}
    </li>
  );
}
